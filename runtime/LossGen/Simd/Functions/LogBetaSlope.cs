using System.Runtime.CompilerServices;
using LossGen.Simd.Functions;

namespace LossGen.Simd;

public unsafe partial interface ISimdVector<V, T>
{
    /// <summary>ψ(x) − ψ(x + a), the derivative of <see cref="LogBeta"/> by x, within 16 ulp for x &gt; 0 and a ≥ 0, also where a is tiny beside x. NaN elsewhere.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual V LogBetaSlope(V x, V a) => OutOfLineOfTwo<SlopeOfBeta<V, T>, V, T>.Call(x, a);
}

/// <summary>The negative of ln(1 + a/x) and the difference of the series of ψ, terms of one sign, and of the steps where x is small.</summary>
internal readonly struct SlopeOfBeta<V, T> : IOutOfLineFunctionOfTwo<V, T>
    where V : struct, ISimdVector<V, T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Evaluate(V x, V a)
    {
        V isSmall = GammaDifferences<V, T>.IsSmall(x);
        GammaDifferences<V, T>.Reciprocals(x, a, isSmall, out V u, out V v);
        V t = a * u;
        V result = V.LogP1(t) + GammaDifferences<V, T>.OfDigammaSeries(t * v, u, v);
        if (V.Any(isSmall))
        {
            result = V.Select(isSmall, result + GammaDifferences<V, T>.SumOfReciprocals(x, a), result);
        }

        return GammaDifferences<V, T>.Within(x, a, -result);
    }
}
