using System.Numerics;
using LossGen.Evaluation;

namespace LossGen;

/// <summary>
/// Any generated loss, for code that is generic over losses, such as a trainer. Every generated class implements it for
/// <see cref="float"/> and <see cref="double"/>; the class's own methods are the same calls with named spans.
/// </summary>
/// <typeparam name="T">The element type, <see cref="float"/> or <see cref="double"/>.</typeparam>
public interface ILoss<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The inputs, in the order in which a batch must add them.</summary>
    LossSignature Signature { get; }

    /// <summary>
    /// Evaluates a batch: always the reduced value; gradients, Hessians and per-sample values as far as the batch has spans for them.
    /// </summary>
    /// <param name="batch">Inputs in the signature's order, and the outputs that are wanted.</param>
    /// <returns>The reduced loss.</returns>
    /// <exception cref="ArgumentException">A span is missing or of the wrong length, a label is out of range, a weight is negative, or the batch is empty. Nothing has been written.</exception>
    T Evaluate(scoped ref LossBatch<T> batch);

    /// <summary>
    /// Says why a loss or a gradient of the batch is not finite. The batch is evaluated again, slowly, operation by operation. Generated
    /// losses can do it; a loss that is written by hand need not.
    /// </summary>
    /// <param name="batch">Inputs in the signature's order. Samples of weight 0 are left out.</param>
    /// <returns>The first sample with a value or gradient that is not finite; else the first with an input outside of its declared domain; else null.</returns>
    /// <exception cref="ArgumentException">A span is missing or of the wrong length, a label is out of range, or the batch is empty.</exception>
    LossExplanation? Explain(scoped ref LossBatch<T> batch) => null;
}
