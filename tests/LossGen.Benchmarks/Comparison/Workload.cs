using LossGen.Benchmarks.Losses;

namespace LossGen.Benchmarks.Comparison;

/// <summary>The member of a generated loss that is measured.</summary>
internal delegate float ValueAndGradient(ReadOnlySpan<float> prediction, ReadOnlySpan<float> target, Span<float> gradient, ReadOnlySpan<float> weights = default);

/// <summary>Loss and derivative of one sample in double, from the formula and nothing else.</summary>
internal delegate (double Loss, double Derivative) ScalarReference(double prediction, double target);

/// <summary>A loss that every peer computes.</summary>
/// <param name="Key">Its name among the peers.</param>
/// <param name="Title">Its name in reports.</param>
/// <param name="IsTranscendental">Whether it computes exp or log, so that arithmetic and not memory bounds it.</param>
/// <param name="HasBinaryTargets">Whether targets are 0 or 1.</param>
/// <param name="Generated">The generated member for a number of threads.</param>
/// <param name="Reference">What is right.</param>
internal sealed record Workload(string Key, string Title, bool IsTranscendental, bool HasBinaryTargets, Func<int, ValueAndGradient> Generated, ScalarReference Reference)
{
    internal static readonly Workload BinaryCrossEntropy = new(
        "binary_cross_entropy",
        "BCE with logits",
        IsTranscendental: true,
        HasBinaryTargets: true,
        static threads => new BinaryCrossEntropy { MaxDegreeOfParallelism = threads }.ValueAndGradient,
        static (x, y) => (y * Softplus(-x) + (1 - y) * Softplus(x), Sigmoid(x) - y));

    internal static readonly Workload Focal = new(
        "focal",
        "Focal with logits",
        IsTranscendental: true,
        HasBinaryTargets: true,
        static threads => new Focal(gamma: 2f, alpha: 0.25f) { MaxDegreeOfParallelism = threads }.ValueAndGradient,
        FocalReference);

    internal static readonly Workload Huber = new(
        "huber",
        "Huber",
        IsTranscendental: false,
        HasBinaryTargets: false,
        static threads => new Huber(delta: 1f) { MaxDegreeOfParallelism = threads }.ValueAndGradient,
        static (p, y) => Math.Abs(p - y) <= 1 ? (0.5 * (p - y) * (p - y), p - y) : (Math.Abs(p - y) - 0.5, Math.Sign(p - y)));

    internal static readonly Workload SquaredError = new(
        "squared_error",
        "MSE",
        IsTranscendental: false,
        HasBinaryTargets: false,
        static threads => new SquaredError { MaxDegreeOfParallelism = threads }.ValueAndGradient,
        static (p, y) => ((p - y) * (p - y), 2 * (p - y)));

    internal static IReadOnlyList<Workload> All { get; } = [BinaryCrossEntropy, Focal, Huber, SquaredError];

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
