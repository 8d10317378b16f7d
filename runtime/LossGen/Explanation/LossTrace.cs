using System.ComponentModel;
using System.Numerics;
using LossGen.Evaluation;

namespace LossGen.Explanation;

/// <summary>A loss and its gradient as steps that can be evaluated one by one. Generated classes have one, for their method <c>Explain</c>.</summary>
/// <remarks>
/// The text has one step a line, each after those that it needs, which it names by their numbers from 0:
/// <code>
/// Prediction 0 p in 0 1
/// Target 0 y of 0 1
/// Log 0 : log(p)
/// Multiply 1 2 : y·log(p)
/// </code>
/// Then follow the loss and, for each prediction, its derivative: <c>loss 3</c>, <c>gradient 5 p</c>. It is read when it is first needed.
/// </remarks>
/// <param name="text">The text.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class LossTrace(string text)
{
    private readonly Lazy<TracedLoss> _loss = new(() => TracedLoss.Parse(text));

    /// <summary>The first sample whose loss or gradient is not finite, and why; else the first with an input outside of its declared domain; else null.</summary>
    /// <typeparam name="T">The element type, to which every result is rounded.</typeparam>
    /// <param name="batch">The inputs. A sample of weight 0 is left out.</param>
    /// <param name="hyperparameters">The hyperparameters, in order.</param>
    /// <exception cref="ArgumentException">The batch cannot be evaluated.</exception>
    public LossExplanation? Explain<T>(scoped ref readonly LossBatch<T> batch, ReadOnlySpan<double> hyperparameters)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => _loss.Value.Explain(in batch, hyperparameters);
}
