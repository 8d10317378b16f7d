using System.Numerics;
using Xunit;

namespace LossGen.Simd.Tests;

/// <summary>Every member of the vector contract against the base class library's scalar operation, lane by lane.</summary>
public abstract unsafe class VectorTests<V, T>
    where V : struct, ISimdVector<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T>
{
    private static readonly T[] Interesting =
    [
        T.Zero, T.NegativeZero, T.One, T.NegativeOne, T.CreateChecked(0.5), T.CreateChecked(-0.5), T.CreateChecked(1.5), T.CreateChecked(2.5),
        T.CreateChecked(-2.5), T.CreateChecked(3.7), T.CreateChecked(-3.7), T.CreateChecked(1e10), T.CreateChecked(-1e-10), T.Epsilon, -T.Epsilon,
        T.Epsilon * T.CreateChecked(12345), T.MaxValue, T.MinValue, T.PositiveInfinity, T.NegativeInfinity, T.NaN, T.Pi, T.E, T.CreateChecked(1e-30),
    ];

    [Fact]
    public void Arithmetic_AgreesWithScalar()
    {
        AssertBinary(static (x, y) => x + y, static (x, y) => x + y);
        AssertBinary(static (x, y) => x - y, static (x, y) => x - y);
        AssertBinary(static (x, y) => x * y, static (x, y) => x * y);
        AssertBinary(static (x, y) => x / y, static (x, y) => x / y);
        AssertBinary(static (x, y) => V.MultiplyAdd(x, y, V.Create(T.Pi)), static (x, y) => T.FusedMultiplyAdd(x, y, T.Pi));
        AssertUnary(static x => -x, static x => -x);
        AssertUnary(V.Abs, T.Abs);
        AssertUnary(V.Sqrt, T.Sqrt);
    }

    [Fact]
    public void MinAndMax_PropagateNaNAndOrderZeros()
    {
        AssertBinary(V.Min, T.Min);
        AssertBinary(V.Max, T.Max);
    }

    [Fact]
    public void MinAndMaxOrRight_TakeTheRightOperandWhereUndecided()
    {
        AssertBinary(V.MinOrRight, static (x, y) => x < y ? x : y);
        AssertBinary(V.MaxOrRight, static (x, y) => x > y ? x : y);
    }

    [Fact]
    public void Rounding_AgreesWithScalar()
    {
        AssertUnary(V.Floor, T.Floor);
        AssertUnary(V.Ceiling, T.Ceiling);
        AssertUnary(V.Truncate, T.Truncate);
        AssertUnary(V.Round, T.Round);
    }

    [Fact]
    public void Conditions_SelectTheLaneThatTheyHoldIn()
    {
        AssertCondition(V.Equal, static (x, y) => x == y);
        AssertCondition(V.NotEqual, static (x, y) => x != y);
        AssertCondition(V.LessThan, static (x, y) => x < y);
        AssertCondition(V.LessThanOrEqual, static (x, y) => x <= y);
        AssertCondition(V.GreaterThan, static (x, y) => x > y);
        AssertCondition(V.GreaterThanOrEqual, static (x, y) => x >= y);
        AssertCondition(static (x, y) => V.And(V.LessThan(x, y), V.LessThan(y, V.Create(T.One))), static (x, y) => x < y && y < T.One);
        AssertCondition(static (x, y) => V.Or(V.LessThan(x, y), V.Equal(y, V.Zero)), static (x, y) => x < y || y == T.Zero);
        AssertCondition(static (x, y) => V.Xor(V.LessThan(x, y), V.LessThan(y, V.Zero)), static (x, y) => x < y ^ y < T.Zero);
        AssertCondition(static (x, y) => V.Not(V.LessThan(x, y)), static (x, y) => !(x < y));
    }

    [Fact]
    public void CopySign_TakesTheSignBit() => AssertBinary(V.CopySign, T.CopySign);

    [Fact]
    public void Any_IsTrueWhereOneLaneHolds()
    {
        Assert.False(V.Any(V.LessThan(V.Iota, V.Zero)));
        for (var lane = 0; lane < V.Count; lane++)
        {
            Assert.True(V.Any(V.Equal(V.Iota, V.Create(T.CreateChecked(lane)))));
        }
    }

    [Fact]
    public void Scale_RoundsOnce()
    {
        T[] values = [T.One, T.CreateChecked(-1.3), T.CreateChecked(1.9999999), T.Epsilon, T.Epsilon * T.CreateChecked(1234567), T.MaxValue, T.CreateChecked(3e-38), T.CreateChecked(7e30), T.Zero, T.NegativeZero, T.PositiveInfinity];
        for (var exponent = -2200; exponent <= 2200; exponent++)
        {
            var exponents = V.Create(T.CreateChecked(exponent));
            foreach (var value in values)
            {
                AssertSame(ExactScale(value, exponent), First(V.Scale(V.Create(value), exponents)), $"{value} · 2^{exponent}");
            }
        }
    }

    [Fact]
    public void ScaleNearOne_RoundsOnce()
    {
        var bound = typeof(T) == typeof(float) ? 252 : 2044;
        for (var exponent = -bound; exponent <= bound; exponent++)
        {
            foreach (var value in (double[])[0.7071067, -1.3, 1.9999999, 0.5, 2])
            {
                var rounded = T.CreateChecked(value);
                AssertSame(ExactScale(rounded, exponent), First(V.ScaleNearOne(V.Create(rounded), V.Create(T.CreateChecked(exponent)))), $"{value} · 2^{exponent}");
            }
        }
    }

    [Fact]
    public void ExponentAndMantissa_AreThoseOfTheNumber()
    {
        foreach (var value in Interesting.Where(static value => T.IsFinite(value) && value != T.Zero))
        {
            var exponent = T.ILogB(value);
            AssertSame(T.CreateChecked(exponent), First(V.Exponent(V.Create(value))), $"exponent of {value}");
            AssertSame(T.ScaleB(T.Abs(value), -exponent), First(V.Mantissa(V.Create(value))), $"mantissa of {value}");
        }
    }

    [Fact]
    public void Reductions_TakeEveryLaneOnce()
    {
        var powers = stackalloc T[V.Count];
        for (var lane = 0; lane < V.Count; lane++)
        {
            powers[lane] = T.ScaleB(T.One, lane);
        }

        var vector = V.Load(powers);
        Assert.Equal(T.CreateChecked((1 << V.Count) - 1), V.SumLanes(vector));
        Assert.Equal(T.ScaleB(T.One, V.Count * (V.Count - 1) / 2), V.MultiplyLanes(vector));
        for (var lane = 0; lane < V.Count; lane++)
        {
            var isLane = V.Equal(V.Iota, V.Create(T.CreateChecked(lane)));
            Assert.Equal(T.CreateChecked(7), V.MaxLanes(V.Select(isLane, V.Create(T.CreateChecked(7)), V.Zero)));
            Assert.Equal(T.CreateChecked(-7), V.MinLanes(V.Select(isLane, V.Create(T.CreateChecked(-7)), V.Zero)));
            Assert.True(T.IsNaN(V.MaxLanes(V.Select(isLane, V.Create(T.NaN), V.Zero))));
            Assert.True(T.IsNaN(V.MinLanes(V.Select(isLane, V.Create(T.NaN), V.Zero))));
        }
    }

    [Fact]
    public void LoadIntegers_ConvertsThem()
    {
        var integers = stackalloc int[V.Count];
        var floats = stackalloc T[V.Count];
        for (var lane = 0; lane < V.Count; lane++)
        {
            integers[lane] = (lane * 1000003) - 7;
        }

        V.Store(V.LoadIntegers(integers), floats);
        for (var lane = 0; lane < V.Count; lane++)
        {
            Assert.Equal(T.CreateChecked(integers[lane]), floats[lane]);
        }
    }

    [Fact]
    public void DoubleAccumulator_LosesNothingThatADoubleHolds()
    {
        // A million small terms after a large one: a sum in float would lose them all.
        const int Terms = 1 << 20;
        var sum = default(DoubleAccumulator<V, T>);
        sum.Add(V.Create(T.CreateChecked(1 << 25)));
        for (var term = 0; term < Terms; term++)
        {
            sum.Add(V.Create(T.One) + V.Iota);
        }

        var lanes = V.Count;
        Assert.Equal(((double)(1 << 25) * lanes) + ((double)Terms * lanes * (lanes + 1) / 2), sum.Total());
    }

    private static T ExactScale(T value, int exponent) =>
        typeof(T) == typeof(float)
            ? T.CreateTruncating(Math.ScaleB(double.CreateChecked(value), Math.Clamp(exponent, -600, 600)))
            : T.ScaleB(value, exponent);

    private static void AssertUnary(Func<V, V> vector, Func<T, T> scalar)
    {
        foreach (var x in Interesting)
        {
            AssertSame(scalar(x), First(vector(V.Create(x))), $"{x}");
        }
    }

    private static void AssertBinary(Func<V, V, V> vector, Func<T, T, T> scalar)
    {
        foreach (var x in Interesting)
        {
            foreach (var y in Interesting)
            {
                AssertSame(scalar(x, y), First(vector(V.Create(x), V.Create(y))), $"{x}, {y}");
            }
        }
    }

    private static void AssertCondition(Func<V, V, V> vector, Func<T, T, bool> scalar) =>
        AssertBinary(
            (x, y) => V.Select(vector(x, y), V.Create(T.One), V.Create(T.CreateChecked(2))),
            (x, y) => scalar(x, y) ? T.One : T.CreateChecked(2));

    /// <summary>Every lane must agree with the first, which is returned.</summary>
    private static T First(V vector)
    {
        var lanes = stackalloc T[V.Count];
        V.Store(vector, lanes);
        for (var lane = 1; lane < V.Count; lane++)
        {
            AssertSame(lanes[0], lanes[lane], $"lane {lane}");
        }

        return lanes[0];
    }

    private static void AssertSame(T expected, T actual, string at)
    {
        var same = T.IsNaN(expected) ? T.IsNaN(actual) : expected == actual && T.IsNegative(expected) == T.IsNegative(actual);
        Assert.True(same, $"At {at}: expected {expected}, got {actual}.");
    }
}

public sealed class Vector512SingleTests : VectorTests<Vector512Single, float>;

public sealed class Vector512DoubleTests : VectorTests<Vector512Double, double>;

public sealed class Vector256SingleTests : VectorTests<Vector256Single, float>;

public sealed class Vector256DoubleTests : VectorTests<Vector256Double, double>;

public sealed class Vector128SingleTests : VectorTests<Vector128Single, float>;

public sealed class Vector128DoubleTests : VectorTests<Vector128Double, double>;

public sealed class ScalarSingleTests : VectorTests<ScalarSingle, float>;

public sealed class ScalarDoubleTests : VectorTests<ScalarDouble, double>;
