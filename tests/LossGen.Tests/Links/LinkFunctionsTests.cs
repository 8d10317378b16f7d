using System.Globalization;
using Xunit;

namespace LossGen.Tests.Links;

public sealed class LinkFunctionsTests
{
    /// <summary>Link, direction, argument and the result that mpmath gives.</summary>
    public static TheoryData<Link, string, double, double> Table { get; } =
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Links", "Data", "links.tsv"))
            .Select(static line => line.Split('\t'))
            .Select(static cells => new TheoryDataRow<Link, string, double, double>(
                Enum.Parse<Link>(cells[0]), cells[1], double.Parse(cells[2], CultureInfo.InvariantCulture), double.Parse(cells[3], CultureInfo.InvariantCulture))),
    ];

    [Theory]
    [MemberData(nameof(Table))]
    public void Number_AgreesWithTheTable(Link link, string direction, double argument, double expected)
    {
        double actual = direction == "ToPrediction" ? link.ToPrediction(argument) : link.ToScore(argument);
        Assert.Equal(expected, actual, Math.Max(4e-16 * Math.Abs(expected), double.Epsilon));
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void Float_IsTheDoubleRoundedOnce(Link link, string direction, double argument, double expected)
    {
        float single = (float)argument;
        if (single != argument)
            return;

        float actual = direction == "ToPrediction" ? link.ToPrediction(single) : link.ToScore(single);
        Assert.Equal((float)expected, actual);
    }

    [Theory]
    [InlineData(Link.Sigmoid, 0.0, double.NegativeInfinity)]
    [InlineData(Link.Sigmoid, 1.0, double.PositiveInfinity)]
    [InlineData(Link.Sigmoid, 1.5, double.NaN)]
    [InlineData(Link.Exp, 0.0, double.NegativeInfinity)]
    [InlineData(Link.Exp, -1.0, double.NaN)]
    [InlineData(Link.Softplus, 0.0, double.NegativeInfinity)]
    [InlineData(Link.Softplus, -1.0, double.NaN)]
    [InlineData(Link.Tanh, 1.0, double.PositiveInfinity)]
    [InlineData(Link.Identity, -3.5, -3.5)]
    public void Score_AtAndBeyondTheEndsOfTheRange(Link link, double prediction, double expected) => Assert.Equal(expected, link.ToScore(prediction));

    [Fact]
    public void SoftMaxRow_IsADistribution_WithoutOverflow()
    {
        double[] scores = [1000, 1000 + Math.Log(3), 0, -2, -2, -2];
        double[] predictions = new double[6];

        Link.SoftMax.ToPredictions(scores, predictions, 3);

        Assert.Equal([0.25, 0.75, 0], predictions[..3].Select(static p => Math.Round(p, 12)));
        Assert.All(predictions[3..], static p => Assert.Equal(1.0 / 3, p, 1e-16));
    }

    [Fact]
    public void SoftMaxScores_HaveSumZero_AndLeadBack()
    {
        float[] probabilities = [0.5f, 0.25f, 0.25f];
        float[] scores = new float[3];

        Link.SoftMax.ToScores(probabilities, scores, 3);

        float step = MathF.Log(2) / 3;
        Assert.Equal(2 * step, scores[0], 1e-6f);
        Assert.Equal(-step, scores[1], 1e-6f);
        Link.SoftMax.ToPredictions<float>(scores, scores, 3);
        Assert.Equal(0.5f, scores[0], 1e-6f);
    }

    [Fact]
    public void ClassWithoutProbability_HasNoScore_AndLeavesTheOthers()
    {
        double[] scores = new double[3];

        Link.SoftMax.ToScores([0.5, 0, 0.5], scores, 3);

        Assert.Equal([0, double.NegativeInfinity, 0], scores);
    }

    [Fact]
    public void BadSpans_AreRefusedBeforeAnythingIsWritten()
    {
        double[] numbers = [1, 2, 3, 4];
        Assert.Contains("predictions has 3 elements but scores has 4", Message(() => Link.Exp.ToPredictions(numbers, new double[3])), StringComparison.Ordinal);
        Assert.Contains("no rows of 3 columns", Message(() => Link.SoftMax.ToPredictions(numbers, new double[4], 3)), StringComparison.Ordinal);
        Assert.Contains("not in part", Message(() => Link.Exp.ToPredictions<double>(numbers.AsSpan(0, 3), numbers.AsSpan(1, 3))), StringComparison.Ordinal);
        Assert.Contains("needs a row", Message(() => Link.SoftMax.ToPrediction(1.0)), StringComparison.Ordinal);
        Assert.Contains("no member", Message(() => ((Link)99).ToScores(numbers, new double[4])), StringComparison.Ordinal);
        Assert.Equal([1, 2, 3, 4], numbers);
    }

    private static string Message(Action action) => Assert.ThrowsAny<ArgumentException>(action).Message;
}
