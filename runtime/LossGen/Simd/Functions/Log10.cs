using System.Runtime.CompilerServices;
using LossGen.Simd.Functions;

namespace LossGen.Simd;

public unsafe partial interface ISimdVector<V, T>
{
    /// <summary>The logarithm to base 10, within 1.5 ulp; −∞ at ±0, NaN below.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual V Log10(V x)
    {
        // log₁₀ e and log₁₀ 2, each as a rounded number and a correction.
        const double High = 0.4342944819032518;
        const double TwoHigh = 0.3010299956639812;
        var low = typeof(T) == typeof(float) ? -1.0103050052231683e-8 : 1.098319650216765e-17;
        var twoLow = typeof(T) == typeof(float) ? -1.4320988897559699e-8 : -2.8037281277851704e-18;
        var f = LogarithmReduction.Reduce<V, T>(x, out var exponent);
        var tail = V.MultiplyAdd(LogarithmReduction.Tail<V, T>(f), High, V.MultiplyAdd(exponent, twoLow, f * low));
        var result = V.MultiplyAdd(exponent, TwoHigh, V.MultiplyAdd(f, High, tail));
        return LogarithmReduction.WithSpecialValues<V, T>(result, x);
    }
}
