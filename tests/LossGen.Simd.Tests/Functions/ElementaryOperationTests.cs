using System.Numerics;
using LossGen.Simd.Tests.Harness;
using Xunit;

namespace LossGen.Simd.Tests.Functions;

/// <summary>The operations that need no polynomial, exactly.</summary>
public abstract unsafe class ElementaryOperationTests<V, T>
    where V : struct, ISimdVector<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly T Two = T.CreateChecked(2);

    [Fact]
    public void SquareAndCube_AreProducts()
    {
        AssertEverywhere(V.Square, static x => x * x);
        AssertEverywhere(V.Cube, static x => x * x * x);
    }

    [Fact]
    public void Sign_KeepsZeroAndNaN() =>
        AssertEverywhere(V.Sign, static x => T.IsNaN(x) || x == T.Zero ? x : T.CopySign(T.One, x));

    [Fact]
    public void Relu_IsTheLargerOfTheNumberAndZero() => AssertEverywhere(V.Relu, static x => x < T.Zero ? T.Zero : x);

    [Fact]
    public void Clamp_AgreesWithScalar() =>
        AssertEverywhere(
            static x => V.Clamp(x, V.Create(-Two), V.Create(T.One)),
            static x => T.Clamp(x, -Two, T.One));

    [Fact]
    public void IsFiniteAndIsNaN_AgreeWithScalar()
    {
        AssertEverywhere(static x => AsNumber(V.IsFinite(x)), static x => T.IsFinite(x) ? T.One : T.Zero);
        AssertEverywhere(static x => AsNumber(V.IsNaN(x)), static x => T.IsNaN(x) ? T.One : T.Zero);
    }

    [Fact]
    public void SoftplusWithSigmoid_AgreesWithEither()
    {
        AssertEverywhere(static x => V.Softplus(x, out _), static x => First(V.Softplus(V.Create(x))));
        AssertEverywhere(
            static x =>
            {
                _ = V.Softplus(x, out var sigmoid);
                return sigmoid;
            },
            static x => First(V.Sigmoid(V.Create(x))));
    }

    private static V AsNumber(V condition) => V.Select(condition, V.Create(T.One), V.Zero);

    private static void AssertEverywhere(Func<V, V> vector, Func<T, T> scalar)
    {
        foreach (var number in Samples.Special)
        {
            var x = T.CreateTruncating(number);
            var expected = double.CreateTruncating(scalar(x));
            var actual = double.CreateTruncating(First(vector(V.Create(x))));
            Assert.True(UlpError.OfSpecial(actual, expected) == 0, $"At {x}: got {actual}, not {expected}.");
        }
    }

    private static T First(V vector)
    {
        var lanes = stackalloc T[V.Count];
        V.Store(vector, lanes);
        return lanes[0];
    }
}

public sealed class Vector512SingleOperationTests : ElementaryOperationTests<Vector512Single, float>;

public sealed class Vector512DoubleOperationTests : ElementaryOperationTests<Vector512Double, double>;

public sealed class Vector256SingleOperationTests : ElementaryOperationTests<Vector256Single, float>;

public sealed class Vector256DoubleOperationTests : ElementaryOperationTests<Vector256Double, double>;

public sealed class Vector128SingleOperationTests : ElementaryOperationTests<Vector128Single, float>;

public sealed class Vector128DoubleOperationTests : ElementaryOperationTests<Vector128Double, double>;

public sealed class ScalarSingleOperationTests : ElementaryOperationTests<ScalarSingle, float>;

public sealed class ScalarDoubleOperationTests : ElementaryOperationTests<ScalarDouble, double>;
