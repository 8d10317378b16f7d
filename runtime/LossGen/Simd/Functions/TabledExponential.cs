using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LossGen.Simd.Functions;

/// <summary>
/// e^x with a table of the fractional powers of two that fits one register, for vectors whose lanes can be permuted in one instruction:
/// <c>x = (n / N)·ln 2 + r</c> with |r| ≤ ½ ln 2 / N and N = 16 or 8, so that a cubic is enough for e^r (P. T. P. Tang, "Table-driven
/// implementation of the exponential function in IEEE floating-point arithmetic", 1989).
/// </summary>
/// <remarks>
/// Adding 1.5·2²³ / N rounds x / ln 2 to a multiple of 1 / N and leaves n in the lowest bits of the sum, where the permutation takes
/// its index from. The cubics <c>1 + r + r²·(c₂ + c₃·r)</c> are minimax, their coefficients refitted after rounding.
/// </remarks>
internal static class TabledExponential
{
    /// <summary>Whether there is a table for vectors of this type on this processor.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool IsSupported<V>() =>
        (typeof(V) == typeof(Vector512Single) && Avx512F.IsSupported) || (typeof(V) == typeof(Vector256Single) && Avx2.IsSupported);

    /// <summary>e^x for −104 ≤ x ≤ 0 or NaN, within 1.2 ulp, 1.6 where the result is subnormal.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V OfNonPositive<V, T>(V x)
        where V : struct, ISimdVector<V, T>
        where T : unmanaged =>
        typeof(V) == typeof(Vector512Single) ? OfSixteen<V, T>(x) : OfEight<V, T>(x);

    /// <summary>
    /// 16 lanes, within 0.6 ulp, 1.6 where the result is subnormal. The cubic's relative error is 2^-29.2. VSCALEFPS rounds the exponent down, hence
    /// needs no integer; the table is scaled while the cubic is computed, as what follows waits for the result.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V OfSixteen<V, T>(V x)
        where V : struct, ISimdVector<V, T>
        where T : unmanaged
    {
        const double Magic = 1.5 * (1 << 19);
        var sum = V.MultiplyAdd(x, 1.4426950408889634, Magic); // 1 / ln 2
        var power = sum + -Magic;
        var rough = RoughRemainder<V, T>(x, power);
        var remainder = Remainder<V, T>(rough, power);
        var index = Unsafe.BitCast<V, Vector512<int>>(sum);
        var high = Avx512F.PermuteVar16x32(
            Vector512.Create(
                1f, 1.0442737f, 1.0905077f, 1.1387886f, 1.1892071f, 1.2418578f, 1.2968396f, 1.3542556f, 1.4142135f,
                1.4768262f, 1.5422108f, 1.6104903f, 1.6817929f, 1.7562522f, 1.8340081f, 1.9152066f), // 2^(j/16), rounded
            index);
        var low = Avx512F.PermuteVar16x32(
            Vector512.Create(
                0f, 4.83347E-08f, -1.307754E-08f, 5.3862223E-08f, 3.7976353E-08f, 4.496838E-08f, -4.0189995E-08f,
                -1.0123349E-08f, 2.4203235E-08f, -4.500899E-08f, 8.070905E-09f, 9.836217E-09f, -2.4755327E-08f,
                -9.23577E-09f, -1.1239278E-08f, 9.845328E-09f), // what the rounding took
            index);
        var factor = V.Scale(Unsafe.BitCast<Vector512<float>, V>(high), power);
        var product = V.MultiplyAdd(factor, remainder, V.Scale(Unsafe.BitCast<Vector512<float>, V>(low), power));
        return V.MultiplyAdd(Slope<V, T>(rough, 0.5000163, 0.1666706), product, factor);
    }

    /// <summary>
    /// 8 lanes. The cubic's relative error is 2^-25.2. The table holds the bits of 2^(j/8 + 64) less j·2²⁰: adding n·2²⁰, of which j is the
    /// lowest part, leaves 2^(n/8 + 64). The results are normal numbers until the last product takes the 2⁶⁴ away, with its only rounding
    /// where they are subnormal.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V OfEight<V, T>(V x)
        where V : struct, ISimdVector<V, T>
        where T : unmanaged
    {
        const double Magic = 1.5 * (1 << 20);
        var sum = V.MultiplyAdd(x, 1.4426950408889634, Magic); // 1 / ln 2
        var power = sum + -Magic;
        var rough = RoughRemainder<V, T>(x, power);
        var remainder = Remainder<V, T>(rough, power);
        var index = Unsafe.BitCast<V, Vector256<int>>(sum);
        var table = Vector256.Create(0x5F800000, 0x5F7B95C2, 0x5F7837F0, 0x5F75FED7, 0x5F7504F3, 0x5F75672A, 0x5F7744FD, 0x5F7AC0C7);
        var bits = Avx2.PermuteVar8x32(table, index) + Vector256.ShiftLeft(index, 20);
        var factor = Unsafe.BitCast<Vector256<int>, V>(bits);
        return V.MultiplyAdd(Slope<V, T>(rough, 0.5000651, 0.1666824), factor * remainder, factor) * 5.421010862427522e-20; // 2^-64
    }

    /// <summary>x − power·ln 2 within 3·10⁻⁷: enough for the slope, which need not wait for more.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V RoughRemainder<V, T>(V x, V power)
        where V : struct, ISimdVector<V, T>
        where T : unmanaged => V.MultiplyAdd(power, -LogarithmOfTwo.Rounded, x);

    /// <summary>x − power·ln 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Remainder<V, T>(V rough, V power)
        where V : struct, ISimdVector<V, T>
        where T : unmanaged => V.MultiplyAdd(power, -LogarithmOfTwo.Correction<T>(), rough);

    /// <summary>(e^r − 1) / r by the cubic with the given coefficients.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Slope<V, T>(V r, double second, double third)
        where V : struct, ISimdVector<V, T>
        where T : unmanaged =>
        V.MultiplyAdd(V.MultiplyAdd(r, third, second), r, 1.0);
}
