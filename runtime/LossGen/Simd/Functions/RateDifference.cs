using System.Runtime.CompilerServices;
using LossGen.Simd.Functions;

namespace LossGen.Simd;

public unsafe partial interface ISimdVector<V, T>
{
    /// <summary>
    /// upper − target·lower, where upper = e^logRate·lower, both given within 1.1 ulp: with the errors of these; where the two terms are next to each other, within 5 ulp of
    /// the result down to a relative distance of 2^-11·|logRate| between them, and of that distance below it.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual V RateDifference(V logRate, V target, V upper, V lower)
    {
        var difference = V.MultiplyAdd(-target, lower, upper);
        var isNear = V.LessThan(V.Abs(difference), upper * NeighbouringExponential<V, T>.Width);
        if (!V.Any(isNear))
        {
            return difference;
        }

        // With q = e^x/y − 1 it is upper·(1 − 1/(1 + q)).
        var quotient = NeighbouringExponential<V, T>.Evaluate(logRate, target);
        return V.Select(isNear, upper * (quotient / (quotient + 1.0)), difference);
    }
}
