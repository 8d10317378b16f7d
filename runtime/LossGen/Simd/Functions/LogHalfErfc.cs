using System.Runtime.CompilerServices;
using LossGen.Simd.Functions;

namespace LossGen.Simd;

public unsafe partial interface ISimdVector<V, T>
{
    /// <summary>log(½·erfc x), within 8 ulp in both tails. +∞ gives −∞, −∞ gives −0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual V LogHalfErfc(V x) => OutOfLine<LogarithmOfHalfErfc<V, T>, V, T>.Call(x);
}

/// <summary>log(½·erfc x) = log1p(−½·erfc(−x)) below 1/2; in the tail it is log(erfc x) − log 2, two terms of one sign.</summary>
internal readonly struct LogarithmOfHalfErfc<V, T> : IOutOfLineFunction<V, T>
    where V : struct, ISimdVector<V, T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Evaluate(V x) =>
        V.Select(V.LessThan(x, V.Create(0.5)), V.LogP1(V.Create(-0.5) * V.Erfc(-x)), LogarithmOfErfc<V, T>.Tail(x) + V.Create(-LogarithmOfTwo.Rounded));
}
