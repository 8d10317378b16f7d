using System.Runtime.CompilerServices;
using LossGen.Simd.Functions;

namespace LossGen.Simd;

public unsafe partial interface ISimdVector<V, T>
{
    /// <summary>x − log(1 + x), within 2 ulp, also relative to a small result; +∞ at −1, NaN below.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual V XMinusLogP1(V x) => OutOfLine<ExcessOverLogarithm<V, T>, V, T>.Call(x);
}

/// <summary>
/// x − log(1 + x). With 1 + x = 2^e·(1 + f) and log(1 + f) = f + tail it is (x − f − e·ln 2) − tail: near 0, where e is 0 and f is x, nothing
/// but the tail remains; elsewhere the difference in parentheses is kept with its rounding errors.
/// </summary>
internal readonly struct ExcessOverLogarithm<V, T> : IOutOfLineFunction<V, T>
    where V : struct, ISimdVector<V, T>
    where T : unmanaged
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Evaluate(V x)
    {
        var one = V.Create(1.0);
        _ = LogarithmReduction.Reduce<V, T>(x + one, out var exponent);
        var scale = V.ScaleNearOne(one, -exponent);
        var f = ErrorFree<V, T>.Sum(x * scale, scale - one, out var fLow);

        // log(1 + f + fLow) = log(1 + f) + fLow/(1 + f), the quotient to first order and a bit.
        var tail = V.MultiplyAdd(fLow, V.MultiplyAdd(f, f, -f), Tail(f)) + fLow;
        var excess = ErrorFree<V, T>.Sum(x, -f, out var excessLow);
        var product = ErrorFree<V, T>.Product(exponent, V.Create(LogarithmOfTwo.Rounded), out var productLow);
        var difference = ErrorFree<V, T>.Sum(excess, -product, out var differenceLow);
        productLow = V.MultiplyAdd(exponent, V.Create(LogarithmOfTwo.Correction<T>()), productLow);
        var result = V.Abs(difference - ((tail + productLow) - (excessLow + differenceLow))); // +0 at −0

        result = V.Select(V.LessThan(x, V.Create(double.PositiveInfinity)), result, x);
        var atMostPole = V.Select(V.Equal(x, V.Create(-1.0)), V.Create(double.PositiveInfinity), V.Create(double.NaN));
        return V.Select(V.GreaterThan(x, V.Create(-1.0)), result, atMostPole);
    }

    /// <summary>log(1 + f) − f, right to its own last place.</summary>
    /// <remarks>Float: −½f² − f³·P(f), from interpolation at Chebyshev nodes, error below 2^-27.0 of the tail on [−0.2929, 0.4143].</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Tail(V f)
    {
        if (typeof(T) != typeof(float))
        {
            return LogarithmReduction.Tail<V, T>(f);
        }

        V square = f * f;
        V even = V.MultiplyAdd(square, -0.055532657, -0.09804977);
        even = V.MultiplyAdd(even, square, -0.110482164);
        even = V.MultiplyAdd(even, square, -0.14287888);
        even = V.MultiplyAdd(even, square, -0.19999973);
        even = V.MultiplyAdd(even, square, -0.33333334);
        V odd = V.MultiplyAdd(square, 0.097269, 0.09931718);
        odd = V.MultiplyAdd(odd, square, 0.12499916);
        odd = V.MultiplyAdd(odd, square, 0.16666721);
        odd = V.MultiplyAdd(odd, square, 0.25);
        return V.MultiplyAdd(f * -0.5, f, -(square * f * V.MultiplyAdd(odd, f, even)));
    }
}
