using System.Runtime.CompilerServices;

namespace LossGen.Simd.Functions;

/// <summary>e^x / c − 1 for c next to e^x: e^d − 1 for d = x − log c, which is taken to the base 2, of which the logarithm is known to more digits than the type has.</summary>
internal readonly struct NeighbouringExponential<V, T> : IOutOfLineFunctionOfTwo<V, T>
    where V : struct, ISimdVector<V, T>
    where T : unmanaged
{
    /// <summary>
    /// Which relative distances from c are near: up to 2^-8 for double, where rounding e^x costs eight bits; up to 2^-5 for float, which has fewer to spare and
    /// is asked for more of them.
    /// </summary>
    public static double Width => typeof(T) == typeof(float) ? 0.03125 : 0.00390625;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Evaluate(V x, V c)
    {
        const double Factor = 1.4426950408889634; // log₂ e
        var factorLow = typeof(T) == typeof(float) ? 1.9259629911266175e-8 : 2.0355273740931033e-17;
        var logarithm = PowerReduction.Base2<V, T>(c, out var correction);
        var exponent = x * Factor;
        var exponentLow = V.MultiplyAdd(x, factorLow, V.MultiplyAdd(x, Factor, -exponent));
        var d = ((exponent - logarithm) + (exponentLow - correction)) * LogarithmOfTwo.Rounded;

        // Taylor's series: |d| is at most 2^-7.9 for double, the next term 2^-70 of the sum, and 2^-4.9 for float, the next term 2^-44 of it.
        var series = V.MultiplyAdd(d, 1.0 / 5040, 1.0 / 720);
        series = V.MultiplyAdd(series, d, 1.0 / 120);
        series = V.MultiplyAdd(series, d, 1.0 / 24);
        series = V.MultiplyAdd(series, d, 1.0 / 6);
        series = V.MultiplyAdd(series, d, 0.5);
        return V.MultiplyAdd(d * d, series, d);
    }
}
