using System.Runtime.CompilerServices;
using LossGen.Simd.Functions;

namespace LossGen.Simd;

public unsafe partial interface ISimdVector<V, T>
{
    /// <summary>The logarithm to base 2, within 1.5 ulp; −∞ at ±0, NaN below.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual V Log2(V x)
    {
        // log₂ e as a rounded number and a correction.
        const double High = 1.4426950408889634;
        var low = typeof(T) == typeof(float) ? 1.9259629911266175e-8 : 2.0355273740931033e-17;
        var f = LogarithmReduction.Reduce<V, T>(x, out var exponent);
        var tail = V.MultiplyAdd(LogarithmReduction.Tail<V, T>(f), High, f * low);
        return LogarithmReduction.WithSpecialValues<V, T>(exponent + V.MultiplyAdd(f, High, tail), x);
    }
}
