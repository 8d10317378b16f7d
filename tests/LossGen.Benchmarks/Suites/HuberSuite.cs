using LossGen.Benchmarks.Losses;

namespace LossGen.Benchmarks.Suites;

/// <summary>Huber: comparisons and blends, no transcendental function.</summary>
public class HuberSuite : ElementLossSuite
{
    private Huber _loss = new();

    /// <inheritdoc/>
    protected override bool HasBinaryTargets => false;

    /// <inheritdoc/>
    protected override void CreateLoss() => _loss = new Huber { MaxDegreeOfParallelism = Threads };

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
