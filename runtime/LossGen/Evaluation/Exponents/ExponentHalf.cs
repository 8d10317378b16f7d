using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace LossGen.Evaluation;

/// <summary>The exponent ½.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ExponentHalf : IExponent
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static V IExponent.Power<V, T>(V value, V exponent, int shift) => HalfIntegerPower.Of<V, T>(value, 1 + (2 * shift));
}
