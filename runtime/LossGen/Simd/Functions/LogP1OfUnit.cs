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
            // x + x²·P(x), minimax, relative error 2^-27.5. By Horner: the fewest operations, and neighbouring vectors keep the processor busy.
            var p = V.MultiplyAdd(x, -0.003290761, 0.020087294);
            p = V.MultiplyAdd(p, x, -0.057458714);
            p = V.MultiplyAdd(p, x, 0.1066123);
            p = V.MultiplyAdd(p, x, -0.15344915);
            p = V.MultiplyAdd(p, x, 0.19692107);
            p = V.MultiplyAdd(p, x, -0.24958019);
            p = V.MultiplyAdd(p, x, 0.33330464);
            p = V.MultiplyAdd(p, x, -0.4999993);
            return V.MultiplyAdd(p, x * x, x);
        }

        // Halving 1 + x above 1½ keeps f in [−¼, ½], exactly.
        var isUpper = V.GreaterThan(x, V.Create(0.5));
        var f = V.Select(isUpper, V.MultiplyAdd(x, 0.5, -0.5), x);
        var tail = LogarithmReduction.Tail<V, T>(f);
        tail = V.Select(isUpper, tail + LogarithmOfTwo.Correction<T>(), tail);
        return V.Select(isUpper, f + tail + LogarithmOfTwo.Rounded, f + tail);
    }
}
