using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace LossGen.Evaluation;

/// <summary>An exponent without a special form.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct AnyExponent : IExponent
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static V IExponent.Power<V, T>(V value, V exponent, int shift) => V.Pow(value, shift == 0 ? exponent : exponent + V.Create((double)shift));
}
