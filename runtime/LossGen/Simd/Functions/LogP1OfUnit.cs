using System.Runtime.CompilerServices;
using LossGen.Simd.Functions;

namespace LossGen.Simd;

public unsafe partial interface ISimdVector<V, T>
{
    /// <summary>log(1 + x) for x in [0, 1] (or NaN), within 1.2 ulp: the second half of softplus and its kin, which put e^(−|x|) here.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual V LogP1OfUnit(V x)
    {
        if (typeof(T) == typeof(float))
        {
            // x + x²·P(x), minimax, relative error 2^-27.5. By Estrin, as what waits for it fills the scheduler: by Horner a focal loss took 7 % longer.
            var square = x * x;
            var p = V.MultiplyAdd(x, 0.33330464, -0.4999993);
            var q = V.MultiplyAdd(x, 0.19692107, -0.24958019);
            var r = V.MultiplyAdd(x, 0.1066123, -0.15344915);
            var s = V.MultiplyAdd(x, 0.020087294, -0.057458714);
            var fourth = square * square;
            p = V.MultiplyAdd(q, square, p);
            r = V.MultiplyAdd(s, square, r);
            r = V.MultiplyAdd(fourth, -0.003290761, r);
            return V.MultiplyAdd(V.MultiplyAdd(r, fourth, p), square, x);
        }

        // Halving 1 + x above 1½ keeps f in [−¼, ½], exactly.
        var isUpper = V.GreaterThan(x, V.Create(0.5));
        var f = V.Select(isUpper, V.MultiplyAdd(x, 0.5, -0.5), x);
        var tail = LogarithmReduction.Tail<V, T>(f);
        tail = V.Select(isUpper, tail + LogarithmOfTwo.Correction<T>(), tail);
        return V.Select(isUpper, f + tail + LogarithmOfTwo.Rounded, f + tail);
    }
}
