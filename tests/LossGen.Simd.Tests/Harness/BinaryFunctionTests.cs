using System.Numerics;
using Xunit;

namespace LossGen.Simd.Tests.Harness;

/// <summary>The tests that every function of two arguments must pass, at every width, for float and double.</summary>
public abstract unsafe class BinaryFunctionTests<TFunction>
    where TFunction : struct, IBinaryFunction
{
    private const int RandomPairs = 250_000;

    [Fact]
    public void Single_512Bits_IsWithinBound() => CheckSingle<Vector512Single>(1);

    [Fact]
    public void Single_256Bits_IsWithinBound() => CheckSingle<Vector256Single>(2);

    [Fact]
    public void Single_128Bits_IsWithinBound() => CheckSingle<Vector128Single>(3);

    [Fact]
    public void Single_Scalar_IsWithinBound() => CheckSingle<ScalarSingle>(4);

    [Fact]
    public void Double_512Bits_IsWithinBound() => CheckDouble<Vector512Double>();

    [Fact]
    public void Double_256Bits_IsWithinBound() => CheckDouble<Vector256Double>();

    [Fact]
    public void Double_128Bits_IsWithinBound() => CheckDouble<Vector128Double>();

    [Fact]
    public void Double_Scalar_IsWithinBound() => CheckDouble<ScalarDouble>();

    private static (double X, double Y)[] SpecialPairs =>
        [.. from x in Samples.Special from y in Samples.Special where TFunction.IsInDomain(x, y) select (x, y)];

    private static void CheckSingle<V>(int seed)
        where V : struct, ISimdVector<V, float>
    {
        var pairs = Samples.RandomPatterns(RandomPairs, seed).Zip(Samples.RandomPatterns(RandomPairs, seed + 10))
            .Concat(Samples.Uniform(TFunction.DenseX, RandomPairs, seed).Zip(Samples.Uniform(TFunction.DenseY, RandomPairs, seed + 20)))
            .Select(static pair => ((double)pair.First, (double)pair.Second))
            .Concat(SpecialPairs)
            .Where(static pair => TFunction.IsInDomain(pair.Item1, pair.Item2))
            .ToArray();
        var x = Samples.Padded<float>(pairs.Select(static pair => pair.Item1));
        var y = Samples.Padded<float>(pairs.Select(static pair => pair.Item2));
        var values = Evaluate<V, float>(x, y);
        var worst = new WorstCase();
        for (var index = 0; index < x.Length; index++)
        {
            var expected = TFunction.Reference(x[index], y[index]);
            var error = UlpError.OfSingle(values[index], expected, TFunction.Scale(x[index], y[index], expected));
            worst.Add(error, () => $"({x[index]:g9}, {y[index]:g9}): got {values[index]:g9}, not {expected:g17}");
        }

        worst.AssertAtMost(TFunction.MaximumUlps);
    }

    private static void CheckDouble<V>()
        where V : struct, ISimdVector<V, double>
    {
        var table = ReferenceTable.Load(TFunction.Table);
        var values = Evaluate<V, double>(Samples.Padded<double>(table.X), Samples.Padded<double>(table.Y));
        var worst = new WorstCase();
        for (var index = 0; index < table.X.Length; index++)
        {
            var rounded = table.Rounded[index];
            var scale = TFunction.Scale(table.X[index], table.Y[index], rounded);
            var error = UlpError.OfDouble(values[index], rounded, table.Remainder[index], scale);
            worst.Add(error, () => $"({table.X[index]:r}, {table.Y[index]:r}): got {values[index]:r}, not {rounded:r}");
        }

        var x = Samples.Padded<double>(SpecialPairs.Select(static pair => pair.X));
        var y = Samples.Padded<double>(SpecialPairs.Select(static pair => pair.Y));
        var atSpecial = Evaluate<V, double>(x, y);
        for (var index = 0; index < x.Length; index++)
        {
            var expected = TFunction.Reference(x[index], y[index]);
            if (expected == 0 || !double.IsFinite(expected))
            {
                var error = UlpError.OfSpecial(atSpecial[index], expected);
                worst.Add(error, () => $"({x[index]:r}, {y[index]:r}): got {atSpecial[index]:r}, not {expected:r}");
            }
        }

        worst.AssertAtMost(TFunction.MaximumUlps);
    }

    private static T[] Evaluate<V, T>(T[] first, T[] second)
        where V : struct, ISimdVector<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var values = new T[first.Length];
        fixed (T* x = first, y = second, destination = values)
        {
            for (var index = 0; index < first.Length; index += V.Count)
            {
                V.Store(TFunction.Evaluate<V, T>(V.Load(x + index), V.Load(y + index)), destination + index);
            }
        }

        return values;
    }
}
