using System.Runtime.CompilerServices;
using LossGen.Simd.Functions;

namespace LossGen.Simd;

public unsafe partial interface ISimdVector<V, T>
{
    /// <summary>The hyperbolic sine, within 1 ulp. ±∞ give ±∞; −0 gives −0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual V Sinh(V x) => OutOfLine<HyperbolicSine<V, T>, V, T>.Call(x);
}

/// <summary>sinh x: an odd polynomial below 1, (e^x − e^−x)/2 above.</summary>
internal readonly struct HyperbolicSine<V, T> : IOutOfLineFunction<V, T>
    where V : struct, ISimdVector<V, T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Evaluate(V x)
    {
        V magnitude = V.Abs(x);
        V square = magnitude * magnitude;
        V small = V.MultiplyAdd(magnitude * square, Polynomial(square), magnitude);

        V exponential = ExtendedExponential<V, T>.Evaluate(magnitude, V.Zero, out V low, out V exponent);
        V reciprocal = V.Scale(V.Create(1.0) / exponential, V.Create(-2.0) * exponent);
        V large = V.ScaleNearOne(exponential + (low - reciprocal), exponent - V.Create(1.0));

        V result = V.Select(V.LessThan(magnitude, V.Create(1.0)), small, large);
        return V.Xor(result, Sign<V, T>.Of(x));
    }

    /// <summary>(sinh x − x)/x³ in z = x²; errors are relative to sinh x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Polynomial(V z)
    {
        if (typeof(T) == typeof(float))
        {
            // Chebyshev fit of degree 3 on [0, 1.0]; error below 2^−27.67 with the rounded coefficients.
            V p = V.Create(2.8062802e-06);
            p = V.MultiplyAdd(p, z, V.Create(0.00019838102));
            p = V.MultiplyAdd(p, z, V.Create(0.008333339));
            p = V.MultiplyAdd(p, z, V.Create(0.16666667));
            return p;
        }
        else
        {
            // Chebyshev fit of degree 6 on [0, 1.0]; error below 2^−56.36 with the rounded coefficients.
            V z2 = z * z;
            V even = V.Create(7.746178593018827e-13);
            even = V.MultiplyAdd(even, z2, V.Create(2.5052117695907823e-08));
            even = V.MultiplyAdd(even, z2, V.Create(0.00019841269841324198));
            even = V.MultiplyAdd(even, z2, V.Create(0.16666666666666666));
            V odd = V.Create(1.6057679623801638e-10);
            odd = V.MultiplyAdd(odd, z2, V.Create(2.7557319191381816e-06));
            odd = V.MultiplyAdd(odd, z2, V.Create(0.008333333333333299));
            return V.MultiplyAdd(odd, z, even);
        }
    }
}
