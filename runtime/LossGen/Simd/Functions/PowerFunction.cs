using System.Numerics;
using System.Runtime.CompilerServices;

namespace LossGen.Simd.Functions;

/// <summary>x^y as a call of its own: beside its work the call is cheap, and inlined it would use up what a kernel may inline.</summary>
internal static class PowerFunction
{
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    internal static V Evaluate<V, T>(V x, V y)
        where V : struct, ISimdVector<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var infinity = V.Create(double.PositiveInfinity);
        var logarithm = PowerReduction.Base2<V, T>(V.Abs(x), out var correction);
        var result = PowerReduction.PowerOfTwo<V, T>(y, logarithm, correction);
        var isOrdinary = V.And(V.And(V.GreaterThan(x, V.Zero), V.LessThan(x, infinity)), V.LessThan(V.Abs(y), infinity));
        return V.Any(V.Not(isOrdinary)) ? V.Select(isOrdinary, result, SpecialPower.Evaluate<V, T>(x, y, logarithm, result)) : result;
    }
}
