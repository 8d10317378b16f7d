using System.Runtime.CompilerServices;
using LossGen.Simd.Functions;

namespace LossGen.Simd;

public unsafe partial interface ISimdVector<V, T>
{
    /// <summary>x^y, within 2 ulp, with the special cases of <see cref="Math.Pow"/>: x⁰ = 1 and 1^y = 1 always, a negative base only with an integer exponent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual V Pow(V x, V y)
    {
        var infinity = V.Create(double.PositiveInfinity);
        var logarithm = PowerReduction.Base2<V, T>(V.Abs(x), out var correction);
        var result = PowerReduction.PowerOfTwo<V, T>(y, logarithm, correction);
        var isOrdinary = V.And(V.And(V.GreaterThan(x, V.Zero), V.LessThan(x, infinity)), V.LessThan(V.Abs(y), infinity));
        return V.Any(V.Not(isOrdinary)) ? V.Select(isOrdinary, result, SpecialPower.Evaluate<V, T>(x, y, logarithm, result)) : result;
    }
}
