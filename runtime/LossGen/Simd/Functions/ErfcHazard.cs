using System.Runtime.CompilerServices;
using LossGen.Simd.Functions;

namespace LossGen.Simd;

public unsafe partial interface ISimdVector<V, T>
{
    /// <summary>2/√π·e^(−x²)/erfc x, within 8 ulp: the negative slope of <see cref="LogErfc"/>. +∞ gives +∞, −∞ gives 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual V ErfcHazard(V x) => OutOfLine<HazardOfErfc<V, T>, V, T>.Call(x);
}

/// <summary>h(x) = 2/√π·e^(−x²)/erfc x: as it stands below 1/2; above, h(x)/(1 + 2x) is a polynomial in t = (x − 2)/(x + 2), as in <see cref="ComplementaryErrorFunction{V, T}"/>.</summary>
internal readonly struct HazardOfErfc<V, T> : IOutOfLineFunction<V, T>
    where V : struct, ISimdVector<V, T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Evaluate(V x) => V.Select(V.LessThan(x, V.Create(0.5)), Quotient(x), Tail(x));

    /// <summary>h(x) for x ≤ 1/2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Quotient(V x) => V.Create(1.1283791670955126) * V.Gaussian(x) / V.Erfc(x);

    /// <summary>h(x) for x ≥ 1/2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Tail(V x) => V.MultiplyAdd(x, V.Create(2.0), V.Create(1.0)) * Polynomial(Variable(x));

    /// <summary>t = (x − 2)/(x + 2), 1 where that is all that can be told of it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Variable(V x)
    {
        V clamped = V.MinOrRight(V.Create(1e30), x);
        return (clamped - V.Create(2.0)) / (clamped + V.Create(2.0));
    }

    /// <summary>h(x)/(1 + 2x) in t; errors are relative.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Polynomial(V t)
    {
        if (typeof(T) == typeof(float))
        {
            // Chebyshev fit of degree 11 on [-0.60643, 1.0]; error below 2^−24.93 with the rounded coefficients.
            V t2 = t * t;
            V even = V.Create(0.0023406772);
            even = V.MultiplyAdd(even, t2, V.Create(0.0048108413));
            even = V.MultiplyAdd(even, t2, V.Create(0.015383531));
            even = V.MultiplyAdd(even, t2, V.Create(0.037831675));
            even = V.MultiplyAdd(even, t2, V.Create(0.11954983));
            even = V.MultiplyAdd(even, t2, V.Create(0.8836322));
            V odd = V.Create(-0.0006718646);
            odd = V.MultiplyAdd(odd, t2, V.Create(-0.003362475));
            odd = V.MultiplyAdd(odd, t2, V.Create(-0.010305321));
            odd = V.MultiplyAdd(odd, t2, V.Create(-0.01691286));
            odd = V.MultiplyAdd(odd, t2, V.Create(-0.09648608));
            odd = V.MultiplyAdd(odd, t2, V.Create(0.06418985));
            return V.MultiplyAdd(odd, t, even);
        }
        else
        {
            // Chebyshev fit of degree 25 on [-0.60643, 1.0]; error below 2^−54.19 with the rounded coefficients.
            V t2 = t * t;
            V even = V.Create(1.3395927012968069e-06);
            even = V.MultiplyAdd(even, t2, V.Create(5.4126318622580285e-06));
            even = V.MultiplyAdd(even, t2, V.Create(1.0322922192015445e-05));
            even = V.MultiplyAdd(even, t2, V.Create(3.257012378677518e-05));
            even = V.MultiplyAdd(even, t2, V.Create(7.75236583881289e-05));
            even = V.MultiplyAdd(even, t2, V.Create(0.00028217655619240466));
            even = V.MultiplyAdd(even, t2, V.Create(0.0005465206341488051));
            even = V.MultiplyAdd(even, t2, V.Create(0.002169809358533969));
            even = V.MultiplyAdd(even, t2, V.Create(0.004543538866724425));
            even = V.MultiplyAdd(even, t2, V.Create(0.015529718123452819));
            even = V.MultiplyAdd(even, t2, V.Create(0.037806913821987254));
            even = V.MultiplyAdd(even, t2, V.Create(0.11955120071463758));
            even = V.MultiplyAdd(even, t2, V.Create(0.8836321611988829));
            V odd = V.Create(-2.1965812847229947e-07);
            odd = V.MultiplyAdd(odd, t2, V.Create(-3.437375345027559e-06));
            odd = V.MultiplyAdd(odd, t2, V.Create(-7.439888336299571e-06));
            odd = V.MultiplyAdd(odd, t2, V.Create(-1.5652222528371288e-05));
            odd = V.MultiplyAdd(odd, t2, V.Create(-5.9226077128652096e-05));
            odd = V.MultiplyAdd(odd, t2, V.Create(-0.00013348208215392172));
            odd = V.MultiplyAdd(odd, t2, V.Create(-0.0004013813635850448));
            odd = V.MultiplyAdd(odd, t2, V.Create(-0.0012196745151447262));
            odd = V.MultiplyAdd(odd, t2, V.Create(-0.0025921918558132265));
            odd = V.MultiplyAdd(odd, t2, V.Create(-0.01058550383861739));
            odd = V.MultiplyAdd(odd, t2, V.Create(-0.0168725771236006));
            odd = V.MultiplyAdd(odd, t2, V.Create(-0.09648831120294028));
            odd = V.MultiplyAdd(odd, t2, V.Create(0.06418988899983143));
            return V.MultiplyAdd(odd, t, even);
        }
    }
}
