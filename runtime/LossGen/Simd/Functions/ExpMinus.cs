using System.Runtime.CompilerServices;
using LossGen.Simd.Functions;

namespace LossGen.Simd;

public unsafe partial interface ISimdVector<V, T>
{
    /// <summary>
    /// e^x − subtrahend, given e^x: with the error of that and of the difference, 1.6 ulp of the larger; where the two are next to each other, within 3 ulp of the result
    /// down to a distance of 2^-11·|x| of the subtrahend, and of that distance below it.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual V ExpMinus(V x, V subtrahend, V exponential)
    {
        var difference = exponential - subtrahend;
        var isNear = V.LessThan(V.Abs(difference), subtrahend * NeighbouringExponential<V, T>.Width);
        return V.Any(isNear) ? V.Select(isNear, OutOfLineOfTwo<NeighbouringExponential<V, T>, V, T>.Call(x, subtrahend) * subtrahend, difference) : difference;
    }

    /// <summary>1 − scale·e^−x, given e^−x: as accurate as <see cref="ExpMinus"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual V OneMinusScaledExp(V x, V scale, V exponential)
    {
        var difference = V.MultiplyAdd(-scale, exponential, V.Create(1.0));
        var isNear = V.LessThan(V.Abs(difference), V.Create(NeighbouringExponential<V, T>.Width));
        if (!V.Any(isNear))
        {
            return difference;
        }

        // 1 − 1/(1 + q)
        var quotient = OutOfLineOfTwo<NeighbouringExponential<V, T>, V, T>.Call(x, scale);
        return V.Select(isNear, quotient / (quotient + 1.0), difference);
    }
}
