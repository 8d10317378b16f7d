using System.Numerics;
using LossGen.Evaluation;
using LossGen.Tests.Evaluation.Kernels;
using Xunit;

namespace LossGen.Tests.Evaluation;

public sealed class ElementEvaluatorTests
{
    public static TheoryData<int, Reduction, bool> Cases() => EvaluationCases.All();

    [Theory]
    [MemberData(nameof(Cases))]
    public void SquaredError_AgreesWithPlainDoubleCode(int width, Reduction reduction, bool weighted)
    {
        Check<float>((VectorWidth)width, reduction, weighted, 2e-6);
        Check<double>((VectorWidth)width, reduction, weighted, 1e-14);

        static void Check<T>(VectorWidth width, Reduction reduction, bool weighted, double tolerance)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            foreach (int samples in EvaluationCases.SampleCounts)
            {
                T[] prediction = Numbers.Uniform<T>(samples, -3, 3, seed: 1);
                T[] target = Numbers.Uniform<T>(samples, -3, 3, seed: 2);
                T[] weights = weighted ? Numbers.WeightsWithZeros<T>(samples) : [];
                var kernel = new SquaredError<T>(T.CreateChecked(1.5));
                var expected = new Oracle(samples, 1, reduction, Numbers.ToDouble(weights));
                for (int i = 0; i < samples; i++)
                {
                    double residual = double.CreateChecked(prediction[i]) - double.CreateChecked(target[i]);
                    expected.Add(i, 1.5 * residual * residual, [3 * residual], [3]);
                }

                LoopSet<T> loops = ElementLoops<SquaredError<T>, T>.Of(width);
                for (int order = 0; order <= 2; order++)
                {
                    var output = new Outputs<T>(samples, order);
                    var batch = new LossBatch<T>(reduction, weights);
                    batch.AddPrediction(prediction, "prediction");
                    batch.AddTarget(target, "target");
                    output.AddTo(ref batch, "prediction");
                    output.AddValuesTo(ref batch);
                    T value = ElementEvaluator.Evaluate(in kernel, ref batch, in loops);
                    expected.Verify(value, order, [output], tolerance, values: true);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void PoissonLossOfLabels_AgreesWithPlainDoubleCode(int width, Reduction reduction, bool weighted)
    {
        Check<float>((VectorWidth)width, reduction, weighted, 4e-6);
        Check<double>((VectorWidth)width, reduction, weighted, 1e-14);

        static void Check<T>(VectorWidth width, Reduction reduction, bool weighted, double tolerance)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            foreach (int samples in EvaluationCases.SampleCounts)
            {
                T[] prediction = Numbers.Uniform<T>(samples, -3, 3, seed: 3);
                int[] counts = Numbers.Labels(samples, 12, seed: 4);
                T[] weights = weighted ? Numbers.WeightsWithZeros<T>(samples) : [];
                var expected = new Oracle(samples, 1, reduction, Numbers.ToDouble(weights));
                for (int i = 0; i < samples; i++)
                {
                    double p = double.CreateChecked(prediction[i]);
                    expected.Add(i, Math.Exp(p) - counts[i] * p, [Math.Exp(p) - counts[i]], [Math.Exp(p)]);
                }

                LoopSet<T> loops = ElementLoops<PoissonLoss<T>, T>.Of(width);
                for (int order = 0; order <= 2; order++)
                {
                    var output = new Outputs<T>(samples, order);
                    var batch = new LossBatch<T>(reduction, weights);
                    batch.AddPrediction(prediction, "prediction");
                    batch.AddLabels(counts, "count");
                    output.AddTo(ref batch, "prediction");
                    T value = ElementEvaluator.Evaluate(new PoissonLoss<T>(), ref batch, in loops);
                    expected.Verify(value, order, [output], tolerance);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void LikelihoodOfTwoPredictions_AgreesWithPlainDoubleCode(int width, Reduction reduction, bool weighted)
    {
        Check<float>((VectorWidth)width, reduction, weighted, 4e-6);
        Check<double>((VectorWidth)width, reduction, weighted, 1e-14);

        static void Check<T>(VectorWidth width, Reduction reduction, bool weighted, double tolerance)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            foreach (int samples in EvaluationCases.SampleCounts)
            {
                T[] mean = Numbers.Uniform<T>(samples, -3, 3, seed: 5);
                T[] logVariance = Numbers.Uniform<T>(samples, -2, 2, seed: 6);
                T[] target = Numbers.Uniform<T>(samples, -3, 3, seed: 7);
                T[] weights = weighted ? Numbers.WeightsWithZeros<T>(samples) : [];
                var expected = new Oracle(samples, 2, reduction, Numbers.ToDouble(weights));
                for (int i = 0; i < samples; i++)
                {
                    double error = double.CreateChecked(target[i]) - double.CreateChecked(mean[i]);
                    double s = double.CreateChecked(logVariance[i]);
                    double precision = Math.Exp(-s);
                    double square = error * error * precision;
                    expected.Add(i, 0.5 * (s + square), [-error * precision, 0.5 * (1 - square)], [precision, 0.5 * square]);
                }

                LoopSet<T> loops = ElementLoops<GaussianLikelihood<T>, T>.Of(width);
                for (int order = 0; order <= 2; order++)
                {
                    Outputs<T>[] outputs = [new(samples, order), new(samples, order)];
                    var batch = new LossBatch<T>(reduction, weights);
                    batch.AddPrediction(mean, "mean");
                    batch.AddPrediction(logVariance, "logVariance");
                    batch.AddTarget(target, "target");
                    outputs[0].AddTo(ref batch, "mean");
                    outputs[1].AddTo(ref batch, "logVariance");
                    T value = ElementEvaluator.Evaluate(new GaussianLikelihood<T>(), ref batch, in loops);
                    expected.Verify(value, order, outputs, tolerance);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(EvaluationCases.Widths), MemberType = typeof(EvaluationCases))]
    public void SampleOfWeightZero_ContributesNothingEvenWhereTheLossIsNotANumber(int width)
    {
        Check<float>((VectorWidth)width);
        Check<double>((VectorWidth)width);

        static void Check<T>(VectorWidth width)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            foreach (int samples in EvaluationCases.SampleCounts)
            {
                var prediction = new T[samples];
                var weights = new T[samples];
                for (int i = 0; i < samples; i++)
                {
                    // √−1 is NaN, the derivative at 0 and the loss at +∞ are infinite; only samples at 4 have weight.
                    prediction[i] = T.CreateChecked((i % 5) switch { 0 => -1.0, 1 => 0.0, 2 => double.PositiveInfinity, 3 => double.NaN, _ => 4.0 });
                    weights[i] = i % 5 == 4 ? T.One : T.Zero;
                }

                var output = new Outputs<T>(samples, 2);
                var batch = new LossBatch<T>(Reduction.Sum, weights);
                batch.AddPrediction(prediction, "prediction");
                output.AddTo(ref batch, "prediction");
                output.AddValuesTo(ref batch);
                T value = ElementEvaluator.Evaluate(new SquareRootLoss<T>(), ref batch, ElementLoops<SquareRootLoss<T>, T>.Of(width));

                Assert.Equal(T.CreateChecked(2 * (samples / 5)), value);
                for (int i = 0; i < samples; i++)
                {
                    Assert.Equal(T.CreateChecked(i % 5 == 4 ? 0.25 : 0), output.Gradient[i]);
                    Assert.Equal(T.CreateChecked(i % 5 == 4 ? -0.03125 : 0), output.Hessian[i]);
                    Assert.Equal(T.Sqrt(prediction[i]), output.Values[i]);
                }
            }
        }
    }

    [Fact]
    public void WeightedMeanOfWeightsThatAreAllZero_IsZero()
    {
        var gradient = new float[3];
        var batch = new LossBatch<float>(Reduction.WeightedMean, [0f, 0f, 0f]);
        batch.AddPrediction([1f, 2f, -1f], "prediction");
        batch.AddGradient(gradient, "gradient");
        Assert.Equal(0f, ElementEvaluator.Evaluate(new SquareRootLoss<float>(), ref batch));
        Assert.Equal([0f, 0f, 0f], gradient);
    }

    [Fact]
    public void TenMillionEqualFloats_AreSummedWithoutDrift()
    {
        const double UnitInTheLastPlace = 1.0 / (1 << 23);
        double[] errors = [RelativeError(10_000_000), RelativeError(1024)];
        Assert.Equal(errors[0], errors[1], UnitInTheLastPlace / 2);
        Assert.All(errors, static error => Assert.InRange(error, 0, 3.5 * UnitInTheLastPlace));

        static double RelativeError(int count)
        {
            var prediction = new float[count];
            Array.Fill(prediction, 0.01f);
            var batch = new LossBatch<float>(Reduction.Mean);
            batch.AddPrediction(prediction, "prediction");
            return Math.Abs(ElementEvaluator.Evaluate(new SquareRootLoss<float>(), ref batch) / (double)MathF.Sqrt(0.01f) - 1);
        }
    }

    [Fact]
    public void NeighbouringLossesNearTheLargestFloat_DoNotOverflowTheirSum()
    {
        var prediction = new float[256];
        var weights = new float[256];
        Array.Fill(prediction, 1e38f);
        Array.Fill(weights, 3e19f);
        var batch = new LossBatch<float>(Reduction.WeightedMean, weights);
        batch.AddPrediction(prediction, "prediction");
        Assert.Equal(1e19f, ElementEvaluator.Evaluate(new SquareRootLoss<float>(), ref batch), 1e13f);
    }

    [Fact]
    public void SingleElement_HasTheLossAndTheDerivativesOfTheChosenPrediction()
    {
        var kernel = new GaussianLikelihood<double>();
        Assert.Equal(0.5 * (0.5 + 4 * Math.Exp(-0.5)), ElementEvaluator.Loss(in kernel, [1.0, 0.5], [3.0], []), 1e-14);
        Assert.Equal(-2 * Math.Exp(-0.5), ElementEvaluator.Derivative(in kernel, [1.0, 0.5], [3.0], [], 0), 1e-14);
        Assert.Equal(0.5 - 2 * Math.Exp(-0.5), ElementEvaluator.Derivative(in kernel, [1.0, 0.5], [3.0], [], 1), 1e-14);
        Assert.Equal(Math.Exp(-0.5), ElementEvaluator.SecondDerivative(in kernel, [1.0, 0.5], [3.0], [], 0), 1e-14);
        Assert.Equal(2 * Math.Exp(-0.5), ElementEvaluator.SecondDerivative(in kernel, [1.0, 0.5], [3.0], [], 1), 1e-14);
        Assert.Equal(MathF.Exp(0.5f) - 1, ElementEvaluator.Loss(new PoissonLoss<float>(), [0.5f], [], [2]), 1e-6f);
        Assert.True(float.IsNaN(ElementEvaluator.Loss(new SquareRootLoss<float>(), [-1f], [], [])));
        Assert.True(float.IsPositiveInfinity(ElementEvaluator.Derivative(new SquareRootLoss<float>(), [0f], [], [], 0)));
    }
}
