using System.Runtime.CompilerServices;

namespace LossGen.Evaluation;

/// <content>What belongs to the loss rather than to the call: rows that all samples share, and what labels say about the weights of samples.</content>
public ref partial struct LossBatch<T>
{
    internal const int HyperparameterCapacity = 4;

    internal readonly bool IsToComplete => HyperparameterCount > 0 || IgnoredLabel is not null || !ClassWeights.Elements.IsEmpty;

    /// <summary>Sets a hyperparameter that is a row, the same one for all samples.</summary>
    /// <param name="position">Its position among the hyperparameters that are rows, from 0.</param>
    /// <param name="row">One number per column.</param>
    /// <param name="name">The author's name for it, for error messages.</param>
    /// <exception cref="InvalidOperationException">The position is 4 or more.</exception>
    public void SetHyperparameter(int position, Row row, string name)
    {
        if ((uint)position >= HyperparameterCapacity)
            throw new InvalidOperationException($"{name} is one too many: a loss has at most {HyperparameterCapacity} hyperparameters that are rows.");

        Hyperparameters[position] = (row, name);
        HyperparameterCount = Math.Max(HyperparameterCount, position + 1);
    }

    /// <summary>
    /// Leaves out samples by their label: they contribute nothing, as if their weight were 0, and their loss, where losses are asked for one by one, is 0.
    /// </summary>
    /// <param name="label">The label that marks them, in or out of the range of columns; null if there is none.</param>
    public void IgnoreLabel(int? label) => IgnoredLabel = label;

    /// <summary>Weighs samples by the class of their (first) label, on top of their own weights.</summary>
    /// <param name="weights">One finite, non-negative weight per column, or the row without elements for equal weights.</param>
    /// <param name="areInFormula">Whether the formula multiplies with them itself, so that they count in the divisor of a weighted mean only.</param>
    public void WeighClasses(Row weights, bool areInFormula = false)
    {
        ClassWeights = weights;
        HasClassWeightsInFormula = areInFormula;
    }

    /// <summary>Replaces the weights by those that count, and the divisor of a weighted mean.</summary>
    internal void CompleteWeights(ReadOnlySpan<T> weights, double? divisor)
    {
        Weights = weights;
        Divisor = divisor;
    }

    /// <summary>Named rows.</summary>
    [InlineArray(HyperparameterCapacity)]
    internal struct HyperparameterRows
    {
        private (Row Row, string Name) _first;
    }
}
