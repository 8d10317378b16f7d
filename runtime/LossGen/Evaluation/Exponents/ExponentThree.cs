using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace LossGen.Evaluation;

/// <summary>The exponent 3.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ExponentThree : IExponent
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static V IExponent.Power<V, T>(V value, V exponent, int shift) => HalfIntegerPower.Of<V, T>(value, 6 + (2 * shift));
}
