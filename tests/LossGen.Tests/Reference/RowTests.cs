using Xunit;
using static LossGen.LossMath;

namespace LossGen.Tests.Reference;

/// <summary>The algebra of rows: broadcasting, lifting, reductions, conditions, one-hot rows and errors.</summary>
public sealed class RowTests
{
    private static readonly Row Numbers = new[] { 1.0, -2.0, 4.0 };
    private static readonly Row Others = new[] { 3f, 5f, -0.5f };

    [Fact]
    public void Arithmetic_IsElementWise_AndNumbersBroadcast()
    {
        AssertElements([4, 3, 3.5], Numbers + Others);
        AssertElements([-2, -7, 4.5], Numbers - Others);
        AssertElements([3, -10, -2], Numbers * Others);
        AssertElements([1 / 3.0, -0.4, -8], Numbers / Others);
        AssertElements([1, -2, 0], Numbers % Others);
        AssertElements([-1, 2, -4], -Numbers);
        AssertElements([3, 0, 6], Numbers + 2);
        AssertElements([0.5, 3.5, -2.5], 1.5f - Numbers);
        AssertElements([2, -4, 8], 2 * Numbers);
        AssertElements([4, -2, 1], 4.0 / Numbers);
    }

    [Fact]
    public void Functions_ApplyToEveryElement()
    {
        AssertElements([1, 2, 4], Abs(Numbers));
        AssertElements([Math.Exp(1), Math.Exp(-2), Math.Exp(4)], Exp(Numbers));
        AssertElements([1, 0, 4], Max(Numbers, 0));
        AssertElements([1, 0, 4], Max(0f, Numbers));
        AssertElements([3, 5, 4], Max(Numbers, Others));
        AssertElements([1, 4, 16], Pow(Numbers, 2));
        AssertElements([1, -1, 2], Clamp(Numbers, -1, 2));
        AssertElements([Math.Atan2(1, 3), Math.Atan2(-2, 5), Math.Atan2(4, -0.5)], Atan2(Numbers, Others));
    }

    [Fact]
    public void Reductions_GiveTheTextbookNumbers()
    {
        Assert.Equal(3, Sum(Numbers));
        Assert.Equal(1, Mean(Numbers));
        Assert.Equal(4, Max(Numbers));
        Assert.Equal(-2, Min(Numbers));
        Assert.Equal(-8, Product(Numbers));
        Assert.Equal(-9, Dot(Numbers, Others));
        Assert.Equal((float)Math.Sqrt(21), Norm(Numbers));
        Assert.Equal(7, Norm1(Numbers));
        Assert.Equal(4, NormInf(Numbers));
        Assert.Equal(6, Variance(Numbers));
        Assert.Equal(2, ArgMax(Numbers));
        Assert.Equal(3, Count(Numbers));
        Assert.Equal((float)(-9 / Math.Sqrt(21 * 34.25)), CosineSimilarity(Numbers, Others));
        Assert.Equal((float)Math.Log(Math.Exp(1) + Math.Exp(-2) + Math.Exp(4)), LogSumExp(Numbers));
    }

    [Fact]
    public void OtherOfARow_MakesPairs()
    {
        // Differences xᵢ − xⱼ of 1, −2, 4: 0, 3, −3; −3, 0, −6; 3, 6, 0.
        AssertElements([0, 3, -3, -3, 0, -6, 3, 6, 0], Numbers - Other(Numbers));
        Assert.Equal(12, Sum(Relu(Numbers - Other(Numbers))));
        Assert.Equal(12 / 9f, Mean(Relu(Numbers - Other(Numbers))));
        Assert.Equal(3, Count(Numbers > Other(Numbers)));
        Assert.Equal(9, Count(Numbers - Other(Numbers)));
        Assert.Equal(3 * 3, Sum(Other(Numbers)));
        Assert.Equal((3 * 1) + (6 * 4) + (3 * 4), Dot(Relu(Numbers - Other(Numbers)), Numbers));
        Assert.Equal((1 - -2) + (4 - 1) + (4 - -2), Sum(Select(Numbers > Other(Numbers), Numbers - Other(Numbers), 0)));
        AssertElements([2, -1, 5, 1, -2, 4, 1, -2, 4], Other(Numbers) + OneHot(0));
    }

    [Fact]
    public void OtherOfAOneHotRow_TakesItsLengthFromTheRowItMeets()
    {
        AssertElements([1, 1, 2, -2, -2, -1, 4, 4, 5], Numbers + Other(OneHot(2)));
        AssertElements([0, -2, 0, 0, -2, 0, 0, -2, 0], Other(Numbers) * Other(OneHot(1)));
        AssertElements([1, 1, 3, -2, -2, 0, 7, 7, 8], Numbers + ((2 * Other(OneHot(2))) - (OneHot(2) * Other(OneHot(2)))) + (3 * OneHot(2)));
        Assert.Equal(2, Count((0 * Numbers) + OneHot(2) < Other(OneHot(1))));
        Assert.Equal((1 - -2) + (4 - -2), Sum(Select(Other(OneHot(1)) == 1, Numbers - Other(Numbers), 0)));
        Assert.Contains("label 3", Assert.Throws<ArgumentOutOfRangeException>(() => Numbers - Other(OneHot(3))).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => Sum(Other(OneHot(1))));
    }

    [Fact]
    public void PairsHaveNoElementAndNoOther()
    {
        Assert.Throws<InvalidOperationException>(() => Other(Numbers)[0]);
        Assert.Throws<ArgumentException>(() => Other(Other(Numbers)));
        Assert.Throws<ArgumentException>(() => Other(Numbers) + new Row(new double[] { 1, 2 }));
        Assert.Throws<InvalidOperationException>(() => Other(OneHot(1))[1]);
        Assert.Throws<ArgumentException>(() => Other(Other(OneHot(1))));
        Assert.NotEqual(Other(Numbers), new Row(Other(Numbers).Elements));
    }

    [Fact]
    public void SoftMax_OfLargeScores_IsFiniteAndSumsToOne()
    {
        var probabilities = SoftMax([1000.0, 1000 + Math.Log(2), -1000]);

        Assert.Equal(1.0 / 3, probabilities.Elements.Span[0], 1e-13);
        Assert.Equal(2.0 / 3, probabilities.Elements.Span[1], 1e-13);
        Assert.Equal(0, probabilities[2]);
        Assert.Equal((float)-Math.Log(3), LogSoftMax([1000.0, 1000 + Math.Log(2), -1000])[0], 1e-6f);
    }

    [Fact]
    public void LogSoftMax_OfAConfidentRow_KeepsItsSmallValue() =>
        Assert.Equal(-Math.Exp(-30), LogSoftMax([30.0, 0]).Elements.Span[0], Math.Exp(-30) * 1e-3);

    [Fact]
    public void LogSumExp_OfInfinities_IsTheirLimit()
    {
        Row minusInfinity = [double.NegativeInfinity, double.NegativeInfinity];
        Assert.Equal(float.NegativeInfinity, LogSumExp(minusInfinity));
        Assert.Equal(float.PositiveInfinity, LogSumExp([0, double.PositiveInfinity]));
        Assert.Equal(float.NaN, LogSumExp([0, double.NaN]));
        Assert.Equal(float.NaN, SoftMax(minusInfinity)[0]);
        Assert.Equal(float.NaN, SoftMax([double.PositiveInfinity, 0])[1]);
    }

    [Fact]
    public void EmptyRow_ReducesToTheNeutralElement()
    {
        Row empty = default;
        Assert.Equal(0, Sum(empty));
        Assert.Equal(0, Mean(empty));
        Assert.Equal(1, Product(empty));
        Assert.Equal(float.NegativeInfinity, Max(empty));
        Assert.Equal(float.PositiveInfinity, Min(empty));
        Assert.Equal(0, Norm(empty));
        Assert.Equal(0, Variance(empty));
        Assert.Equal(float.NegativeInfinity, LogSumExp(empty));
        Assert.Throws<ArgumentException>(() => ArgMax(empty));
    }

    [Fact]
    public void Norm_OfHugeAndTinyElements_NeitherOverflowsNorVanishes()
    {
        Assert.Equal(5e30f, Norm([3e30f, 4e30f]), 1e24f);
        Assert.Equal(float.PositiveInfinity, Norm([3e200, 4e200]));
        Assert.Equal(0.6f, CosineSimilarity([3e200, 4e200], [1, 0]));
        Assert.Equal((float)Math.Sqrt(0.5), CosineSimilarity([1e-200, 1e-200], [1e+100, 0.0]), 1e-6f);
    }

    [Fact]
    public void Sum_OfCancellingElements_IsExact() => Assert.Equal(1, Sum([1e100, 1.0, -1e100]));

    [Fact]
    public void ArgMax_OfTies_IsTheFirst_AndNaNWins()
    {
        Assert.Equal(1, ArgMax([0.0, 2, 2]));
        Assert.Equal(2, ArgMax([0.0, 2, double.NaN]));
    }

    [Fact]
    public void Comparisons_GiveConditions_WhichCombineAndCount()
    {
        Assert.Equal(2, Count(Numbers > 0));
        Assert.Equal(1, Count(Numbers > 0 & Numbers < 2));
        Assert.Equal(3, Count(Numbers > 0 | Numbers < -1));
        Assert.Equal(1, Count(!(Numbers > 0)));
        Assert.Equal(1, Count(Numbers >= Others));
        Assert.Equal(1, Count(4 == Numbers));
        Assert.Equal(2, Count(Numbers != 4));
        Assert.Equal(2, Count(IsFinite([0, double.NaN, 1])));
        Assert.False((Numbers > 0)[1]);
    }

    [Fact]
    public void Select_TakesNothingFromTheOtherBranch()
    {
        AssertElements([1, 5, 4], Select(Numbers > 0, Numbers, Others));
        AssertElements([1, 0, 4], Select(Numbers > 0, Numbers, 0));
        AssertElements([0, Math.Log(2), 0], Select(Numbers > 0, 0, Log(-Numbers)));
        AssertElements([1, -1, 1], Select(Numbers > 0, 1, -1));
        AssertElements([0, -2, 0], Select(Numbers > 0, 0, Numbers));
        AssertElements([0, 1 / -2.0, 0], Select(Numbers > 0, Numbers * 0, 1 / Numbers));
    }

    [Fact]
    public void OneHot_TakesItsLengthFromTheRowItMeets()
    {
        AssertElements([1, -1, 4], Numbers + OneHot(1));
        AssertElements([0.1, -1.8, 0.4], (0.8 * OneHot(1) + 0.1) * Numbers);
        Assert.Equal(-2, Dot(OneHot(1), Numbers));
        Assert.Equal(4, Sum(Select(OneHot(2) == 1, Numbers, 0)));
        Assert.Equal(1, OneHot(1)[1]);
        Assert.Equal(2, Sum(Numbers * 0 + (OneHot(0) + OneHot(2))));
    }

    [Fact]
    public void OneHot_OfALabelOutOfRange_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => OneHot(-1));
        Assert.Contains("label 3", Assert.Throws<ArgumentOutOfRangeException>(() => Numbers - OneHot(3)).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => Sum(OneHot(1)));
    }

    [Fact]
    public void RowsOfDifferentLengths_AreRefused_NamingBoth()
    {
        var exception = Assert.Throws<ArgumentException>(() => Numbers + Row.Create([1f, 2f]));
        Assert.Contains("3 and 2", exception.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Max(Numbers, Row.Create([1f])));
        Assert.Throws<ArgumentException>(() => Numbers > Row.Create([1f]));
    }

    [Fact]
    public void Indexer_OutsideTheRow_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Numbers[3]);
        Assert.Throws<ArgumentOutOfRangeException>(() => Numbers[-1]);
    }

    [Fact]
    public void Rows_AreEqual_WhenTheirElementsAre()
    {
        Assert.Equal(Row.Create([1f, -2f, 4f]), Numbers);
        Assert.Equal((Row.Create([1f, -2f, 4f])).GetHashCode(), Numbers.GetHashCode());
        Assert.NotEqual(Others, Numbers);
        Assert.Equal("[1, -2, 4]", Numbers.ToString());
    }

    private static void AssertElements(double[] expected, Row actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var column = 0; column < expected.Length; column++)
            Assert.Equal(expected[column], actual.Elements.Span[column], 1e-15);
    }
}
