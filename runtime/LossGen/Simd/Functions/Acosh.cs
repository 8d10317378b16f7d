using System.Runtime.CompilerServices;
using LossGen.Simd.Functions;

namespace LossGen.Simd;

public unsafe partial interface ISimdVector<V, T>
{
    /// <summary>The inverse hyperbolic cosine, not negative, within 2 ulp. NaN below 1; +∞ gives +∞.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual V Acosh(V x) => OutOfLine<InverseHyperbolicCosine<V, T>, V, T>.Call(x);
}

/// <summary>arcosh x = ln(1 + t + √(2t + t²)) with t = x − 1, which keeps its relative accuracy near 1.</summary>
internal readonly struct InverseHyperbolicCosine<V, T> : IOutOfLineFunction<V, T>
    where V : struct, ISimdVector<V, T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Evaluate(V x)
    {
        V one = V.Create(1.0);

        // Beyond 2^13 (float) or 2^28 (double) x² − 1 is x² to all bits, and the result ln 2x.
        V isHuge = V.GreaterThan(x, V.Create(typeof(T) == typeof(float) ? 8192.0 : 268435456.0));
        V t = V.Select(isHuge, one, x) - one;
        V square = ErrorFree<V, T>.Product(t, t, out V squareLow);
        V radicand = ErrorFree<V, T>.Sum(t + t, square, out V radicandLow);
        V root = V.Sqrt(radicand);

        // The root of the radicand's low parts, and what its own rounding lost; its smallest value but 0 is above 2^−26.
        V rootLow = (V.MultiplyAdd(-root, root, radicand) + (radicandLow + squareLow)) / V.MaxOrRight(root + root, V.Create(1e-30));
        V u = ErrorFree<V, T>.Sum(t, root, out V uLow);
        V high = ErrorFree<V, T>.Sum(one, u, out V low);
        low += uLow + rootLow;

        high = V.Select(isHuge, x, high);
        low = V.Select(isHuge, V.Zero, low);
        V result = ExtendedLogarithm<V, T>.Evaluate(high, low, V.And(isHuge, one));
        result = V.Select(V.LessThan(x, one), V.Create(double.NaN), result);
        return V.Select(V.LessThan(x, V.Create(double.PositiveInfinity)), result, x);
    }
}
