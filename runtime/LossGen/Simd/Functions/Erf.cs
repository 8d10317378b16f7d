using System.Runtime.CompilerServices;
using LossGen.Simd.Functions;

namespace LossGen.Simd;

public unsafe partial interface ISimdVector<V, T>
{
    /// <summary>The error function 2/√π ∫₀ˣ e^(−t²) dt, within 2 ulp. ±∞ give ±1; −0 gives −0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual V Erf(V x) => OutOfLine<ErrorFunction<V, T>, V, T>.Call(x);
}

/// <summary>erf x: an odd polynomial below 1, 1 − erfc x above.</summary>
internal readonly struct ErrorFunction<V, T> : IOutOfLineFunction<V, T>
    where V : struct, ISimdVector<V, T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Evaluate(V x)
    {
        V magnitude = V.Abs(x);
        V small = Small(magnitude);
        V large = V.Create(1.0) - ComplementaryErrorFunction<V, T>.Tail(magnitude);
        V result = V.Select(V.LessThan(magnitude, V.Create(1.0)), small, large);
        return V.Xor(result, Sign<V, T>.Of(x));
    }

    /// <summary>erf x for |x| ≤ 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Small(V x) => V.MultiplyAdd(x, Polynomial(x * x), x);

    /// <summary>erf(x)/x − 1 in z = x²; errors are relative to x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Polynomial(V z)
    {
        if (typeof(T) == typeof(float))
        {
            // Chebyshev fit of degree 7 on [0, 1.0]; error below 2^−29.16 with the rounded coefficients.
            V z2 = z * z;
            V even = V.Create(0.00011265959);
            even = V.MultiplyAdd(even, z2, V.Create(0.0052210316));
            even = V.MultiplyAdd(even, z2, V.Create(0.11283782));
            even = V.MultiplyAdd(even, z2, V.Create(0.12837917));
            V odd = V.Create(-9.667045e-06);
            odd = V.MultiplyAdd(odd, z2, V.Create(-0.00084840803));
            odd = V.MultiplyAdd(odd, z2, V.Create(-0.02686543));
            odd = V.MultiplyAdd(odd, z2, V.Create(-0.37612638));
            return V.MultiplyAdd(odd, z, even);
        }
        else
        {
            // Chebyshev fit of degree 12 on [0, 1.0]; error below 2^−55.78 with the rounded coefficients.
            V z2 = z * z;
            V even = V.Create(5.957176147748911e-11);
            even = V.MultiplyAdd(even, z2, V.Create(1.4659775274047436e-08));
            even = V.MultiplyAdd(even, z2, V.Create(1.6461000484121368e-06));
            even = V.MultiplyAdd(even, z2, V.Create(0.0001205533111164271));
            even = V.MultiplyAdd(even, z2, V.Create(0.0052239776248180145));
            even = V.MultiplyAdd(even, z2, V.Create(0.11283791670954879));
            even = V.MultiplyAdd(even, z2, V.Create(0.1283791670955126));
            V odd = V.Create(-1.1372848856791674e-09);
            odd = V.MultiplyAdd(odd, z2, V.Create(-1.6350312701054695e-07));
            odd = V.MultiplyAdd(odd, z2, V.Create(-1.4925595266831182e-05));
            odd = V.MultiplyAdd(odd, z2, V.Create(-0.000854832698083379));
            odd = V.MultiplyAdd(odd, z2, V.Create(-0.026866170645076792));
            odd = V.MultiplyAdd(odd, z2, V.Create(-0.3761263890318375));
            return V.MultiplyAdd(odd, z, even);
        }
    }
}
