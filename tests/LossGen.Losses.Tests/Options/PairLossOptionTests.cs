using System.Numerics;
using LossGen.Evaluation;
using Xunit;

namespace LossGen.Losses.Tests;

/// <summary>The losses over pairs with every combination of reduction, weights, option and length of row, in float and double, against their sums written out.</summary>
public sealed class PairLossOptionTests
{
    private const int Samples = 5;

    public static TheoryData<Reduction, bool, double, int> Combinations
    {
        get
        {
            TheoryData<Reduction, bool, double, int> data = [];
            foreach (Reduction reduction in Enum.GetValues<Reduction>())
            {
                foreach (bool isWeighted in (bool[])[false, true])
                {
                    foreach (double option in (double[])[1, 0.25])
                    {
                        // Samples across the lanes, columns across the lanes, and the shortest row.
                        data.Add(reduction, isWeighted, option, 1);
                        data.Add(reduction, isWeighted, option, 6);
                        data.Add(reduction, isWeighted, option, 259);
                    }
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Combinations))]
    public void MultilabelMargin_IsThePlainSum(Reduction reduction, bool isWeighted, double margin, int columns) => AssertAgrees(
        new MultilabelMargin(margin), new(reduction, isWeighted, columns, Relevances: 2), (z, t, i, j) => t[i] == 0 && t[j] == 1 ? Ramp(margin - (z[j] - z[i]), sign: 1) : default, static t => t.Length);

    [Theory]
    [MemberData(nameof(Combinations))]
    public void RankNet_IsThePlainSum(Reduction reduction, bool isWeighted, double slope, int columns) => AssertAgrees(
        new RankNet(slope), new(reduction, isWeighted, columns, Relevances: 4), (z, t, i, j) => t[i] > t[j] ? Logistic(slope, z[i] - z[j]) : default, static _ => 1);

    [Theory]
    [MemberData(nameof(Combinations))]
    public void PairwiseHinge_IsThePlainMean(Reduction reduction, bool isWeighted, double margin, int columns) => AssertAgrees(
        new PairwiseHinge(margin),
        new(reduction, isWeighted, columns, Relevances: 3),
        (z, t, i, j) => t[i] > t[j] ? Ramp(margin - (z[i] - z[j]), sign: -1) : default,
        static t => Math.Max(1, t.Sum(first => t.Count(second => first > second))));

    [Fact]
    public void PairwiseHinge_WithoutPairs_IsZero()
    {
        double[] gradient = [1, 1, 1];

        Assert.Equal(0, new PairwiseHinge().ValueAndGradient([1.0, 5, 2], [2, 2, 2], 3, gradient));
        Assert.Equal([0, 0, 0], gradient);
    }

    /// <summary>A pair's loss as a function of its first score (that of its second one has the opposite slope), with its derivatives.</summary>
    private static (double Value, double Slope, double Curvature) Ramp(double reach, int sign) => reach > 0 ? (reach, sign, 0) : default;

    private static (double Value, double Slope, double Curvature) Logistic(double slope, double difference)
    {
        double wrong = 1 / (1 + Math.Exp(slope * difference));
        return (Math.Log(1 + Math.Exp(-slope * difference)), -slope * wrong, slope * slope * wrong * (1 - wrong));
    }

    private static void AssertAgrees<TLoss>(
        TLoss loss, PairBatch batch, Func<double[], double[], int, int, (double Value, double Slope, double Curvature)> pair, Func<double[], double> divisor)
        where TLoss : ILoss<double>, ILoss<float>
    {
        AssertAgrees<double>(loss, batch, pair, divisor, 1e-12);
        AssertAgrees<float>(loss, batch, pair, divisor, 1e-5);
    }

    private static void AssertAgrees<T>(
        ILoss<T> loss, PairBatch batch, Func<double[], double[], int, int, (double Value, double Slope, double Curvature)> pair, Func<double[], double> divisor, double tolerance)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int columns = batch.Columns;
        T[] gradient = new T[Samples * columns];
        T[] hessian = new T[Samples * columns];
        LossBatch<T> spans = new(batch.Reduction, batch.Weights<T>(), columns);
        spans.AddPrediction(batch.Scores<T>(), "scores", InputShape.Row);
        spans.AddTarget(batch.Relevance<T>(), "relevance", InputShape.Row);
        spans.AddGradient(gradient, "gradient");
        spans.AddHessian(hessian, "hessian");
        double value = double.CreateChecked(loss.Evaluate(ref spans));

        double[] weights = batch.Weights<double>();
        double total = batch.Reduction switch { Reduction.Sum => 1, Reduction.WeightedMean when weights.Length > 0 => weights.Sum(), _ => Samples };
        double expected = 0;
        for (int sample = 0; sample < Samples; sample++)
        {
            double[] z = batch.Scores<double>()[(sample * columns)..((sample + 1) * columns)];
            double[] t = batch.Relevance<double>()[(sample * columns)..((sample + 1) * columns)];
            double scale = (weights.Length > 0 ? weights[sample] : 1) / total / divisor(t);
            double[] slopes = new double[columns];
            double[] curvatures = new double[columns];
            double magnitude = 0;
            for (int i = 0; i < columns; i++)
            {
                for (int j = 0; j < columns; j++)
                {
                    (double loss1, double slope, double curvature) = pair(z, t, i, j);
                    expected += scale * loss1;
                    slopes[i] += slope;
                    slopes[j] -= slope;
                    curvatures[i] += curvature;
                    curvatures[j] += curvature;
                    magnitude += Math.Abs(slope) / columns;
                }
            }

            for (int i = 0; i < columns; i++)
            {
                double slack = tolerance * scale * Math.Max(magnitude, 1);
                Assert.Equal(scale * slopes[i], double.CreateChecked(gradient[(sample * columns) + i]), slack);
                Assert.Equal(scale * curvatures[i], double.CreateChecked(hessian[(sample * columns) + i]), slack);
            }
        }

        Assert.Equal(expected, value, tolerance * Math.Max(Math.Abs(expected), 1));
    }

    /// <summary>Numbers that are exact in float, so that both element types have the same.</summary>
    private sealed record PairBatch(Reduction Reduction, bool IsWeighted, int Columns, int Relevances)
    {
        public T[] Scores<T>()
            where T : INumber<T> => Draw<T>(1, static random => (float)((6 * random.NextDouble()) - 3));

        public T[] Relevance<T>()
            where T : INumber<T> => Draw<T>(2, random => random.Next(Relevances));

        public T[] Weights<T>()
            where T : INumber<T> => IsWeighted ? [T.CreateChecked(0.5), T.CreateChecked(2), T.Zero, T.One, T.CreateChecked(0.25)] : [];

        private T[] Draw<T>(int seed, Func<Random, double> next)
            where T : INumber<T>
        {
            Random random = new(seed);
            return [.. Enumerable.Range(0, Samples * Columns).Select(_ => T.CreateChecked(next(random)))];
        }
    }
}
