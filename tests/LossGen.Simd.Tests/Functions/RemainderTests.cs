using System.Numerics;
using LossGen.Simd.Tests.Harness;
using Xunit;

namespace LossGen.Simd.Tests.Functions;

/// <summary>The remainder is exact, so C#'s own operator is the oracle, to the bit.</summary>
public unsafe sealed class RemainderTests
{
    private const int Pairs = 100_000;

    [Fact]
    public void Single_512Bits_IsExact() => Check<Vector512Single, float>(1);

    [Fact]
    public void Single_256Bits_IsExact() => Check<Vector256Single, float>(2);

    [Fact]
    public void Single_128Bits_IsExact() => Check<Vector128Single, float>(3);

    [Fact]
    public void Single_Scalar_IsExact() => Check<ScalarSingle, float>(4);

    [Fact]
    public void Double_512Bits_IsExact() => Check<Vector512Double, double>(5);

    [Fact]
    public void Double_256Bits_IsExact() => Check<Vector256Double, double>(6);

    [Fact]
    public void Double_128Bits_IsExact() => Check<Vector128Double, double>(7);

    [Fact]
    public void Double_Scalar_IsExact() => Check<ScalarDouble, double>(8);

    private static void Check<V, T>(int seed)
        where V : struct, ISimdVector<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var uniform = Samples.Uniform((-100, 100), Pairs, seed).Zip(Samples.Uniform((-3, 3), Pairs, seed + 10));
        var tenths = Enumerable.Range(-2000, 4000).Select(static k => (0.1f * k, 0.1f));
        var patterns = Samples.RandomPatterns(Pairs, seed + 20).Zip(Samples.RandomPatterns(Pairs, seed + 30));
        var pairs = uniform.Concat(tenths).Concat(patterns)
            .Select(static pair => ((double)pair.Item1, (double)pair.Item2))
            .Concat(from x in Samples.Special from y in Samples.Special select (x, y))
            .ToArray();
        var dividends = Samples.Padded<T>(pairs.Select(static pair => pair.Item1));
        var divisors = Samples.Padded<T>(pairs.Select(static pair => pair.Item2));
        var results = stackalloc T[V.Count];
        fixed (T* x = dividends, y = divisors)
        {
            for (var index = 0; index < dividends.Length; index += V.Count)
            {
                V.Store(V.Remainder(V.Load(x + index), V.Load(y + index)), results);
                for (var lane = 0; lane < V.Count; lane++)
                {
                    var expected = x[index + lane] % y[index + lane];
                    if (UlpError.OfSpecial(double.CreateChecked(results[lane]), double.CreateChecked(expected)) != 0)
                    {
                        Assert.Fail($"{x[index + lane]} % {y[index + lane]} is {expected}, not {results[lane]}");
                    }
                }
            }
        }
    }
}
