using System.Reflection;
using Xunit;

namespace LossGen.Losses.Tests;

/// <summary>Every loss knows the function from the scores that it takes to what they predict.</summary>
public sealed class LinkTests
{
    /// <summary>The classes with a link other than the identity, by link; the formula is written on the prediction or on the score.</summary>
    private static readonly (Link Link, string[] Classes)[] Links =
    [
        (Link.Sigmoid, [
            nameof(BinaryCrossEntropy), nameof(WeightedBinaryCrossEntropy), nameof(BinaryFocal), nameof(WeightedBinaryFocal), nameof(SoftBinaryFocal), nameof(AsymmetricFocal), nameof(QualityFocal),
            nameof(Varifocal), nameof(LogisticMarginLoss), nameof(MultilabelSoftMargin), nameof(ClassWeightedMultilabelSoftMargin), nameof(PositiveWeightedMultilabelSoftMargin),
            nameof(DiceCrossEntropyLoss), nameof(DiceFocalLoss), nameof(Poly1BinaryCrossEntropy), nameof(BinaryEntropyPenalty)]),
        (Link.SoftMax, [
            nameof(SoftmaxCrossEntropy), nameof(SmoothedSoftmaxCrossEntropy), nameof(SoftmaxCrossEntropyOfDistribution), nameof(ClassWeightedSoftmaxCrossEntropy),
            nameof(ClassWeightedSoftmaxCrossEntropyOfDistribution), nameof(SoftmaxFocal), nameof(CategoricalFocal), nameof(Poly1CrossEntropy), nameof(Poly1CrossEntropyOfDistribution), nameof(Brier),
            nameof(BrierOfDistribution), nameof(GeneralizedCrossEntropy), nameof(KullbackLeiblerOfScores), nameof(ListNet), nameof(EntropyPenalty)]),
        (Link.Exp, [
            nameof(PoissonNllLoss), nameof(GammaNllLoss), nameof(TweedieNllLoss), nameof(NegativeBinomialNllLoss), nameof(NormalAftLoss), nameof(LogisticAftLoss), nameof(ExtremeAftLoss),
            nameof(LogLinearQuantileLoss), nameof(NegativeLogLikelihood), nameof(KullbackLeibler), nameof(KullbackLeiblerOfLogTarget)]),
        (Link.Softplus, [nameof(CrossEntropyLambdaLoss)]),
    ];

    [Fact]
    public void Classes_HaveTheirNaturalLinks()
    {
        foreach (Type type in typeof(SquaredErrorLoss).Assembly.GetTypes().Where(static type => type.IsPublic && !type.IsAbstract && typeof(ILoss<float>).IsAssignableFrom(type)))
        {
            if (type.GetProperty("Link", BindingFlags.Public | BindingFlags.Static) is { } property)
            {
                Link expected = Links.SingleOrDefault(links => links.Classes.Contains(type.Name)).Link;
                Assert.True(expected == (Link)property.GetValue(null)!, $"{type.Name} has another link than {expected}.");
            }
        }
    }

    [Fact]
    public void LogVarianceAndLogScale_HaveTheLinkOfTheirSecondPrediction()
    {
        Assert.Equal((Link.Identity, Link.Exp), (GaussianLogVarianceNllLoss.MeanLink, GaussianLogVarianceNllLoss.LogVarianceLink));
        Assert.Equal((Link.Identity, Link.Exp), (GaussianLogScaleNllLoss.MeanLink, GaussianLogScaleNllLoss.LogScaleLink));
        Assert.Equal((Link.Identity, Link.Exp), (LaplaceLogScaleNllLoss.LocationLink, LaplaceLogScaleNllLoss.LogScaleLink));
    }

    /// <summary>Scores to probabilities and back, at the points of XGBoost's tests.</summary>
    [Theory]
    [InlineData(Link.Sigmoid, new[] { 0, 0.1, 0.5, 0.9, 1 }, new[] { 0.5, 0.524979187, 0.622459331, 0.710949503, 0.731058579 })]
    [InlineData(Link.Exp, new[] { 0, 0.1, 0.5, 0.9, 1 }, new[] { 1, 1.105170918, 1.648721271, 2.459603111, 2.718281828 })]
    public void Links_TurnScoresToPredictionsAndBack(Link link, double[] scores, double[] predictions)
    {
        double[] there = new double[scores.Length];
        double[] back = new double[scores.Length];
        link.ToPredictions(scores, there);
        link.ToScores(there, back);

        Assert.All(predictions.Zip(there), static pair => Assert.Equal(pair.First, pair.Second, 1e-9));
        Assert.All(scores.Zip(back), static pair => Assert.Equal(pair.First, pair.Second, 1e-15));
    }

    [Fact]
    public void SoftMaxLink_IsThatOfXGBoostsSoftprob()
    {
        float[] probabilities = new float[3];
        SoftmaxCrossEntropy.Link.ToPredictions([2f, 0, 1], probabilities, 3);

        float[] expected = [0.66524096f, 0.09003057f, 0.24472847f];
        Assert.All(expected.Zip(probabilities), static pair => Assert.Equal(pair.First, pair.Second, 1e-6f));
    }

    [Fact]
    public void OptimalConstantOfCrossEntropy_IsTheScoreOfTheFrequencies()
    {
        double[] constants = new double[3];
        double[] probabilities = new double[3];
        new SoftmaxCrossEntropy().OptimalConstant([0, 1, 1, 2, 2, 2, 2, 2], 3, constants);
        SoftmaxCrossEntropy.Link.ToPredictions(constants, probabilities, 3);

        double[] frequencies = [0.125, 0.25, 0.625];
        Assert.All(frequencies.Zip(probabilities), static pair => Assert.Equal(pair.First, pair.Second, 1e-12));
    }
}
