using System.Runtime.CompilerServices;

namespace LossGen.Simd.Functions;

/// <summary>e^x / c − 1 for c next to e^x: e^d − 1 for d = x − log c, which is taken to the base 2, of which the logarithm is known to more digits than the type has.</summary>
internal static class NeighbouringExponential<V, T>
    where V : struct, ISimdVector<V, T>
    where T : unmanaged
{
    /// <summary>Which relative distance from c is near: few vectors have a lane so near, and the others hardly wait for them.</summary>
    public const double Width = 0.00390625; // 2^-8

    /// <summary>e^x / c − 1. It is inlined, although it is long: a call in the loop would cost it all its registers, also where it is not reached.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Evaluate(V x, V c)
    {
        const double Factor = 1.4426950408889634; // log₂ e
        var factorLow = typeof(T) == typeof(float) ? 1.9259629911266175e-8 : 2.0355273740931033e-17;
        var logarithm = PowerReduction.Base2<V, T>(c, out var correction);
        var exponent = x * Factor;
        var exponentLow = V.MultiplyAdd(x, factorLow, V.MultiplyAdd(x, Factor, -exponent));
        var d = ((exponent - logarithm) + (exponentLow - correction)) * LogarithmOfTwo.Rounded;

        // Taylor's series: |d| is at most 2^-7.9, and the next term 2^-60 of the sum.
        var series = V.MultiplyAdd(d, 1.0 / 720, 1.0 / 120);
        series = V.MultiplyAdd(series, d, 1.0 / 24);
        series = V.MultiplyAdd(series, d, 1.0 / 6);
        series = V.MultiplyAdd(series, d, 0.5);
        return V.MultiplyAdd(d * d, series, d);
    }
}
