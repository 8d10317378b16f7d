using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace LossGen.Evaluation;

/// <summary>The exponent 0.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ExponentZero : IExponent
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static V IExponent.Power<V, T>(V value, V exponent, int shift) => HalfIntegerPower.Of<V, T>(value, 0 + (2 * shift));
}
