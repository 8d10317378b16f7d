using System.Numerics;
using LossGen.Evaluation;
using Xunit;

namespace LossGen.Losses.Tests;

/// <summary>
/// Every combination of weights, class weights, smoothing, ignored label, reduction and kind of target, over short and long rows, in float and double. (Peers
/// have crashed or been wrong on some: pytorch #69339, #91383, #72056, #73205.)
/// </summary>
public sealed class CrossEntropyOptionTests
{
    private const int Samples = 37;

    public static TheoryData<Reduction, bool, bool, double, int?, int> Labelled => Combinations(null, -100, 1);

    /// <summary>A distribution has no label to ignore.</summary>
    public static TheoryData<Reduction, bool, bool, double, int?, int> Distributed => Combinations([null]);

    [Theory]
    [MemberData(nameof(Labelled))]
    public void Label_WithOptions_IsThePlainFormula(Reduction reduction, bool isWeighted, bool hasClassWeights, double smoothing, int? ignored, int columns)
    {
        CrossEntropyOracle oracle = Oracle(columns, isWeighted, hasClassWeights, smoothing, ignored, isLabelled: true);
        Row classWeights = oracle.ClassWeights ?? [];
        AssertAgrees(hasClassWeights
            ? new ClassWeightedSoftmaxCrossEntropy(classWeights, smoothing) { IgnoredLabel = ignored }
            : new SmoothedSoftmaxCrossEntropy(smoothing) { IgnoredLabel = ignored }, oracle, reduction);
        if (smoothing == 0)
        {
            AssertAgrees(new SoftmaxCrossEntropy { IgnoredLabel = ignored, ClassWeights = classWeights }, oracle, reduction, areLossesWeighted: false);
        }
    }

    [Theory]
    [MemberData(nameof(Distributed))]
    public void Distribution_WithOptions_IsThePlainFormula(Reduction reduction, bool isWeighted, bool hasClassWeights, double smoothing, int? ignored, int columns)
    {
        CrossEntropyOracle oracle = Oracle(columns, isWeighted, hasClassWeights, smoothing, ignored, isLabelled: false);
        AssertAgrees(hasClassWeights ? new ClassWeightedSoftmaxCrossEntropyOfDistribution(oracle.ClassWeights!, smoothing) : new SoftmaxCrossEntropyOfDistribution(smoothing), oracle, reduction);
    }

    [Theory]
    [InlineData(Reduction.Sum)]
    [InlineData(Reduction.Mean)]
    [InlineData(Reduction.WeightedMean)]
    public void AllIgnored_IsZero(Reduction reduction)
    {
        double[] gradient = [1, 1, 1, 1];
        SoftmaxCrossEntropy loss = new() { Reduction = reduction, IgnoredLabel = 7 };
        Assert.Equal(0, loss.ValueAndGradient([1.0, 2, double.NaN, 3], [7, 7], 2, gradient));
        Assert.Equal([0, 0, 0, 0], gradient);
    }

    [Fact]
    public void IgnoredSample_WhoseScoresAreNaN_ContributesNothing()
    {
        double[] gradient = new double[4];
        double[] values = new double[2];
        SoftmaxCrossEntropy loss = new() { Reduction = Reduction.WeightedMean, IgnoredLabel = -1 };
        Assert.Equal(Math.Log(2), loss.ValueAndGradient([double.NaN, 0, 3.0, 3.0], [-1, 0], 2, gradient), 1e-15);
        Assert.Equal([0, 0, -0.5, 0.5], gradient);
        loss.Values([double.NaN, 0, 3.0, 3.0], [-1, 0], 2, values);
        Assert.Equal([0, Math.Log(2)], values);
        Assert.Null(loss.Explain([double.NaN, 0, 3.0, 3.0], [-1, 0], 2));
    }

    private static TheoryData<Reduction, bool, bool, double, int?, int> Combinations(params int?[] ignoredLabels)
    {
        TheoryData<Reduction, bool, bool, double, int?, int> cases = [];
        foreach (Reduction reduction in Enum.GetValues<Reduction>())
        {
            foreach (int? ignored in ignoredLabels)
            {
                for (int options = 0; options < 16; options++)
                {
                    cases.Add(reduction, (options & 1) != 0, (options & 2) != 0, (options & 4) != 0 ? 0.125 : 0, ignored, (options & 8) != 0 ? 300 : 5);
                }
            }
        }

        return cases;
    }

    private static CrossEntropyOracle Oracle(int columns, bool isWeighted, bool hasClassWeights, double smoothing, int? ignored, bool isLabelled)
    {
        Random random = new(columns);
        double[][] scores = [.. Enumerable.Range(0, Samples).Select(_ => Enumerable.Range(0, columns).Select(_ => (double)(float)((random.NextDouble() * 12) - 6)).ToArray())];
        int[] labels = [.. Enumerable.Range(0, Samples).Select(sample => sample % 5 == 3 && ignored is { } label ? label : sample * 7 % columns)];
        double[][] targets = isLabelled
            ? [.. labels.Select(label => Enumerable.Range(0, columns).Select(column => column == label ? 1.0 : 0).ToArray())]
            : [.. scores.Select(static row => row.Select(static score => (double)(float)(Math.Abs(score) / 40)).ToArray())];
        return new(
            scores,
            targets,
            isLabelled ? labels : null,
            isWeighted ? [.. Enumerable.Range(0, Samples).Select(static sample => sample % 4 * 0.5)] : null,
            hasClassWeights ? [.. Enumerable.Range(0, columns).Select(static column => ((column * 3) + 1) % 8 * 0.25)] : null,
            smoothing,
            ignored);
    }

    private static void AssertAgrees(object loss, CrossEntropyOracle oracle, Reduction reduction, bool areLossesWeighted = true)
    {
        AssertAgrees<double>((ILoss<double>)loss, oracle, reduction, 1e-13, areLossesWeighted);
        AssertAgrees<float>((ILoss<float>)loss, oracle, reduction, 2e-6, areLossesWeighted);
    }

    private static void AssertAgrees<T>(ILoss<T> loss, CrossEntropyOracle oracle, Reduction reduction, double tolerance, bool areLossesWeighted)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] gradient = new T[Samples * oracle.Scores[0].Length];
        T[] values = new T[Samples];
        LossBatch<T> batch = new(reduction, Convert<T>(oracle.Weights ?? []), oracle.Scores[0].Length);
        batch.AddPrediction(Convert<T>(oracle.Scores.SelectMany(static row => row)), "scores", InputShape.Row);
        if (oracle.Labels is null)
        {
            batch.AddTarget(Convert<T>(oracle.Targets.SelectMany(static row => row)), "target", InputShape.Row);
        }
        else
        {
            batch.AddLabels(oracle.Labels, "label");
        }

        batch.AddGradient(gradient, "gradient");
        batch.SetValues(values, "values");
        (double expected, double[] expectedGradient, double[] expectedValues) = oracle.Evaluate(reduction);
        Assert.Equal(expected, double.CreateChecked(loss.Evaluate(ref batch)), tolerance * Math.Max(1, expected));
        AssertClose(expectedGradient, gradient);
        if (areLossesWeighted || oracle.ClassWeights is null)
        {
            AssertClose(expectedValues, values);
        }

        void AssertClose(double[] wanted, T[] found)
        {
            double scale = tolerance * wanted.Max(Math.Abs);
            for (int i = 0; i < wanted.Length; i++)
            {
                Assert.Equal(wanted[i], double.CreateChecked(found[i]), scale);
            }
        }
    }

    private static T[] Convert<T>(IEnumerable<double> numbers)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => [.. numbers.Select(T.CreateChecked)];
}
