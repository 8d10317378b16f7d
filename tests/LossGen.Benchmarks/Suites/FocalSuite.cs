using LossGen.Benchmarks.Losses;

namespace LossGen.Benchmarks.Suites;

/// <summary>Focal loss of a logit: a hyperparameter in an exponent.</summary>
public class FocalSuite : ElementLossSuite
{
    private Focal _loss = new();

    /// <inheritdoc/>
    protected override bool HasBinaryTargets => true;

    /// <inheritdoc/>
    protected override void CreateLoss() => _loss = new Focal { MaxDegreeOfParallelism = Threads };

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
