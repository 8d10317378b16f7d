using System.Runtime.CompilerServices;
using LossGen.Simd.Functions;

namespace LossGen.Simd;

public unsafe partial interface ISimdVector<V, T>
{
    /// <summary>The hyperbolic tangent, within 2 ulp. ±∞ give ±1; −0 gives −0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual V Tanh(V x) => OutOfLine<HyperbolicTangent<V, T>, V, T>.Call(x);
}

/// <summary>tanh x: an odd polynomial below 5/8, 1 − 2/(e^2x + 1) above, where the quotient is less than half of the result.</summary>
internal readonly struct HyperbolicTangent<V, T> : IOutOfLineFunction<V, T>
    where V : struct, ISimdVector<V, T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Evaluate(V x)
    {
        V magnitude = V.Abs(x);
        V square = magnitude * magnitude;
        V small = V.MultiplyAdd(magnitude * square, Polynomial(square), magnitude);

        V exponential = ExtendedExponential<V, T>.Evaluate(magnitude + magnitude, V.Zero, out _, out V exponent);
        V large = V.Create(1.0) - V.Create(2.0) / (V.ScaleNearOne(exponential, exponent) + V.Create(1.0));

        V result = V.Select(V.LessThan(magnitude, V.Create(0.625)), small, large);
        return V.Xor(result, Sign<V, T>.Of(x));
    }

    /// <summary>(tanh x − x)/x³ in z = x²; errors are relative to tanh x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Polynomial(V z)
    {
        if (typeof(T) == typeof(float))
        {
            // Chebyshev fit of degree 5 on [0, 0.4]; error below 2^−27.43 with the rounded coefficients.
            V p = V.Create(0.0022695018);
            p = V.MultiplyAdd(p, z, V.Create(-0.008323187));
            p = V.MultiplyAdd(p, z, V.Create(0.021762503));
            p = V.MultiplyAdd(p, z, V.Create(-0.05395846));
            p = V.MultiplyAdd(p, z, V.Create(0.133333));
            p = V.MultiplyAdd(p, z, V.Create(-0.33333334));
            return p;
        }
        else
        {
            // Chebyshev fit of degree 11 on [0, 0.4]; error below 2^−57.37 with the rounded coefficients.
            V z2 = z * z;
            V even = V.Create(-3.092912547386467e-05);
            even = V.MultiplyAdd(even, z2, V.Create(-0.0002374675659822325));
            even = V.MultiplyAdd(even, z2, V.Create(-0.0014557676940659455));
            even = V.MultiplyAdd(even, z2, V.Create(-0.008863235024306106));
            even = V.MultiplyAdd(even, z2, V.Create(-0.05396825396781054));
            even = V.MultiplyAdd(even, z2, V.Create(-0.3333333333333333));
            V odd = V.Create(6.354340814859719e-06);
            odd = V.MultiplyAdd(odd, z2, V.Create(9.23274970808537e-05));
            odd = V.MultiplyAdd(odd, z2, V.Create(0.000589622148687206));
            odd = V.MultiplyAdd(odd, z2, V.Create(0.003592120760870841));
            odd = V.MultiplyAdd(odd, z2, V.Create(0.021869488515352347));
            odd = V.MultiplyAdd(odd, z2, V.Create(0.1333333333333296));
            return V.MultiplyAdd(odd, z, even);
        }
    }
}
