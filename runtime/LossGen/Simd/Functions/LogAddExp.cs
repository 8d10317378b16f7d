using System.Runtime.CompilerServices;
using LossGen.Simd.Functions;

namespace LossGen.Simd;

public unsafe partial interface ISimdVector<V, T>
{
    /// <summary>
    /// log(e^x + e^y) = max(x, y) + log(1 + e^(−|x − y|)), within 2 ulp of the largest of the three: the result and the two terms, which
    /// cancel where the maximum is negative and small.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual V LogAddExp(V x, V y) => OutOfLineOfTwo<LogarithmOfSum<V, T>, V, T>.Call(x, y);
}

/// <summary>log(e^x + e^y) from the larger operand and the exact difference.</summary>
internal readonly struct LogarithmOfSum<V, T> : IOutOfLineFunctionOfTwo<V, T>
    where V : struct, ISimdVector<V, T>
    where T : unmanaged
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Evaluate(V x, V y)
    {
        var high = V.Max(x, y);
        var low = V.MinOrRight(x, y);

        // low − high as an exact pair (Knuth's TwoSum): the rounding of a large difference would show in the exponential.
        var difference = low - high;
        var virtualHigh = low - difference;
        var error = (low - (difference + virtualHigh)) + (virtualHigh - high);
        var lower = typeof(T) == typeof(float) ? V.Create(-104.0) : V.Create(-746.0); // from here on e^difference is 0
        error = V.Select(V.GreaterThan(difference, lower), error, V.Zero);
        var remainder = ExponentialReduction.Reduce<V, T>(V.MaxOrRight(lower, difference), out var power) + error;
        var exponential = V.ScaleNearOne(ExponentialReduction.OfReduced<V, T>(remainder), power);

        // Equal operands may be infinite; their difference is not 0 then.
        return high + V.LogP1OfUnit(V.Select(V.Equal(x, y), V.Create(1.0), exponential));
    }
}
