using System.Runtime.CompilerServices;
using LossGen.Simd.Functions;

namespace LossGen.Simd;

public unsafe partial interface ISimdVector<V, T>
{
    /// <summary>
    /// ψ(x + a) − ψ(x) − a/x, the derivative of <see cref="LogGammaRatio"/> by x, for x &gt; 0 and a ≥ 0, NaN elsewhere. Within 16 ulp of the larger of
    /// the result and of a·(1 + a)/x², and below x = 12 (6 for float) also of a/x.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual V LogGammaRatioSlope(V x, V a) => OutOfLineOfTwo<SlopeOfGammaRatio<V, T>, V, T>.Call(x, a);
}

/// <summary>ln(1 + t) − t with t = a/x and the difference of the series of ψ, raised by the recurrence where x is small.</summary>
internal readonly struct SlopeOfGammaRatio<V, T> : IOutOfLineFunctionOfTwo<V, T>
    where V : struct, ISimdVector<V, T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Evaluate(V x, V a)
    {
        V isSmall = GammaDifferences<V, T>.IsSmall(x);
        V steps = V.Create(GammaDifferences<V, T>.Steps);
        GammaDifferences<V, T>.Reciprocals(x, a, isSmall, out V u, out V v);
        V t = a * u;
        V result = GammaDifferences<V, T>.OfDigammaSeries(t * v, u, v) - V.XMinusLogP1(t);
        if (V.Any(isSmall))
        {
            V raised = result + (GammaDifferences<V, T>.SumOfReciprocals(x, a) - (t * (steps / x)));
            result = V.Select(isSmall, raised, result);
        }

        return GammaDifferences<V, T>.OfRatio(x, a, result);
    }
}
