using System.Runtime.CompilerServices;
using LossGen.Simd.Functions;

namespace LossGen.Simd;

public unsafe partial interface ISimdVector<V, T>
{
    /// <summary>e^x − 1, within 1.6 ulp, also relative to a small result.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual V ExpM1(V x)
    {
        // Above the upper bound the result is +∞; below the lower one it rounds to −1.
        var upper = typeof(T) == typeof(float) ? V.Create(89.0) : V.Create(710.0);
        var bounded = V.MinOrRight(upper, V.MaxOrRight(V.Create(-40.0), x));
        var r = ExponentialReduction.Reduce<V, T>(bounded, out var power);
        var reduced = V.MultiplyAdd(r * r, ExponentialReduction.Quotient<V, T>(r), r);

        // 2^n·(e^r − 1) + (2^n − 1), at half the scale because 2^n overflows before the result does.
        var scale = V.ScaleNearOne(V.Create(0.5), power);
        var result = V.MultiplyAdd(reduced, scale, scale + -0.5);

        // Halving would cost a subnormal its last bit, and −0 its sign.
        var tiny = V.Create(1e-20);
        return V.Select(V.LessThan(V.Abs(x), tiny), x, result + result);
    }
}
