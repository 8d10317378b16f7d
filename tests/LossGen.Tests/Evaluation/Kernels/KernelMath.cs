using System.Numerics;
using System.Runtime.CompilerServices;
using LossGen.Simd;

namespace LossGen.Tests.Evaluation.Kernels;

/// <summary>Exponential and logarithm from the vector's arithmetic alone, so that the evaluators' tests stand on nothing but the evaluators.</summary>
internal static class KernelMath
{
    /// <summary>eˣ for |x| below 80: 2ᵏ·eʳ with |r| ≤ ½ ln 2 and Taylor's series up to r¹³.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Exp<V, T>(V x)
        where V : struct, ISimdVector<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        V k = V.Round(x * V.Create(1.4426950408889634));
        V r = V.MultiplyAdd(k, V.Create(-0.693145751953125), x);
        r = V.MultiplyAdd(k, V.Create(-1.42860682030941723e-6), r);
        V sum = V.Create(1.0 / 6227020800);
        sum = V.MultiplyAdd(sum, r, V.Create(1.0 / 479001600));
        sum = V.MultiplyAdd(sum, r, V.Create(1.0 / 39916800));
        sum = V.MultiplyAdd(sum, r, V.Create(1.0 / 3628800));
        sum = V.MultiplyAdd(sum, r, V.Create(1.0 / 362880));
        sum = V.MultiplyAdd(sum, r, V.Create(1.0 / 40320));
        sum = V.MultiplyAdd(sum, r, V.Create(1.0 / 5040));
        sum = V.MultiplyAdd(sum, r, V.Create(1.0 / 720));
        sum = V.MultiplyAdd(sum, r, V.Create(1.0 / 120));
        sum = V.MultiplyAdd(sum, r, V.Create(1.0 / 24));
        sum = V.MultiplyAdd(sum, r, V.Create(1.0 / 6));
        sum = V.MultiplyAdd(sum, r, V.Create(0.5));
        sum = V.MultiplyAdd(sum, r, V.Create(1.0));
        sum = V.MultiplyAdd(sum, r, V.Create(1.0));
        return V.Scale(sum, k);
    }

    /// <summary>ln x for normal positive x: k·ln 2 + 2·artanh((m − 1)/(m + 1)) with m in [√½, √2] and the series up to the 23rd power.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Log<V, T>(V x)
        where V : struct, ISimdVector<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        V m = V.Mantissa(x);
        V k = V.Exponent(x);
        V large = V.GreaterThan(m, V.Create(1.4142135623730951));
        m = V.Select(large, m * V.Create(0.5), m);
        k = V.Select(large, k + V.Create(1.0), k);
        V t = (m - V.Create(1.0)) / (m + V.Create(1.0));
        V square = t * t;
        V sum = V.Create(2.0 / 23);
        for (int power = 21; power >= 1; power -= 2)
            sum = V.MultiplyAdd(sum, square, V.Create(2.0 / power));
        return V.MultiplyAdd(k, V.Create(0.6931471805599453), sum * t);
    }
}
