using System.Numerics;
using Xunit;

namespace LossGen.Simd.Tests.Harness;

/// <summary>The tests that every function of one argument must pass, at every width, for float and double.</summary>
public abstract unsafe class UnaryFunctionTests<TFunction>
    where TFunction : struct, IUnaryFunction
{
    [Fact]
    public void Single_512Bits_IsWithinBound() => CheckSingle<Vector512Single>(0);

    [Fact]
    public void Single_256Bits_IsWithinBound() => CheckSingle<Vector256Single>(2048);

    [Fact]
    public void Single_128Bits_IsWithinBound() => CheckSingle<Vector128Single>(4096);

    [Fact]
    public void Single_Scalar_IsWithinBound() => CheckSingle<ScalarSingle>(6144);

    [Fact]
    public void Double_512Bits_IsWithinBound() => CheckDouble<Vector512Double>();

    [Fact]
    public void Double_256Bits_IsWithinBound() => CheckDouble<Vector256Double>();

    [Fact]
    public void Double_128Bits_IsWithinBound() => CheckDouble<Vector128Double>();

    [Fact]
    public void Double_Scalar_IsWithinBound() => CheckDouble<ScalarDouble>();

    private static void CheckSingle<V>(uint firstPattern)
        where V : struct, ISimdVector<V, float>
    {
        var arguments = Samples.Patterns(firstPattern)
            .Concat(Samples.Uniform(TFunction.Dense, 100_000, seed: (int)firstPattern))
            .Select(static x => (double)x)
            .Concat(Samples.Special)
            .Where(TFunction.IsInDomain);
        var x = Samples.Padded<float>(arguments);
        var values = Evaluate<V, float>(x);
        var worst = new WorstCase();
        for (var index = 0; index < x.Length; index++)
        {
            var expected = TFunction.Reference(x[index]);
            var error = UlpError.OfSingle(values[index], expected, TFunction.Scale(x[index], expected));
            worst.Add(error, () => $"{x[index]:g9}: got {values[index]:g9}, not {expected:g17}");
        }

        // The points of the table that float holds exactly.
        var table = ReferenceTable.Load(TFunction.Table);
        var exact = Enumerable.Range(0, table.X.Length).Where(index => table.X[index] == (float)table.X[index]).ToArray();
        var tabled = Evaluate<V, float>(Samples.Padded<float>(exact.Select(index => table.X[index])));
        for (var index = 0; index < exact.Length; index++)
        {
            var (argument, expected) = (table.X[exact[index]], table.Rounded[exact[index]]);
            var error = UlpError.OfSingle(tabled[index], expected, TFunction.Scale(argument, expected));
            worst.Add(error, () => $"{argument:g9}: got {tabled[index]:g9}, not {expected:g17}");
        }

        worst.AssertAtMost(TFunction.MaximumUlps);
    }

    private static void CheckDouble<V>()
        where V : struct, ISimdVector<V, double>
    {
        var table = ReferenceTable.Load(TFunction.Table);
        var values = Evaluate<V, double>(Samples.Padded<double>(table.X));
        var worst = new WorstCase();
        for (var index = 0; index < table.X.Length; index++)
        {
            var rounded = table.Rounded[index];
            var error = UlpError.OfDouble(values[index], rounded, table.Remainder[index], TFunction.Scale(table.X[index], rounded));
            worst.Add(error, () => $"{table.X[index]:r}: got {values[index]:r}, not {rounded:r}");
        }

        var special = Samples.Padded<double>(Samples.Special.Where(TFunction.IsInDomain));
        var atSpecial = Evaluate<V, double>(special);
        for (var index = 0; index < special.Length; index++)
        {
            var expected = TFunction.Reference(special[index]);
            if (expected == 0 || !double.IsFinite(expected))
            {
                worst.Add(UlpError.OfSpecial(atSpecial[index], expected), () => $"{special[index]:r}: got {atSpecial[index]:r}, not {expected:r}");
            }
        }

        worst.AssertAtMost(TFunction.MaximumUlps);
    }

    private static T[] Evaluate<V, T>(T[] arguments)
        where V : struct, ISimdVector<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var values = new T[arguments.Length];
        fixed (T* x = arguments, destination = values)
        {
            for (var index = 0; index < arguments.Length; index += V.Count)
            {
                V.Store(TFunction.Evaluate<V, T>(V.Load(x + index)), destination + index);
            }
        }

        return values;
    }
}
