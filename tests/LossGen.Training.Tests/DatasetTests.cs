using Xunit;

namespace LossGen.Training.Tests;

public sealed class DatasetTests
{
    [Theory]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.PositiveInfinity, "Infinity")]
    public void NonFiniteFeature_IsRefusedWithRowAndName(double value, string text)
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() => new Dataset(2, new double[] { 1, 2, 3, value }, new double[] { 0, 0 }, featureNames: ["width", "height"]));

        Assert.StartsWith($"features must be finite, but row 1, column 1 (height) is {text}.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NonFiniteTarget_IsRefusedWithRow() =>
        AssertRefused("targets must be finite, but row 1, column 0 is NaN.", static () => new Dataset(2, new double[2], new[] { 0, double.NaN }));

    [Fact]
    public void LengthsThatDoNotFit_AreRefused()
    {
        AssertRefused("features has 3 elements, which is not a multiple of the 2 samples.", static () => new Dataset(2, new double[3]));
        AssertRefused("targets has 3 elements, which is not a multiple of the 2 samples.", static () => new Dataset(2, new double[2], new double[3]));
        AssertRefused("labels has 3 elements for 2 samples.", static () => new Dataset(2, new double[2], labels: new int[3]));
        AssertRefused("weights has 4 elements for 2 samples.", static () => new Dataset(2, new double[2], weights: new double[4]));
        AssertRefused("featureNames has 2 names for 1 features.", static () => new Dataset(2, new double[2], featureNames: ["a", "b"]));
    }

    [Fact]
    public void NoSamples_AreRefused() => Assert.Throws<ArgumentOutOfRangeException>(static () => new Dataset(0, default));

    [Fact]
    public void NegativeLabelOrWeight_IsRefusedWithRow()
    {
        AssertRefused("labels count classes from 0, but row 1 is -3.", static () => new Dataset(2, new double[2], labels: new[] { 0, -3 }));
        AssertRefused("weights must not be negative, but row 0 is -1.", static () => new Dataset(2, new double[2], weights: new double[] { -1, 1 }));
    }

    [Fact]
    public void WeightsThatAreAllZero_AreRefused() =>
        AssertRefused("weights are all 0, so there is nothing to learn from.", static () => new Dataset(2, new double[2], weights: new double[2]));

    private static void AssertRefused(string message, Func<Dataset> make) =>
        Assert.StartsWith(message, Assert.Throws<ArgumentException>(make).Message, StringComparison.Ordinal);
}
