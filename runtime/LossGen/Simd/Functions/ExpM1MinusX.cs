using System.Runtime.CompilerServices;
using LossGen.Simd.Functions;

namespace LossGen.Simd;

public unsafe partial interface ISimdVector<V, T>
{
    /// <summary>e^x − 1 − x, within 2 ulp, also relative to a small result.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual V ExpM1MinusX(V x) => OutOfLine<ExcessOfExponential<V, T>, V, T>.Call(x);
}

/// <summary>e^x − 1 − x: x²·P(x) on [−0.6, 1]; elsewhere 2^n·(e^r − 1) + (2^n − 1 − x), of which the second sum is kept with its rounding error.</summary>
internal readonly struct ExcessOfExponential<V, T> : IOutOfLineFunction<V, T>
    where V : struct, ISimdVector<V, T>
    where T : unmanaged
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Evaluate(V x)
    {
        // Above the upper bound the result is +∞; below the lower one it is −1 − x.
        var upper = typeof(T) == typeof(float) ? V.Create(89.0) : V.Create(710.0);
        var bounded = V.MinOrRight(upper, x);
        var r = ExponentialReduction.Reduce<V, T>(V.MaxOrRight(V.Create(-40.0), bounded), out var power);
        var reduced = V.MultiplyAdd(r * r, ExponentialReduction.Quotient<V, T>(r), r);

        // At half the scale, because 2^n overflows before the result does.
        var scale = V.ScaleNearOne(V.Create(0.5), power);
        var rest = ErrorFree<V, T>.Sum(scale + -0.5, bounded * -0.5, out var error);
        var large = rest + (V.MultiplyAdd(reduced, scale, error));

        // In this order it is as exact as can be where x² is subnormal.
        var small = V.MultiplyAdd(x * 0.5, x, x * x * x * Cubic(x));
        large = V.Select(V.LessThan(V.Abs(x), V.Create(double.PositiveInfinity)), large + large, V.Abs(x));
        return V.Select(V.GreaterThan(V.Abs(x + -0.2), V.Create(0.8)), large, small);
    }

    /// <summary>(e^x − 1 − x − ½x²) / x³ on [−0.6, 1], from interpolation at Chebyshev nodes; error below 2^-26.3 of e^x − 1 − x for float and 2^-54.8 for double.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Cubic(V x)
    {
        V square = x * x;
        V even;
        V odd;
        if (typeof(T) == typeof(float))
        {
            even = V.MultiplyAdd(square, 2.803094e-07, 2.4798026e-05);
            even = V.MultiplyAdd(even, square, 0.0013888899);
            even = V.MultiplyAdd(even, square, 0.041666668);
            odd = V.MultiplyAdd(square, 2.8126444e-06, 0.00019836989);
            odd = V.MultiplyAdd(odd, square, 0.008333345);
            odd = V.MultiplyAdd(odd, square, 0.16666667);
            return V.MultiplyAdd(even, x, odd);
        }

        even = V.MultiplyAdd(square, 1.1639194124150522e-11, 2.0874435575864273e-09);
        even = V.MultiplyAdd(even, square, 2.755733506893373e-07);
        even = V.MultiplyAdd(even, square, 2.4801587246096818e-05);
        even = V.MultiplyAdd(even, square, 0.0013888888888981404);
        even = V.MultiplyAdd(even, square, 0.04166666666666609);
        odd = V.MultiplyAdd(square, 7.746178593018827e-13, 1.6057679623801638e-10);
        odd = V.MultiplyAdd(odd, square, 2.5052117695907823e-08);
        odd = V.MultiplyAdd(odd, square, 2.7557319191381816e-06);
        odd = V.MultiplyAdd(odd, square, 0.00019841269841324198);
        odd = V.MultiplyAdd(odd, square, 0.008333333333333299);
        odd = V.MultiplyAdd(odd, square, 0.16666666666666666);
        return V.MultiplyAdd(even, x, odd);
    }
}
