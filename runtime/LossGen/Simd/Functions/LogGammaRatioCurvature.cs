using System.Runtime.CompilerServices;
using LossGen.Simd.Functions;

namespace LossGen.Simd;

public unsafe partial interface ISimdVector<V, T>
{
    /// <summary>
    /// ψ′(x + a) − ψ′(x) + a/x², the second derivative of <see cref="LogGammaRatio"/> by x, for x &gt; 0 and a ≥ 0, NaN elsewhere. Within 16 ulp of the larger
    /// of the result and of a·(1 + a)/x³, and below x = 12 (6 for float) also of a/x².
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual V LogGammaRatioCurvature(V x, V a) => OutOfLineOfTwo<CurvatureOfGammaRatio<V, T>, V, T>.Call(x, a);
}

/// <summary>t²/(x + a) with t = a/x less the difference of the series of ψ′, raised by the recurrence where x is small.</summary>
internal readonly struct CurvatureOfGammaRatio<V, T> : IOutOfLineFunctionOfTwo<V, T>
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
        V result = (t * t * v) - GammaDifferences<V, T>.OfTrigammaSeries(t * v, u, v);
        if (V.Any(isSmall))
        {
            V reciprocal = V.Create(1.0) / x;
            V raised = result + ((t * (steps * reciprocal) * (reciprocal + u)) - GammaDifferences<V, T>.SumOfSquares(x, a));
            result = V.Select(isSmall, raised, result);
        }

        return GammaDifferences<V, T>.OfRatio(x, a, result);
    }
}
