using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace LossGen.Evaluation;

/// <summary>The exponent 1.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ExponentOne : IExponent
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static V IExponent.Power<V, T>(V value, V exponent, int shift) => HalfIntegerPower.Of<V, T>(value, 2 + (2 * shift));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static V IExponent.Multiple<V, T>(V value, V exponent) => value;
}
