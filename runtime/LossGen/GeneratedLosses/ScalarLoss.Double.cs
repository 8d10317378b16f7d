using LossGen.Evaluation;

namespace LossGen;

/// <content>The members for <see cref="double"/>.</content>
public abstract partial class ScalarLoss
{
    /// <inheritdoc cref="Value(ReadOnlySpan{float}, ReadOnlySpan{float}, ReadOnlySpan{float})"/>
    public double Value(ReadOnlySpan<double> prediction, ReadOnlySpan<double> target, ReadOnlySpan<double> weights = default)
    {
        LossBatch<double> batch = BatchOf(prediction, target, weights);
        return Evaluate(ref batch);
    }

    /// <inheritdoc cref="ValueAndGradient(ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float}, ReadOnlySpan{float})"/>
    public double ValueAndGradient(ReadOnlySpan<double> prediction, ReadOnlySpan<double> target, Span<double> gradient, ReadOnlySpan<double> weights = default)
    {
        LossBatch<double> batch = BatchOf(prediction, target, weights);
        batch.AddGradient(gradient, nameof(gradient));
        return Evaluate(ref batch);
    }

    /// <inheritdoc cref="ValueGradientAndHessian(ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float}, Span{float}, ReadOnlySpan{float})"/>
    public double ValueGradientAndHessian(ReadOnlySpan<double> prediction, ReadOnlySpan<double> target, Span<double> gradient, Span<double> hessian, ReadOnlySpan<double> weights = default)
    {
        LossBatch<double> batch = BatchOf(prediction, target, weights);
        batch.AddGradient(gradient, nameof(gradient));
        batch.AddHessian(hessian, nameof(hessian));
        return Evaluate(ref batch);
    }

    /// <inheritdoc cref="Values(ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float})"/>
    public void Values(ReadOnlySpan<double> prediction, ReadOnlySpan<double> target, Span<double> values)
    {
        LossBatch<double> batch = BatchOf(prediction, target, default);
        batch.SetValues(values, nameof(values));
        Evaluate(ref batch);
    }

    /// <inheritdoc cref="Explain(ReadOnlySpan{float}, ReadOnlySpan{float}, ReadOnlySpan{float})"/>
    public LossExplanation? Explain(ReadOnlySpan<double> prediction, ReadOnlySpan<double> target, ReadOnlySpan<double> weights = default)
    {
        LossBatch<double> batch = BatchOf(prediction, target, weights);
        return Explain(ref batch);
    }

    /// <inheritdoc cref="OptimalConstant(ReadOnlySpan{float}, ReadOnlySpan{float})"/>
    public double OptimalConstant(ReadOnlySpan<double> target, ReadOnlySpan<double> weights = default)
    {
        var batch = new LossBatch<double>(Reduction, weights, columns: 0, MaxDegreeOfParallelism);
        batch.AddTarget(target, nameof(target));
        return ((ILoss<double>)this).OptimalConstant(ref batch);
    }

    /// <inheritdoc cref="Loss(float, float)"/>
    public double Loss(double prediction, double target) => EvaluateSample(new SampleQuery<double>(SampleResult.Value, prediction, target));

    /// <inheritdoc cref="Derivative(float, float)"/>
    public double Derivative(double prediction, double target) => EvaluateSample(new SampleQuery<double>(SampleResult.Derivative, prediction, target));

    /// <inheritdoc cref="SecondDerivative(float, float)"/>
    public double SecondDerivative(double prediction, double target) => EvaluateSample(new SampleQuery<double>(SampleResult.SecondDerivative, prediction, target));
}
