using LossGen.Evaluation;

namespace LossGen;

/// <content>The members for <see cref="double"/>.</content>
public abstract partial class ClassificationLoss
{
    /// <inheritdoc cref="Value(ReadOnlySpan{float}, ReadOnlySpan{int}, int, ReadOnlySpan{float})"/>
    public double Value(ReadOnlySpan<double> prediction, ReadOnlySpan<int> label, int columns, ReadOnlySpan<double> weights = default)
    {
        LossBatch<double> batch = BatchOf(prediction, label, columns, weights);
        return Evaluate(ref batch);
    }

    /// <inheritdoc cref="ValueAndGradient(ReadOnlySpan{float}, ReadOnlySpan{int}, int, Span{float}, ReadOnlySpan{float})"/>
    public double ValueAndGradient(ReadOnlySpan<double> prediction, ReadOnlySpan<int> label, int columns, Span<double> gradient, ReadOnlySpan<double> weights = default)
    {
        LossBatch<double> batch = BatchOf(prediction, label, columns, weights);
        batch.AddGradient(gradient, nameof(gradient));
        return Evaluate(ref batch);
    }

    /// <inheritdoc cref="ValueGradientAndHessian(ReadOnlySpan{float}, ReadOnlySpan{int}, int, Span{float}, Span{float}, ReadOnlySpan{float})"/>
    public double ValueGradientAndHessian(ReadOnlySpan<double> prediction, ReadOnlySpan<int> label, int columns, Span<double> gradient, Span<double> hessian, ReadOnlySpan<double> weights = default)
    {
        LossBatch<double> batch = BatchOf(prediction, label, columns, weights);
        batch.AddGradient(gradient, nameof(gradient));
        batch.AddHessian(hessian, nameof(hessian));
        return Evaluate(ref batch);
    }

    /// <inheritdoc cref="Values(ReadOnlySpan{float}, ReadOnlySpan{int}, int, Span{float})"/>
    public void Values(ReadOnlySpan<double> prediction, ReadOnlySpan<int> label, int columns, Span<double> values)
    {
        LossBatch<double> batch = BatchOf(prediction, label, columns, default);
        batch.SetValues(values, nameof(values));
        Evaluate(ref batch);
    }

    /// <inheritdoc cref="Explain(ReadOnlySpan{float}, ReadOnlySpan{int}, int, ReadOnlySpan{float})"/>
    public LossExplanation? Explain(ReadOnlySpan<double> prediction, ReadOnlySpan<int> label, int columns, ReadOnlySpan<double> weights = default)
    {
        LossBatch<double> batch = BatchOf(prediction, label, columns, weights);
        return Explain(ref batch);
    }

    /// <inheritdoc cref="OptimalConstant(ReadOnlySpan{int}, int, Span{float}, ReadOnlySpan{float})"/>
    public void OptimalConstant(ReadOnlySpan<int> label, int columns, Span<double> constants, ReadOnlySpan<double> weights = default)
    {
        var batch = new LossBatch<double>(Reduction, weights, columns, MaxDegreeOfParallelism);
        batch.AddLabels(label, nameof(label));
        ((ILoss<double>)this).OptimalConstant(ref batch, constants);
    }
}
