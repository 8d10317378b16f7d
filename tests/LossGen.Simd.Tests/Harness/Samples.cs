using System.Numerics;

namespace LossGen.Simd.Tests.Harness;

/// <summary>Arguments to test functions at.</summary>
public static class Samples
{
    /// <summary>The numbers that every function must treat rightly.</summary>
    public static readonly double[] Special =
    [
        0.0, -0.0, double.NaN, double.PositiveInfinity, double.NegativeInfinity, 1, -1, 2, -2, 3, -3, 0.5, -0.5, 1.5, -1.5,
        float.Epsilon, -float.Epsilon, float.MaxValue, float.MinValue, 1.17549435E-38, -1.17549435E-38, 1.1754942E-38,
        16777216, -16777217, 1e10, -1e10, 1e-10, -1e-10, 1e30, 1e-30, 88.72284, 88.72283, 88.72285, -87.33655, -103.97208, -103.97209, -104,
    ];

    /// <summary>Every 8191st bit pattern of float, from the given one on.</summary>
    public static IEnumerable<float> Patterns(uint first)
    {
        const uint Step = 8191; // coprime to 2^32: visits every exponent with varied mantissas
        for (ulong pattern = first; pattern <= uint.MaxValue; pattern += Step)
        {
            yield return BitConverter.UInt32BitsToSingle((uint)pattern);
        }
    }

    /// <summary>Uniform samples of an interval; the same for the same seed.</summary>
    public static IEnumerable<float> Uniform((double Low, double High) interval, int count, int seed)
    {
        var random = new Random(seed);
        for (var index = 0; index < count; index++)
        {
            yield return (float)(interval.Low + ((interval.High - interval.Low) * random.NextDouble()));
        }
    }

    /// <summary>Random bit patterns of float; the same for the same seed.</summary>
    public static IEnumerable<float> RandomPatterns(int count, int seed)
    {
        var random = new Random(seed);
        for (var index = 0; index < count; index++)
        {
            yield return BitConverter.Int32BitsToSingle((int)random.NextInt64(int.MinValue, 1L + int.MaxValue));
        }
    }

    /// <summary>The numbers, converted, and repeated at the end so that they fill whole vectors of any width.</summary>
    public static T[] Padded<T>(IEnumerable<double> numbers)
        where T : INumberBase<T>
    {
        const int WidestCount = 16;
        var list = numbers.Select(T.CreateTruncating).ToList();
        while (list.Count % WidestCount != 0)
        {
            list.Add(list[^1]);
        }

        return [.. list];
    }
}
