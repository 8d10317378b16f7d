using System.Runtime.CompilerServices;

namespace LossGen.Simd.Functions;

/// <summary>The logistic function from an exponential that cannot overflow.</summary>
internal static class LogisticFunction
{
    /// <summary>1 / (1 + e^−x), given e = e^(−|x|): 1 / (1 + e) above 0 and e / (1 + e) below.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Evaluate<V, T>(V x, V exponential)
        where V : struct, ISimdVector<V, T>
        where T : unmanaged
    {
        var isNegative = V.LessThan(x, V.Zero);
        var quotient = V.Select(isNegative, exponential, V.Create(1.0)) / (exponential + 1.0);

        // Below 0 as e − e·q, in which the rounding of 1 + e hardly counts where e is small; the quotient itself may be 2.5 ulp off.
        return V.Select(isNegative, V.MultiplyAdd(-exponential, quotient, exponential), quotient);
    }
}
