using Xunit;

namespace LossGen.Losses.Tests;

/// <summary>A class with a score of −∞, as masks have it, and no share of the target is not there: the loss is that of the other classes, and its own derivatives are 0.</summary>
public sealed class MaskedClassTests
{
    private static readonly double[] Scores = [0.5, -1.25, 3, 0.75];

    private static readonly double[] Masked = [0.5, -1.25, double.NegativeInfinity, 3, 0.75];

    [Fact]
    public void SmoothedSoftmaxCrossEntropy_WithoutSmoothing() => AssertIsNotThere(
        (scores, gradient, hessian) => new SmoothedSoftmaxCrossEntropy(0).ValueGradientAndHessian(scores, [scores.Length - 1], scores.Length, gradient, hessian));

    [Fact]
    public void ClassWeightedSoftmaxCrossEntropy_WithoutSmoothing() => AssertIsNotThere(
        (scores, gradient, hessian) => new ClassWeightedSoftmaxCrossEntropy([.. Of(scores, [0.5, 2, 1, 3])]).ValueGradientAndHessian(scores, [scores.Length - 1], scores.Length, gradient, hessian));

    [Fact]
    public void KullbackLeiblerOfScores_OfAnotherClass() => AssertIsNotThere(
        (scores, gradient, hessian) => new KullbackLeiblerOfScores().ValueGradientAndHessian(scores, Of(scores, [0.25, 0.25, 0, 0.5]), scores.Length, gradient, hessian));

    [Theory]
    [InlineData(-0.5)]
    [InlineData(2)]
    public void Poly1CrossEntropyOfDistribution_OfAnotherClass(double epsilon) => AssertIsNotThere(
        (scores, gradient, hessian) => new Poly1CrossEntropyOfDistribution(epsilon).ValueGradientAndHessian(scores, Of(scores, [0.25, 0.25, 0, 0.5]), scores.Length, gradient, hessian));

    [Theory]
    [InlineData(0.5)]
    [InlineData(2)]
    public void CategoricalFocal_OfAnotherClass(double gamma) => AssertIsNotThere(
        (scores, gradient, hessian) => new CategoricalFocal(new Row(Of(scores, [0.5, 2, 1, 3]).AsMemory()), gamma)
            .ValueGradientAndHessian(scores, Of(scores, [0.25, 0.25, 0, 0.5]), scores.Length, gradient, hessian));

    [Fact]
    public void EntropyPenalty_OfOtherClasses() => AssertIsNotThere(
        static (scores, gradient, hessian) => new EntropyPenalty().ValueGradientAndHessian(scores, scores.Length, gradient, hessian));

    [Fact]
    public void Brier_OfAnotherClass() => AssertIsNotThere(
        static (scores, gradient, hessian) => new Brier().ValueGradientAndHessian(scores, [scores.Length - 1], scores.Length, gradient, hessian));

    [Fact]
    public void CrossEntropyWithAGuard_OfAnotherClass() => AssertIsNotThere(
        (scores, gradient, hessian) => new GuardedCrossEntropy().ValueGradientAndHessian(scores, Of(scores, [0.25, 0.25, 0, 0.5]), scores.Length, gradient, hessian));

    [Fact]
    public void KullbackLeiblerWithAGuard_OfAnotherClass() => AssertIsNotThere(
        (scores, gradient, hessian) => new GuardedKullbackLeibler().ValueGradientAndHessian(scores, Of(scores, [0.25, 0.25, 0, 0.5]), scores.Length, gradient, hessian));

    private delegate double Evaluation(double[] scores, double[] gradient, double[] hessian);

    private static void AssertIsNotThere(Evaluation evaluation)
    {
        double[] gradient = new double[4];
        double[] hessian = new double[4];
        double[] maskedGradient = new double[5];
        double[] maskedHessian = new double[5];

        Assert.Equal(evaluation(Scores, gradient, hessian), evaluation(Masked, maskedGradient, maskedHessian), 1e-14);
        Assert.Equal([.. With(gradient)], maskedGradient, Near);
        Assert.Equal([.. With(hessian)], maskedHessian, Near);
    }

    private static bool Near(double expected, double actual) => Math.Abs(expected - actual) <= 1e-14;

    /// <summary>Numbers of the four classes, and 0 for the masked one where it is there.</summary>
    private static double[] Of(double[] scores, double[] numbers) => scores.Length > numbers.Length ? With(numbers) : numbers;

    private static double[] With(double[] numbers) => [.. numbers[..2], 0, .. numbers[2..]];
}
