using LossGen.Evaluation;

namespace LossGen;

/// <content>The members for <see cref="double"/>.</content>
public abstract partial class ScalarLoss
{
    /// <summary>The reduced loss of a batch.</summary>
    /// <param name="prediction">One number per sample.</param>
    /// <param name="target">One number per sample.</param>
    /// <param name="weights">One non-negative weight per sample, or empty for equal weights.</param>
    /// <returns>The loss, reduced as <see cref="GeneratedLoss.Reduction"/> says.</returns>
    /// <exception cref="ArgumentException">The batch is empty, lengths differ or a weight is negative. Nothing has been written.</exception>
    public double Value(ReadOnlySpan<double> prediction, ReadOnlySpan<double> target, ReadOnlySpan<double> weights = default)
    {
        LossBatch<double> batch = BatchOf(prediction, target, weights);
        return Evaluate(ref batch);
    }

    /// <summary>The reduced loss of a batch and its gradient.</summary>
    /// <param name="prediction">One number per sample.</param>
    /// <param name="target">One number per sample.</param>
    /// <param name="gradient">Receives the derivative of the returned value by every element of <paramref name="prediction"/>.</param>
    /// <param name="weights">One non-negative weight per sample, or empty for equal weights.</param>
    /// <returns>The loss, reduced as <see cref="GeneratedLoss.Reduction"/> says.</returns>
    /// <exception cref="ArgumentException">The batch is empty, lengths differ or a weight is negative. Nothing has been written.</exception>
    public double ValueAndGradient(ReadOnlySpan<double> prediction, ReadOnlySpan<double> target, Span<double> gradient, ReadOnlySpan<double> weights = default)
    {
        LossBatch<double> batch = BatchOf(prediction, target, weights);
        batch.AddGradient(gradient, nameof(gradient));
        return Evaluate(ref batch);
    }

    /// <summary>The reduced loss of a batch, its gradient and the diagonal of its Hessian.</summary>
    /// <param name="prediction">One number per sample.</param>
    /// <param name="target">One number per sample.</param>
    /// <param name="gradient">Receives the derivative of the returned value by every element of <paramref name="prediction"/>.</param>
    /// <param name="hessian">Receives the second derivative of the returned value by every element of <paramref name="prediction"/>, or what the Hessian policy has in its place.</param>
    /// <param name="weights">One non-negative weight per sample, or empty for equal weights.</param>
    /// <returns>The loss, reduced as <see cref="GeneratedLoss.Reduction"/> says.</returns>
    /// <exception cref="ArgumentException">The batch is empty, lengths differ or a weight is negative. Nothing has been written.</exception>
    public double ValueGradientAndHessian(ReadOnlySpan<double> prediction, ReadOnlySpan<double> target, Span<double> gradient, Span<double> hessian, ReadOnlySpan<double> weights = default)
    {
        LossBatch<double> batch = BatchOf(prediction, target, weights);
        batch.AddGradient(gradient, nameof(gradient));
        batch.AddHessian(hessian, nameof(hessian));
        return Evaluate(ref batch);
    }

    /// <summary>The loss of every sample, neither weighted nor reduced.</summary>
    /// <param name="prediction">One number per sample.</param>
    /// <param name="target">One number per sample.</param>
    /// <param name="values">Receives one loss per sample.</param>
    /// <exception cref="ArgumentException">The batch is empty, lengths differ or a weight is negative. Nothing has been written.</exception>
    public void Values(ReadOnlySpan<double> prediction, ReadOnlySpan<double> target, Span<double> values)
    {
        LossBatch<double> batch = BatchOf(prediction, target, default);
        batch.SetValues(values, nameof(values));
        Evaluate(ref batch);
    }

    /// <summary>Says why a loss or a gradient of the batch is not finite, or which input is outside of its declared domain. Slow: for finding out.</summary>
    /// <param name="prediction">One number per sample.</param>
    /// <param name="target">One number per sample.</param>
    /// <param name="weights">One non-negative weight per sample, or empty for equal weights.</param>
    /// <returns>The first such sample and the subexpression where it begins; null if there is none.</returns>
    /// <exception cref="ArgumentException">The batch is empty, lengths differ or a weight is negative. Nothing has been written.</exception>
    public LossExplanation? Explain(ReadOnlySpan<double> prediction, ReadOnlySpan<double> target, ReadOnlySpan<double> weights = default)
    {
        LossBatch<double> batch = BatchOf(prediction, target, weights);
        return Explain(ref batch);
    }

    /// <summary>The raw score that, given to every sample of the batch, makes the loss smallest: where boosting starts.</summary>
    /// <param name="target">One number per sample.</param>
    /// <param name="weights">One non-negative weight per sample, or empty for equal weights.</param>
    /// <returns>The score; the middle, where the minimum is an interval; infinite where the loss falls for ever.</returns>
    /// <exception cref="ArgumentException">The batch is empty, lengths differ or a weight is negative. Nothing has been written.</exception>
    public double OptimalConstant(ReadOnlySpan<double> target, ReadOnlySpan<double> weights = default)
    {
        var batch = new LossBatch<double>(Reduction, weights, columns: 0, MaxDegreeOfParallelism);
        batch.AddTarget(target, nameof(target));
        return ((ILoss<double>)this).OptimalConstant(ref batch);
    }

    /// <summary>The loss of one sample.</summary>
    /// <param name="prediction">The prediction.</param>
    /// <param name="target">The target.</param>
    public double Loss(double prediction, double target) => EvaluateSample(new SampleQuery<double>(SampleResult.Value, prediction, target));

    /// <summary>∂loss/∂prediction of one sample.</summary>
    /// <param name="prediction">The prediction.</param>
    /// <param name="target">The target.</param>
    public double Derivative(double prediction, double target) => EvaluateSample(new SampleQuery<double>(SampleResult.Derivative, prediction, target));

    /// <summary>∂²loss/∂prediction² of one sample, or what the Hessian policy has in its place.</summary>
    /// <param name="prediction">The prediction.</param>
    /// <param name="target">The target.</param>
    public double SecondDerivative(double prediction, double target) => EvaluateSample(new SampleQuery<double>(SampleResult.SecondDerivative, prediction, target));
}
