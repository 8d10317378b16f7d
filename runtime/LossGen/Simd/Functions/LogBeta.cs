using System.Runtime.CompilerServices;
using LossGen.Simd.Functions;

namespace LossGen.Simd;

public unsafe partial interface ISimdVector<V, T>
{
    /// <summary>
    /// ln B(x, y) = ln Γ(x) + ln Γ(y) − ln Γ(x + y) for x, y &gt; 0, NaN elsewhere. Within 16 ulp of the larger of the result and of m·(1 + |ln(m/M)|) + 1 with m the
    /// smaller and M the larger argument.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual V LogBeta(V x, V y) => OutOfLineOfTwo<LogarithmOfBeta<V, T>, V, T>.Call(x, y);
}

/// <summary>ln Γ(m) − m·ln M − ln(Γ(M + m)/(Γ(M)·Mᵐ)); where m is large, too, ln Γ(m) by Stirling's formula, so that the two logarithms are one.</summary>
internal readonly struct LogarithmOfBeta<V, T> : IOutOfLineFunctionOfTwo<V, T>
    where V : struct, ISimdVector<V, T>
    where T : unmanaged
{
    /// <summary>½·ln 2π.</summary>
    private const double HalfLogTwoPi = 0.91893853320467274;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Evaluate(V x, V y)
    {
        V isLess = V.LessThan(x, y);
        V smaller = V.Select(isLess, x, y);
        V larger = V.Select(isLess, y, x);
        V reciprocal = V.Create(1.0) / smaller;
        V scaled = V.MultiplyAdd(smaller, V.Log(smaller / larger) - V.Create(1.0), V.MultiplyAdd(V.Create(-0.5), V.Log(smaller), V.Create(HalfLogTwoPi)))
            + GammaDifferences<V, T>.OfStirlingSeries(reciprocal, V.Zero, reciprocal);
        V plain = V.LogGamma(smaller) - (smaller * V.Log(larger));
        V result = V.Select(GammaDifferences<V, T>.IsSmall(smaller), plain, scaled) - RatioOfGammas<V, T>.Evaluate(larger, smaller);
        return V.Select(V.GreaterThan(smaller, V.Zero), result, V.Create(double.NaN));
    }
}
