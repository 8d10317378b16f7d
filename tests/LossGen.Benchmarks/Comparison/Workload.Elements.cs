using LossGen.Benchmarks.Losses;

namespace LossGen.Benchmarks.Comparison;

/// <content>Losses of elements.</content>
internal sealed partial record Workload
{
    /// <summary>A batch far larger than any cache.</summary>
    internal static BatchShape InMemory { get; } = new(16 * 1024 * 1024, 1);

    /// <summary>In the first-level cache, in the second, in the third, in memory.</summary>
    internal static IReadOnlyList<BatchShape> ElementShapes { get; } = [new(4 * 1024, 1), new(64 * 1024, 1), new(1024 * 1024, 1), InMemory];

    internal static Workload BinaryCrossEntropy { get; } = new(
        "binary_cross_entropy",
        "BCE with logits",
        IsTranscendental: true,
        TargetKind.Binary,
        ElementShapes,
        static threads => Of(new BinaryCrossEntropy { MaxDegreeOfParallelism = threads }.ValueAndGradient),
        Of(static (x, y) => (y * Softplus(-x) + (1 - y) * Softplus(x), Sigmoid(x) - y)));

    internal static Workload Focal { get; } = new(
        "focal",
        "Focal with logits",
        IsTranscendental: true,
        TargetKind.Binary,
        ElementShapes,
        static threads => Of(new Focal(gamma: 2f, alpha: 0.25f) { MaxDegreeOfParallelism = threads }.ValueAndGradient),
        Of(FocalReference));

    internal static Workload Huber { get; } = new(
        "huber",
        "Huber",
        IsTranscendental: false,
        TargetKind.Normal,
        ElementShapes,
        static threads => Of(new Huber(delta: 1f) { MaxDegreeOfParallelism = threads }.ValueAndGradient),
        Of(static (p, y) => Math.Abs(p - y) <= 1 ? (0.5 * (p - y) * (p - y), p - y) : (Math.Abs(p - y) - 0.5, Math.Sign(p - y))));

    internal static Workload SquaredError { get; } = new(
        "squared_error",
        "MSE",
        IsTranscendental: false,
        TargetKind.Normal,
        ElementShapes,
        static threads => Of(new SquaredError { MaxDegreeOfParallelism = threads }.ValueAndGradient),
        Of(static (p, y) => ((p - y) * (p - y), 2 * (p - y))));

    /// <summary>The member of a generated loss of elements that is measured.</summary>
    private delegate float ElementMember(ReadOnlySpan<float> prediction, ReadOnlySpan<float> target, Span<float> gradient, ReadOnlySpan<float> weights = default);

    private static Evaluation Of(ElementMember member) => batch => member(batch.PredictionSpan, batch.TargetSpan, batch.GradientSpan);

    private static SampleReference Of(Func<double, double, (double Loss, double Derivative)> reference) => (prediction, target, gradient) =>
    {
        (double loss, gradient[0]) = reference(prediction[0], target);
        return loss;
    };

    /// <summary>With γ = 2, α = ¼, p = σ(x), q = σ(−x): dp/dx = p·q, so that d(q² log p)/dx = q²·(q − 2p·log p).</summary>
    private static (double Loss, double Derivative) FocalReference(double x, double y)
    {
        (double p, double q) = (Sigmoid(x), Sigmoid(-x));
        (double logP, double logQ) = (-Softplus(-x), -Softplus(x));
        return (
            -0.25 * y * q * q * logP - 0.75 * (1 - y) * p * p * logQ,
            -0.25 * y * q * q * (q - 2 * p * logP) + 0.75 * (1 - y) * p * p * (p - 2 * q * logQ));
    }

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    private static double Softplus(double x) => Math.Max(x, 0) + double.LogP1(Math.Exp(-Math.Abs(x)));
}
