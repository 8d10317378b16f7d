using LossGen.Benchmarks.Losses;

namespace LossGen.Benchmarks.Suites;

/// <summary>Binary cross-entropy of a logit: one exp, one log and one reciprocal an element.</summary>
public class BinaryCrossEntropySuite : ElementLossSuite
{
    private BinaryCrossEntropy _loss = new();

    /// <inheritdoc/>
    protected override bool HasBinaryTargets => true;

    /// <inheritdoc/>
    protected override void CreateLoss() => _loss = new BinaryCrossEntropy { MaxDegreeOfParallelism = Threads };

    /// <inheritdoc/>
    protected override float Value(ReadOnlySpan<float> prediction, ReadOnlySpan<float> target) =>
        _loss.Value(prediction, target);

    /// <inheritdoc/>
    protected override float ValueAndGradient(ReadOnlySpan<float> prediction, ReadOnlySpan<float> target, Span<float> gradient) =>
        _loss.ValueAndGradient(prediction, target, gradient);

    /// <inheritdoc/>
    protected override float ValueGradientAndHessian(ReadOnlySpan<float> prediction, ReadOnlySpan<float> target, Span<float> gradient, Span<float> hessian) =>
        _loss.ValueGradientAndHessian(prediction, target, gradient, hessian);
}
