using System.Numerics;
using LossGen.Constants;
using LossGen.Evaluation;

namespace LossGen;

/// <summary>
/// Any generated loss, for code that is generic over losses, such as a trainer. Every generated class implements it for
/// <see cref="float"/> and <see cref="double"/>; the methods of the class or of its base are the same calls with named spans.
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

    /// <summary>
    /// The predictions, the same for all samples, that make the summed loss of the batch smallest: where boosting starts. They are raw scores, to which a link
    /// still applies.
    /// </summary>
    /// <remarks>
    /// <para>They are searched by the signs of the slopes, in double, so that kinks (a weighted median) are found as exactly as smooth minima (a mean). Where the
    /// minimum is an interval, as that of the median of an even number of targets, it is the middle; of an interval that goes on for ever, its finite end.
    /// Where the loss falls for ever, as a cross-entropy whose targets are all 1, it is +∞ or −∞.</para>
    /// <para>Of a loss with several valleys it is the lowest that 33 quantiles of the targets, 0 and ±1 tell apart. Several constants, as a row's, are searched
    /// together from 0; where they are determined up to a common shift, as the scores of a softmax, their sum is 0, not counting infinite ones.</para>
    /// </remarks>
    /// <param name="batch">Targets, labels and weights in the signature's order; predictions and outputs are ignored.</param>
    /// <param name="constants">Receives one number for each prediction that is a number, and one for each column of those that are rows.</param>
    /// <exception cref="ArgumentException">A span is missing or of the wrong length, a label is out of range, a weight is negative, all weights are 0, or the batch is empty. Nothing has been written.</exception>
    void OptimalConstant(scoped ref LossBatch<T> batch, scoped Span<T> constants) => ConstantSearch.Find(this, ref batch, constants);

    /// <inheritdoc cref="OptimalConstant(ref LossBatch{T}, Span{T})"/>
    /// <returns>The constant of a loss whose only prediction is a number.</returns>
    T OptimalConstant(scoped ref LossBatch<T> batch)
    {
        T constant = default;
        OptimalConstant(ref batch, new Span<T>(ref constant));
        return constant;
    }
}
