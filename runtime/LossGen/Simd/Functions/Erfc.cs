using System.Runtime.CompilerServices;
using LossGen.Simd.Functions;

namespace LossGen.Simd;

public unsafe partial interface ISimdVector<V, T>
{
    /// <summary>
    /// The complementary error function 1 − erf x, within 8 ulp down to its underflow (x near 10 for float, 27 for double).
    /// +∞ gives 0, −∞ gives 2.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual V Erfc(V x) => OutOfLine<ComplementaryErrorFunction<V, T>, V, T>.Call(x);
}

/// <summary>erfc x: 1 − erf x below 1/2 and 2 − erfc(−x) below −1/2; in the tail e^(−x²) times a fitted erfcx.</summary>
internal readonly struct ComplementaryErrorFunction<V, T> : IOutOfLineFunction<V, T>
    where V : struct, ISimdVector<V, T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Evaluate(V x)
    {
        V magnitude = V.Abs(x);
        V tail = Tail(magnitude);
        tail = V.Select(V.LessThan(x, V.Zero), V.Create(2.0) - tail, tail);
        V small = V.Create(1.0) - ErrorFunction<V, T>.Small(x);
        return V.Select(V.LessThan(magnitude, V.Create(0.5)), small, tail);
    }

    /// <summary>
    /// erfc x for x ≥ 1/2. (1 + 2x) erfcx(x) is a polynomial in t = (x − 2)/(x + 2), the change of variable of Shepherd and
    /// Laframboise (Math. Comp. 36, 1981), who centre it at 3.75. x² enters the exponential with its rounding error.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Tail(V x)
    {
        // Where erfc is below half the smallest subnormal; the fit ends there.
        V clamped = V.MinOrRight(V.Create(typeof(T) == typeof(float) ? 10.4 : 27.5), x);
        V t = (clamped - V.Create(2.0)) / (clamped + V.Create(2.0));
        V scaled = Polynomial(t) / V.MultiplyAdd(V.Create(2.0), clamped, V.Create(1.0));
        V square = ErrorFree<V, T>.Product(clamped, clamped, out V squareLow);
        V exponential = ExtendedExponential<V, T>.Evaluate(-square, -squareLow, out V low, out V exponent);
        return V.Scale(V.MultiplyAdd(exponential, scaled, low * scaled), exponent);
    }

    /// <summary>(1 + 2x) e^(x²) erfc x in t = (x − 2)/(x + 2); errors are relative.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Polynomial(V t)
    {
        if (typeof(T) == typeof(float))
        {
            // Chebyshev fit of degree 8 on [−0.60643, 0.67742]; error below 2^−25.45 with the rounded coefficients.
            V t2 = t * t;
            V even = V.Create(-0.0013574674);
            even = V.MultiplyAdd(even, t2, V.Create(0.0087266));
            even = V.MultiplyAdd(even, t2, V.Create(-0.054226644));
            even = V.MultiplyAdd(even, t2, V.Create(-0.1660297));
            even = V.MultiplyAdd(even, t2, V.Create(1.2769784));
            V odd = V.Create(0.00095237384);
            odd = V.MultiplyAdd(odd, t2, V.Create(-0.007949432));
            odd = V.MultiplyAdd(odd, t2, V.Create(0.16404264));
            odd = V.MultiplyAdd(odd, t2, V.Create(-0.09276358));
            return V.MultiplyAdd(odd, t, even);
        }
        else
        {
            // Chebyshev fit of degree 22 on [−0.60643, 0.86441]; error below 2^−53.39 with the rounded coefficients.
            V t2 = t * t;
            V even = V.Create(-1.1568714011197855e-07);
            even = V.MultiplyAdd(even, t2, V.Create(9.131600805437133e-08));
            even = V.MultiplyAdd(even, t2, V.Create(-8.459159341367245e-07));
            even = V.MultiplyAdd(even, t2, V.Create(5.212043304449776e-06));
            even = V.MultiplyAdd(even, t2, V.Create(-1.3458357971180176e-05));
            even = V.MultiplyAdd(even, t2, V.Create(-1.523986418399345e-06));
            even = V.MultiplyAdd(even, t2, V.Create(0.00020637014034561148));
            even = V.MultiplyAdd(even, t2, V.Create(-0.0014568142896475224));
            even = V.MultiplyAdd(even, t2, V.Create(0.008722653897887456));
            even = V.MultiplyAdd(even, t2, V.Create(-0.054220000992749075));
            even = V.MultiplyAdd(even, t2, V.Create(-0.16603039761528068));
            even = V.MultiplyAdd(even, t2, V.Create(1.2769783815525286));
            V odd = V.Create(4.476673762766858e-07);
            odd = V.MultiplyAdd(odd, t2, V.Create(-1.3952942586439408e-06));
            odd = V.MultiplyAdd(odd, t2, V.Create(1.958673113220442e-06));
            odd = V.MultiplyAdd(odd, t2, V.Create(3.501956758124909e-06));
            odd = V.MultiplyAdd(odd, t2, V.Create(-3.6364103417205686e-05));
            odd = V.MultiplyAdd(odd, t2, V.Create(0.00015102844547239754));
            odd = V.MultiplyAdd(odd, t2, V.Create(-0.0004543395922918411));
            odd = V.MultiplyAdd(odd, t2, V.Create(0.0012713388778936253));
            odd = V.MultiplyAdd(odd, t2, V.Create(-0.008034015078871271));
            odd = V.MultiplyAdd(odd, t2, V.Create(0.16405128003337366));
            odd = V.MultiplyAdd(odd, t2, V.Create(-0.0927638265857456));
            return V.MultiplyAdd(odd, t, even);
        }
    }
}
