using System.Runtime.CompilerServices;
using LossGen.Simd.Functions;

namespace LossGen.Simd;

public unsafe partial interface ISimdVector<V, T>
{
    /// <summary>log(erfc x), within 4 ulp, also where erfc x underflows. +∞ gives −∞, −∞ gives log 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual V LogErfc(V x) => OutOfLine<LogarithmOfErfc<V, T>, V, T>.Call(x);
}

/// <summary>log(erfc x): log1p(−erf x) below 1/2; in the tail, with erfc x = 2/√π·e^(−x²)/h(x), −x² − log(½√π·h(x)), two terms of one sign.</summary>
internal readonly struct LogarithmOfErfc<V, T> : IOutOfLineFunction<V, T>
    where V : struct, ISimdVector<V, T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Evaluate(V x) => V.Select(V.LessThan(x, V.Create(0.5)), V.LogP1(-V.Erf(x)), Tail(x));

    /// <summary>log(erfc x) for x ≥ 1/2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Tail(V x) => -V.MultiplyAdd(x, x, V.Log(V.Create(0.886226925452758) * HazardOfErfc<V, T>.Tail(x)));
}
