using System.Runtime.CompilerServices;
using LossGen.Simd.Functions;

namespace LossGen.Simd;

public unsafe partial interface ISimdVector<V, T>
{
    /// <summary>The inverse hyperbolic sine, within 2 ulp. ±∞ give ±∞; −0 gives −0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual V Asinh(V x) => OutOfLine<InverseHyperbolicSine<V, T>, V, T>.Call(x);
}

/// <summary>arsinh x = ln(1 + x + x²/(1 + √(1 + x²))) for x ≥ 0, which keeps its relative accuracy near 0.</summary>
internal readonly struct InverseHyperbolicSine<V, T> : IOutOfLineFunction<V, T>
    where V : struct, ISimdVector<V, T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Evaluate(V x)
    {
        V magnitude = V.Abs(x);
        V one = V.Create(1.0);

        // Beyond 2^13 (float) or 2^28 (double) x² + 1 is x² to all bits, and the result ln 2x.
        V isHuge = V.GreaterThan(magnitude, V.Create(typeof(T) == typeof(float) ? 8192.0 : 268435456.0));
        V x1 = V.Select(isHuge, one, magnitude);
        V square = x1 * x1;
        V u = ErrorFree<V, T>.SumOrdered(x1, square / (one + V.Sqrt(one + square)), out V uLow);
        V high = ErrorFree<V, T>.Sum(one, u, out V low);
        low += uLow;

        high = V.Select(isHuge, magnitude, high);
        low = V.Select(isHuge, V.Zero, low);
        V result = ExtendedLogarithm<V, T>.Evaluate(high, low, V.And(isHuge, one));
        V isFinite = V.LessThan(magnitude, V.Create(double.PositiveInfinity));
        return V.Select(isFinite, V.Xor(result, Sign<V, T>.Of(x)), x);
    }
}
