using System.ComponentModel;
using System.Runtime.CompilerServices;
using LossGen.Simd;

namespace LossGen.Evaluation;

/// <summary>
/// An exponent that is a hyperparameter: a kernel is generic over it, so that the powers of common exponents are a few
/// multiplications and not a logarithm and an exponential. Generated code chooses the type once per batch.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IExponent
{
    /// <summary><c>value</c> to the power <c>exponent + shift</c>.</summary>
    /// <param name="value">The base.</param>
    /// <param name="exponent">The hyperparameter, in all lanes.</param>
    /// <param name="shift">A whole number that differentiation has added to the exponent.</param>
    static abstract V Power<V, T>(V value, V exponent, int shift)
        where V : struct, ISimdVector<V, T>
        where T : unmanaged;

    /// <summary><c>value</c> times the exponent.</summary>
    /// <param name="value">The other factor.</param>
    /// <param name="exponent">The hyperparameter, in all lanes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual V Multiple<V, T>(V value, V exponent)
        where V : struct, ISimdVector<V, T>
        where T : unmanaged => exponent * value;
}
