using System.Runtime.CompilerServices;
using LossGen.Simd.Functions;

namespace LossGen.Simd;

public unsafe partial interface ISimdVector<V, T>
{
    /// <summary>
    /// ln(Γ(x + a)/Γ(x)) − a·ln x for x &gt; 0 and a ≥ 0, NaN elsewhere: about a·(a − 1)/2x, 0 for a = 0 and a = 1. Within 16 ulp of the larger of the
    /// result and of a·(1 + a)/x, and below x = 12 (6 for float) also of a·ln(1 + 12/x).
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual V LogGammaRatio(V x, V a) => OutOfLineOfTwo<RatioOfGammas<V, T>, V, T>.Call(x, a);
}

/// <summary>
/// With z = x, raised by the recurrence where x is small, t = a/z and y = z + a: y·ln(1 + t) − a, for small t as y·(w − ln(1 + w)) with w = −a/y, less
/// ½·ln(1 + t), and the difference of Stirling's series.
/// </summary>
internal readonly struct RatioOfGammas<V, T> : IOutOfLineFunctionOfTwo<V, T>
    where V : struct, ISimdVector<V, T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Evaluate(V x, V a)
    {
        V isSmall = GammaDifferences<V, T>.IsSmall(x);
        V steps = V.Create(GammaDifferences<V, T>.Steps);
        V z = V.Select(isSmall, x + steps, x);
        V y = z + a;
        V u = V.Create(1.0) / z;
        V v = V.Create(1.0) / y;
        V t = a * u;
        V logarithm = V.LogP1(t);
        V excess = V.Select(V.GreaterThan(t, V.Create(1.0)), V.MultiplyAdd(y, logarithm, -a), y * V.XMinusLogP1(-(a * v)));
        V result = V.MultiplyAdd(V.Create(-0.5), logarithm, excess) + GammaDifferences<V, T>.OfStirlingSeries(-(t * v), u, v);
        if (V.Any(isSmall))
        {
            V raised = V.MultiplyAdd(a, V.LogP1(steps / x), result) - GammaDifferences<V, T>.SumOfLogarithms(x, a);
            result = V.Select(isSmall, raised, result);
        }

        return GammaDifferences<V, T>.OfRatio(x, a, result);
    }
}
