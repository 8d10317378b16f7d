using System.Numerics;
using LossGen.Evaluation;
using LossGen.Tests.Evaluation.Kernels;
using Xunit;

namespace LossGen.Tests.Evaluation;

public sealed class RowEvaluatorTests
{
    /// <summary>Numbers of rows: below, at and above a vector, and more than one chunk.</summary>
    private static readonly int[] RowCounts = [1, 2, 3, 5, 8, 15, 16, 17, 37, 300];

    private const int VeryLongRow = 5003;

    /// <summary>From how many columns on these lie across the lanes: as shipped, and as early as possible.</summary>
    private static readonly int[] LongRows = [RowEvaluator.LongRow, 1];

    public static TheoryData<int, Reduction, bool> Cases() => EvaluationCases.All();

    [Theory]
    [MemberData(nameof(Cases))]
    public void SoftmaxCrossEntropyWithLabels_AgreesWithPlainDoubleCode(int width, Reduction reduction, bool weighted)
    {
        Check<float>((VectorWidth)width, reduction, weighted, 1e-5);
        Check<double>((VectorWidth)width, reduction, weighted, 1e-13);

        static void Check<T>(VectorWidth width, Reduction reduction, bool weighted, double tolerance)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            RowLoopSet<T> loops = RowLoops<SoftmaxCrossEntropy<T>, T>.Of(width);
            foreach ((int samples, int columns) in Shapes())
            {
                T[] scores = Numbers.Uniform<T>(samples * columns, -4, 4, seed: 11);
                int[] labels = Numbers.Labels(samples, columns, seed: 12);
                T[] weights = weighted ? Numbers.WeightsWithZeros<T>(samples) : [];
                var expected = new Oracle(samples, 1, reduction, Numbers.ToDouble(weights), columns);
                for (int i = 0; i < samples; i++)
                {
                    double[] row = Numbers.ToDouble(scores[(i * columns)..((i + 1) * columns)]);
                    double sum = row.Sum(Math.Exp);
                    expected.AddLoss(i, Math.Log(sum) - row[labels[i]]);
                    for (int column = 0; column < columns; column++)
                    {
                        double probability = Math.Exp(row[column]) / sum;
                        expected.AddDerivatives(0, i * columns + column, probability - (column == labels[i] ? 1 : 0), probability * (1 - probability));
                    }
                }

                foreach (int longRow in LongRows)
                {
                    for (int order = 0; order <= 2; order++)
                    {
                        var output = new Outputs<T>(samples * columns, order, samples);
                        var batch = new LossBatch<T>(reduction, weights, columns);
                        batch.AddPrediction(scores, "scores", InputShape.Row);
                        batch.AddLabels(labels, "label");
                        output.AddTo(ref batch, "scores");
                        output.AddValuesTo(ref batch);
                        T value = RowEvaluator.Evaluate(new SoftmaxCrossEntropy<T>(), ref batch, in loops, longRow);
                        expected.Verify(value, order, [output], tolerance, values: true);
                    }
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void PairsOfColumns_AgreeWithPlainDoubleCode(int width, Reduction reduction, bool weighted)
    {
        Check<float>((VectorWidth)width, reduction, weighted, 1e-5);
        Check<double>((VectorWidth)width, reduction, weighted, 1e-13);

        static void Check<T>(VectorWidth width, Reduction reduction, bool weighted, double tolerance)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            RowLoopSet<T> loops = RowLoops<Pairs<T>, T>.Of(width);
            foreach ((int samples, int columns) in ShapesOfPairs())
            {
                // Nothing cancels.
                T[] prediction = Numbers.Uniform<T>(samples * columns, 0.5, 1.5, seed: 31);
                T[] target = Numbers.Uniform<T>(samples * columns, -1, 0, seed: 32);
                T[] factors = Numbers.Uniform<T>(columns, 0.5, 2, seed: 33);
                T[] weights = weighted ? Numbers.WeightsWithZeros<T>(samples) : [];
                var expected = new Oracle(samples, 1, reduction, Numbers.ToDouble(weights), columns);
                double[] factor = Numbers.ToDouble(factors);
                for (int sample = 0; sample < samples; sample++)
                {
                    double[] own = Numbers.ToDouble(prediction[(sample * columns)..((sample + 1) * columns)]);
                    double[] truth = Numbers.ToDouble(target[(sample * columns)..((sample + 1) * columns)]);
                    double loss = 0;
                    for (int i = 0; i < columns; i++)
                    {
                        double lossOfColumn = 0;
                        double first = 0;
                        for (int j = 0; j < columns; j++)
                        {
                            lossOfColumn += factor[j] * (own[i] - truth[j]) * (own[i] - truth[j]) + own[i] * own[j] / 4 + j * own[i] / 8;
                            first += 2 * factor[j] * (own[i] - truth[j]) + own[j] / 2 + j / 8.0;
                        }

                        // One sum over all pairs would lose more digits than what is tested.
                        loss += lossOfColumn;
                        expected.AddDerivatives(0, sample * columns + i, first, 2 * factor.Sum() + 0.5);
                    }

                    expected.AddLoss(sample, loss);
                }

                foreach (int longRow in LongRows)
                {
                    for (int order = 0; order <= 2; order++)
                    {
                        var output = new Outputs<T>(samples * columns, order, samples);
                        var batch = new LossBatch<T>(reduction, weights, columns);
                        batch.AddPrediction(prediction, "row", InputShape.Row);
                        batch.AddTarget(target, "target", InputShape.Row);
                        batch.SetHyperparameter(0, new Row(factor), "weights");
                        output.AddTo(ref batch, "row");
                        output.AddValuesTo(ref batch);
                        T value = RowEvaluator.Evaluate(new Pairs<T>(), ref batch, in loops, longRow);
                        expected.Verify(value, order, [output], tolerance, values: true);
                    }
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void RowsAndNumbersTogether_AgreeWithPlainDoubleCode(int width, Reduction reduction, bool weighted)
    {
        Check<float>((VectorWidth)width, reduction, weighted, 1e-5);
        Check<double>((VectorWidth)width, reduction, weighted, 1e-13);

        static void Check<T>(VectorWidth width, Reduction reduction, bool weighted, double tolerance)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            RowLoopSet<T> loops = RowLoops<ScaledSquares<T>, T>.Of(width);
            foreach ((int samples, int columns) in Shapes())
            {
                T[] prediction = Numbers.Uniform<T>(samples * columns, -1, 1, seed: 21);
                T[] scale = Numbers.Uniform<T>(samples, 0.5, 2, seed: 22);
                T[] target = Numbers.Uniform<T>(samples * columns, -1, 1, seed: 23);
                T[] offset = Numbers.Uniform<T>(samples, -1, 1, seed: 24);
                T[] weights = weighted ? Numbers.WeightsWithZeros<T>(samples) : [];
                var expected = new Oracle(samples, 2, reduction, Numbers.ToDouble(weights), columns);
                for (int i = 0; i < samples; i++)
                {
                    double factor = double.CreateChecked(scale[i]);
                    double sum = 0;
                    for (int element = i * columns; element < (i + 1) * columns; element++)
                    {
                        double residual = double.CreateChecked(prediction[element]) - double.CreateChecked(target[element]);
                        sum += residual * residual;
                        expected.AddDerivatives(0, element, 2 * factor * residual, 2 * factor);
                    }

                    expected.AddLoss(i, factor * sum + double.CreateChecked(offset[i]) + factor * factor / columns);
                    expected.AddDerivatives(1, i, sum + 2 * factor / columns, 2.0 / columns);
                }

                foreach (int longRow in LongRows)
                {
                    for (int order = 0; order <= 2; order++)
                    {
                        Outputs<T>[] outputs = [new(samples * columns, order, samples), new(samples, order)];
                        var batch = new LossBatch<T>(reduction, weights, columns);
                        batch.AddPrediction(prediction, "row", InputShape.Row);
                        batch.AddPrediction(scale, "scale");
                        batch.AddTarget(target, "target", InputShape.Row);
                        batch.AddTarget(offset, "offset");
                        outputs[0].AddTo(ref batch, "row");
                        outputs[1].AddTo(ref batch, "scale");
                        outputs[0].AddValuesTo(ref batch);
                        T value = RowEvaluator.Evaluate(new ScaledSquares<T>(), ref batch, in loops, longRow);
                        expected.Verify(value, order, outputs, tolerance, values: true);
                    }
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void ExtremesProductsAndIndexing_AgreeWithPlainDoubleCode(int width, Reduction reduction, bool weighted)
    {
        Check<float>((VectorWidth)width, reduction, weighted, 2e-5);
        Check<double>((VectorWidth)width, reduction, weighted, 1e-13);

        static void Check<T>(VectorWidth width, Reduction reduction, bool weighted, double tolerance)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            RowLoopSet<T> loops = RowLoops<ExtremesAndProduct<T>, T>.Of(width);
            foreach ((int samples, int columns) in Shapes())
            {
                T[] prediction = Numbers.Uniform<T>(samples * columns, 0.9, 1.1, seed: 31);
                T[] target = Numbers.Uniform<T>(samples * columns, -1, 0, seed: 32);
                int[] labels = Numbers.Labels(samples, columns, seed: 33);
                T[] weights = weighted ? Numbers.WeightsWithZeros<T>(samples) : [];
                var expected = new Oracle(samples, 1, reduction, Numbers.ToDouble(weights), columns);
                for (int i = 0; i < samples; i++)
                {
                    double[] row = Numbers.ToDouble(prediction[(i * columns)..((i + 1) * columns)]);
                    double factor = double.CreateChecked(target[i * columns + labels[i]]);
                    double maximum = row.Max();
                    double minimum = row.Min();
                    double product = row.Aggregate(1.0, static (product, element) => product * element);
                    expected.AddLoss(i, maximum - minimum + product + row[labels[i]] * factor);
                    for (int column = 0; column < columns; column++)
                    {
                        double extremes = (row[column] == maximum ? 1 : 0) - (row[column] == minimum ? 1 : 0);
                        expected.AddDerivatives(0, i * columns + column, product / row[column] + extremes + (column == labels[i] ? factor : 0), 0);
                    }
                }

                foreach (int longRow in LongRows)
                {
                    for (int order = 0; order <= 2; order++)
                    {
                        var output = new Outputs<T>(samples * columns, order, samples);
                        var batch = new LossBatch<T>(reduction, weights, columns);
                        batch.AddPrediction(prediction, "row", InputShape.Row);
                        batch.AddTarget(target, "target", InputShape.Row);
                        batch.AddLabels(labels, "label");
                        output.AddTo(ref batch, "row");
                        T value = RowEvaluator.Evaluate(new ExtremesAndProduct<T>(), ref batch, in loops, longRow);
                        expected.Verify(value, order, [output], tolerance);
                    }
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(EvaluationCases.Widths), MemberType = typeof(EvaluationCases))]
    public void RowOfWeightZero_ContributesNothingEvenWhereTheLossIsNotANumber(int width)
    {
        RowLoopSet<float> loops = RowLoops<SoftmaxCrossEntropy<float>, float>.Of((VectorWidth)width);
        foreach ((int samples, int columns) in Shapes())
        {
            float[] scores = Numbers.Uniform<float>(samples * columns, -4, 4, seed: 41);
            var weights = new float[samples];
            for (int i = 0; i < samples; i++)
            {
                weights[i] = i % 2;
                if (i % 2 == 0)
                    scores[i * columns + i % columns] = float.NaN;
            }

            foreach (int longRow in LongRows)
            {
                var output = new Outputs<float>(samples * columns, 2, samples);
                var batch = new LossBatch<float>(Reduction.Mean, weights, columns);
                batch.AddPrediction(scores, "scores", InputShape.Row);
                batch.AddLabels(new int[samples], "label");
                output.AddTo(ref batch, "scores");
                output.AddValuesTo(ref batch);
                float value = RowEvaluator.Evaluate(new SoftmaxCrossEntropy<float>(), ref batch, in loops, longRow);

                Assert.True(float.IsFinite(value));
                for (int i = 0; i < samples * columns; i++)
                {
                    bool counts = i / columns % 2 == 1;
                    Assert.True(counts ? float.IsFinite(output.Gradient[i]) : output.Gradient[i] == 0);
                    Assert.True(counts ? float.IsFinite(output.Hessian[i]) : output.Hessian[i] == 0);
                    Assert.Equal(counts, float.IsFinite(output.Values[i / columns]));
                }
            }
        }
    }

    /// <summary>Every number of columns from 1 to 70 with a few numbers of rows that go round, and some of each alone.</summary>
    private static IEnumerable<(int Samples, int Columns)> Shapes()
    {
        for (int columns = 1; columns <= 70; columns++)
        {
            yield return (RowCounts[columns % RowCounts.Length], columns);
            yield return (RowCounts[(columns / 7 + 3 * columns) % RowCounts.Length], columns);
        }

        foreach (int samples in RowCounts)
        {
            yield return (samples, 3);
            yield return (samples, 10);
            yield return (samples, 33);
        }

        yield return (18, RowEvaluator.LongRow - 1);
        yield return (18, RowEvaluator.LongRow);
        yield return (2, VeryLongRow);
    }

    /// <summary>The same, but for the longest row: pairs are as many as its square.</summary>
    private static IEnumerable<(int Samples, int Columns)> ShapesOfPairs() =>
        Shapes().Where(static shape => shape.Columns < VeryLongRow).Append((1, 3001));
}
