using LossGen.Evaluation;

namespace LossGen;

/// <content>The members for <see cref="float"/>.</content>
public abstract partial class ClassificationLoss
{
    /// <summary>The reduced loss of a batch.</summary>
    /// <param name="prediction">One row of scores per sample, row by row.</param>
    /// <param name="label">One label per sample: the number of a column, from 0, or <see cref="IgnoredLabel"/>.</param>
    /// <param name="columns">The number of columns of every row.</param>
    /// <param name="weights">One non-negative weight per sample, or empty for equal weights.</param>
    /// <returns>The loss, reduced as <see cref="GeneratedLoss.Reduction"/> says.</returns>
    /// <exception cref="ArgumentException">The batch is empty, lengths differ, a label is out of range or a weight is negative. Nothing has been written.</exception>
    public float Value(ReadOnlySpan<float> prediction, ReadOnlySpan<int> label, int columns, ReadOnlySpan<float> weights = default)
    {
        LossBatch<float> batch = BatchOf(prediction, label, columns, weights);
        return Evaluate(ref batch);
    }

    /// <summary>The reduced loss of a batch and its gradient.</summary>
    /// <param name="prediction">One row of scores per sample, row by row.</param>
    /// <param name="label">One label per sample: the number of a column, from 0, or <see cref="IgnoredLabel"/>.</param>
    /// <param name="columns">The number of columns of every row.</param>
    /// <param name="gradient">Receives the derivative of the returned value by every element of <paramref name="prediction"/>.</param>
    /// <param name="weights">One non-negative weight per sample, or empty for equal weights.</param>
    /// <returns>The loss, reduced as <see cref="GeneratedLoss.Reduction"/> says.</returns>
    /// <exception cref="ArgumentException">The batch is empty, lengths differ, a label is out of range or a weight is negative. Nothing has been written.</exception>
    public float ValueAndGradient(ReadOnlySpan<float> prediction, ReadOnlySpan<int> label, int columns, Span<float> gradient, ReadOnlySpan<float> weights = default)
    {
        LossBatch<float> batch = BatchOf(prediction, label, columns, weights);
        batch.AddGradient(gradient, nameof(gradient));
        return Evaluate(ref batch);
    }

    /// <summary>The reduced loss of a batch, its gradient and the diagonal of its Hessian.</summary>
    /// <param name="prediction">One row of scores per sample, row by row.</param>
    /// <param name="label">One label per sample: the number of a column, from 0, or <see cref="IgnoredLabel"/>.</param>
    /// <param name="columns">The number of columns of every row.</param>
    /// <param name="gradient">Receives the derivative of the returned value by every element of <paramref name="prediction"/>.</param>
    /// <param name="hessian">Receives the second derivative of the returned value by every element of <paramref name="prediction"/>, or what the Hessian policy has in its place.</param>
    /// <param name="weights">One non-negative weight per sample, or empty for equal weights.</param>
    /// <returns>The loss, reduced as <see cref="GeneratedLoss.Reduction"/> says.</returns>
    /// <exception cref="ArgumentException">The batch is empty, lengths differ, a label is out of range or a weight is negative. Nothing has been written.</exception>
    public float ValueGradientAndHessian(ReadOnlySpan<float> prediction, ReadOnlySpan<int> label, int columns, Span<float> gradient, Span<float> hessian, ReadOnlySpan<float> weights = default)
    {
        LossBatch<float> batch = BatchOf(prediction, label, columns, weights);
        batch.AddGradient(gradient, nameof(gradient));
        batch.AddHessian(hessian, nameof(hessian));
        return Evaluate(ref batch);
    }

    /// <summary>The loss of every sample, neither weighted nor reduced.</summary>
    /// <param name="prediction">One row of scores per sample, row by row.</param>
    /// <param name="label">One label per sample: the number of a column, from 0, or <see cref="IgnoredLabel"/>.</param>
    /// <param name="columns">The number of columns of every row.</param>
    /// <param name="values">Receives one loss per sample.</param>
    /// <exception cref="ArgumentException">The batch is empty, lengths differ, a label is out of range or a weight is negative. Nothing has been written.</exception>
    public void Values(ReadOnlySpan<float> prediction, ReadOnlySpan<int> label, int columns, Span<float> values)
    {
        LossBatch<float> batch = BatchOf(prediction, label, columns, default);
        batch.SetValues(values, nameof(values));
        Evaluate(ref batch);
    }

    /// <summary>Says why a loss or a gradient of the batch is not finite, or which input is outside of its declared domain. Slow: for finding out.</summary>
    /// <param name="prediction">One row of scores per sample, row by row.</param>
    /// <param name="label">One label per sample: the number of a column, from 0, or <see cref="IgnoredLabel"/>.</param>
    /// <param name="columns">The number of columns of every row.</param>
    /// <param name="weights">One non-negative weight per sample, or empty for equal weights.</param>
    /// <returns>The first such sample and the subexpression where it begins; null if there is none.</returns>
    /// <exception cref="ArgumentException">The batch is empty, lengths differ, a label is out of range or a weight is negative. Nothing has been written.</exception>
    public LossExplanation? Explain(ReadOnlySpan<float> prediction, ReadOnlySpan<int> label, int columns, ReadOnlySpan<float> weights = default)
    {
        LossBatch<float> batch = BatchOf(prediction, label, columns, weights);
        return Explain(ref batch);
    }

    /// <summary>The raw scores that, given to every sample of the batch, make the loss smallest: where boosting starts.</summary>
    /// <param name="label">One label per sample: the number of a column, from 0, or <see cref="IgnoredLabel"/>.</param>
    /// <param name="columns">The number of columns of every row.</param>
    /// <param name="constants">Receives one score per column; infinite ones where the loss falls for ever, and with sum 0 where only their differences matter.</param>
    /// <param name="weights">One non-negative weight per sample, or empty for equal weights.</param>
    /// <exception cref="ArgumentException">The batch is empty, lengths differ, a label is out of range or a weight is negative. Nothing has been written.</exception>
    public void OptimalConstant(ReadOnlySpan<int> label, int columns, Span<float> constants, ReadOnlySpan<float> weights = default)
    {
        var batch = new LossBatch<float>(Reduction, weights, columns, MaxDegreeOfParallelism);
        batch.AddLabels(label, nameof(label));
        ((ILoss<float>)this).OptimalConstant(ref batch, constants);
    }
}
