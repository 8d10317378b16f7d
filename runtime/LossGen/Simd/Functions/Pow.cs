using System.Runtime.CompilerServices;
using LossGen.Simd.Functions;

namespace LossGen.Simd;

public unsafe partial interface ISimdVector<V, T>
{
    /// <summary>x^y, within 1.1 ulp, with the special cases of <see cref="Math.Pow"/>: x⁰ = 1 and 1^y = 1 always, a negative base only with an integer exponent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual V Pow(V x, V y) => OutOfLineOfTwo<PowerFunction<V, T>, V, T>.Call(x, y);
}

/// <summary>x^y as 2^(y·log₂ x), the logarithm in twice the precision.</summary>
internal readonly struct PowerFunction<V, T> : IOutOfLineFunctionOfTwo<V, T>
    where V : struct, ISimdVector<V, T>
    where T : unmanaged
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Evaluate(V x, V y)
    {
        var infinity = V.Create(double.PositiveInfinity);
        var logarithm = PowerReduction.Base2<V, T>(V.Abs(x), out var correction);
        var result = PowerReduction.PowerOfTwo<V, T>(y, logarithm, correction);
        var isOrdinary = V.And(V.And(V.GreaterThan(x, V.Zero), V.LessThan(x, infinity)), V.LessThan(V.Abs(y), infinity));
        return V.Any(V.Not(isOrdinary)) ? V.Select(isOrdinary, result, SpecialPower.Evaluate<V, T>(x, y, logarithm, result)) : result;
    }
}
