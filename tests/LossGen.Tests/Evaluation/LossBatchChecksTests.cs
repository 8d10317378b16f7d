using LossGen.Evaluation;
using LossGen.Tests.Evaluation.Kernels;
using Xunit;

namespace LossGen.Tests.Evaluation;

/// <summary>What bad input is told, and that nothing has been written by then.</summary>
public sealed class LossBatchChecksTests
{
    private readonly float[] _gradient = [1, 2, 3, 4];

    private delegate void Filling(ref LossBatch<float> batch);

    [Fact]
    public void EmptyBatch_IsRejected() =>
        ExpectElementError("prediction", "prediction is empty; a batch needs at least one sample.", static (ref batch) =>
        {
            batch.AddPrediction([], "prediction");
            batch.AddTarget([], "target");
        });

    [Fact]
    public void BatchWithoutPrediction_IsRejected() =>
        ExpectElementError("prediction", "A batch needs at least one prediction.", static (ref batch) => batch.AddTarget([1f], "target"));

    [Fact]
    public void TargetOfAnotherLength_IsReportedWithBothNames() =>
        ExpectElementError("target", "target has 3 elements but prediction has 4.", (ref batch) =>
        {
            batch.AddPrediction([1f, 2f, 3f, 4f], "prediction");
            batch.AddTarget([1f, 2f, 3f], "target");
            batch.AddGradient(_gradient, "gradient");
        });

    [Fact]
    public void LabelsOfAnotherLength_AreReportedWithBothNames() =>
        ExpectElementError("count", "count has 1 element but prediction has 2.", static (ref batch) =>
        {
            batch.AddPrediction([1f, 2f], "prediction");
            batch.AddLabels([1], "count");
        });

    [Fact]
    public void GradientOfAnotherLength_IsReportedWithBothNames() =>
        ExpectElementError("meanGradient", "meanGradient has 4 elements but mean has 3.", (ref batch) =>
        {
            batch.AddPrediction([1f, 2f, 3f], "mean");
            batch.AddTarget([1f, 2f, 3f], "target");
            batch.AddGradient(_gradient, "meanGradient");
        });

    [Fact]
    public void ValuesOfAnotherLength_AreReportedWithBothNames() =>
        ExpectElementError("values", "values has 2 elements but prediction has 1.", static (ref batch) =>
        {
            batch.AddPrediction([1f], "prediction");
            batch.SetValues(new float[2], "values");
        });

    [Fact]
    public void WeightsOfAnotherLength_AreReportedWithBothNames()
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(static () =>
        {
            var batch = new LossBatch<float>(Reduction.Mean, [1f, 1f]);
            batch.AddPrediction([1f], "prediction");
            ElementEvaluator.Evaluate(new SquareRootLoss<float>(), ref batch);
        });
        Assert.StartsWith("weights has 2 elements but prediction has 1.", exception.Message, StringComparison.Ordinal);
        Assert.Equal("weights", exception.ParamName);
    }

    [Fact]
    public void HessianWithoutGradient_IsRejected() =>
        ExpectElementError("hessian", "A Hessian is computed together with the gradient; the gradient is missing.", static (ref batch) =>
        {
            batch.AddPrediction([1f], "prediction");
            batch.AddHessian(new float[1], "hessian");
        });

    [Fact]
    public void HessianOfALossWithoutOne_IsRejected() =>
        ExpectElementError("hessian", "The loss has no Hessian: it was declared with HessianPolicy.None.", (ref batch) =>
        {
            batch.AddPrediction([1f, 2f, 3f, 4f], "prediction");
            batch.AddGradient(_gradient, "gradient");
            batch.AddHessian(new float[4], "hessian");
            batch.ForbidHessian();
        });

    [Fact]
    public void GradientForOnlyOneOfTwoPredictions_IsRejected() =>
        ExpectElementError("logVariance", "There is no gradient for logVariance; either all predictions have one or none.", (ref batch) =>
        {
            batch.AddPrediction([1f, 2f, 3f, 4f], "mean");
            batch.AddPrediction([1f, 2f, 3f, 4f], "logVariance");
            batch.AddGradient(_gradient, "meanGradient");
        });

    [Fact]
    public void GradientTooMany_IsRejected() =>
        ExpectElementError("second", "There is no prediction for the gradient second.", (ref batch) =>
        {
            batch.AddPrediction([1f, 2f, 3f, 4f], "prediction");
            batch.AddGradient(_gradient, "first");
            batch.AddGradient(new float[4], "second");
        });

    [Fact]
    public void GradientThatIsThePrediction_IsRejected() =>
        ExpectElementError("gradient", "gradient shares memory with prediction; an output may not overlap an input or another output.", (ref batch) =>
        {
            batch.AddPrediction(_gradient, "prediction");
            batch.AddTarget([1f, 2f, 3f, 4f], "target");
            batch.AddGradient(_gradient, "gradient");
        });

    [Fact]
    public void ValuesThatOverlapTheGradient_AreRejected() =>
        ExpectElementError("values", "values shares memory with gradient; an output may not overlap an input or another output.", (ref batch) =>
        {
            batch.AddPrediction([1f, 2f, 3f], "prediction");
            batch.AddGradient(_gradient.AsSpan(0, 3), "gradient");
            batch.SetValues(_gradient.AsSpan(1, 3), "values");
        });

    [Theory]
    [InlineData(-1f, "-1")]
    [InlineData(float.NaN, "NaN")]
    [InlineData(float.PositiveInfinity, "Infinity")]
    public void WeightThatIsNegativeOrNotFinite_IsReportedWithItsRow(float weight, string text)
    {
        foreach (int row in (int[])[0, 3, 16, 30, 5000, 9999])
        {
            var prediction = new float[10_000];
            var gradient = new float[10_000];
            var weights = new float[10_000];
            Array.Fill(gradient, 7f);
            Array.Fill(weights, 0.5f);
            weights[row] = weight;
            weights[9999] = weight;
            ArgumentException exception = Assert.Throws<ArgumentException>(() =>
            {
                var batch = new LossBatch<float>(Reduction.Sum, weights, maxDegreeOfParallelism: 2);
                batch.AddPrediction(prediction, "prediction");
                batch.AddGradient(gradient, "gradient");
                ElementEvaluator.Evaluate(new SquareRootLoss<float>(), ref batch);
            });
            Assert.StartsWith($"weights[{row}] is {text}; a weight must be finite and not negative.", exception.Message, StringComparison.Ordinal);
            Assert.Equal("weights", exception.ParamName);
            Assert.DoesNotContain(gradient, static element => element != 7f);
        }
    }

    [Fact]
    public void NegativeZero_IsAWeight()
    {
        var batch = new LossBatch<float>(Reduction.Sum, [-0f, 1f]);
        batch.AddPrediction([-1f, 4f], "prediction");
        Assert.Equal(2f, ElementEvaluator.Evaluate(new SquareRootLoss<float>(), ref batch));
    }

    [Fact]
    public void ParallelismBelowOne_IsRejected()
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(static () =>
        {
            var batch = new LossBatch<float>(Reduction.Sum, maxDegreeOfParallelism: 0);
            batch.AddPrediction([1f], "prediction");
            ElementEvaluator.Evaluate(new SquareRootLoss<float>(), ref batch);
        });
        Assert.StartsWith("maxDegreeOfParallelism is 0; it must be at least 1.", exception.Message, StringComparison.Ordinal);
        Assert.Equal("maxDegreeOfParallelism", exception.ParamName);
    }

    [Fact]
    public void NinthPrediction_IsRejected()
    {
        Assert.Throws<InvalidOperationException>(static () =>
        {
            var batch = new LossBatch<float>(Reduction.Sum);
            for (int i = 0; i < 9; i++)
                batch.AddPrediction([1f], "prediction");
        });
        Assert.Throws<InvalidOperationException>(static () =>
        {
            var batch = new LossBatch<float>(Reduction.Sum);
            for (int i = 0; i < 5; i++)
                batch.AddLabels([1], "label");
        });
    }

    [Fact]
    public void MissingColumns_AreReported() =>
        ExpectRowError(0, "columns", "columns is 0; it must be at least 1.", (ref batch) => batch.AddPrediction(_gradient, "scores", InputShape.Row));

    [Fact]
    public void ColumnsBelowTheRequiredMinimum_AreReported() =>
        ExpectRowError(2, "columns", "columns is 2; the loss needs at least 4.", (ref batch) =>
        {
            batch.AddPrediction(_gradient, "scores", InputShape.Row);
            batch.RequireColumns(4);
        });

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    public void OtherColumnsThanTheExactNumber_AreReported(int columns) =>
        ExpectRowError(columns, "columns", $"columns is {columns}; the loss reads 4 columns and no more or fewer.", (ref batch) =>
        {
            batch.AddPrediction(_gradient, "scores", InputShape.Row);
            batch.RequireExactColumns(4);
        });

    [Fact]
    public void BrokenRow_IsReported() =>
        ExpectRowError(3, "scores", "scores has 4 elements, which is not a multiple of 3 columns.", (ref batch) =>
        {
            batch.AddPrediction(_gradient, "scores", InputShape.Row);
            batch.AddLabels([1], "label");
        });

    [Fact]
    public void LabelsThatAreNotOnePerRow_AreReported() =>
        ExpectRowError(2, "label", "label has 3 elements but scores has 2 rows.", (ref batch) =>
        {
            batch.AddPrediction(_gradient, "scores", InputShape.Row);
            batch.AddLabels([1, 0, 1], "label");
        });

    [Fact]
    public void RowTargetOfAnotherLength_IsReported() =>
        ExpectRowError(2, "target", "target has 2 elements but scores has 4.", (ref batch) =>
        {
            batch.AddPrediction(_gradient, "scores", InputShape.Row);
            batch.AddTarget([1f, 2f], "target", InputShape.Row);
        });

    [Theory]
    [InlineData(12)]
    [InlineData(10)]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    public void LabelOutOfRange_IsReportedWithItsRow(int label)
    {
        var labels = new int[40];
        labels[17] = label;
        ExpectRowError(10, "label", $"label[17] is {label}; the loss has 10 columns.", (ref batch) =>
        {
            batch.AddPrediction(new float[400], "scores", InputShape.Row);
            batch.AddLabels(labels, "label");
        });
    }

    [Fact]
    public void InputThatAGenericCallerForgot_IsReported()
    {
        var signature = new LossSignature([new("mean", InputShape.Scalar), new("logVariance", InputShape.Scalar)], [new("target", InputShape.Scalar)], []);
        ExpectElementError("prediction", "The batch has 1 prediction but the loss takes 2 predictions.", (ref batch) =>
        {
            batch.AddPrediction(_gradient, "mean");
            batch.AddTarget([1f, 2f, 3f, 4f], "target");
            batch.RequireInputs(signature);
        });
        ExpectElementError("target", "The batch has 0 targets but the loss takes 1 target.", (ref batch) =>
        {
            batch.AddPrediction(_gradient, "mean");
            batch.AddPrediction([1f, 2f, 3f, 4f], "logVariance");
            batch.RequireInputs(signature);
        });
    }

    [Fact]
    public void InputAddedInTheWrongShape_IsReported() =>
        ExpectRowError(2, "scores", "scores was added as one number per sample but the loss takes one row per sample.", (ref batch) =>
        {
            batch.AddPrediction(_gradient, "scores");
            batch.AddLabels([0, 1, 0, 1], "label");
            batch.RequireInputs(new LossSignature([new("scores", InputShape.Row)], [], ["label"]));
        });

    private void ExpectElementError(string argument, string message, Filling fill)
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() =>
        {
            var batch = new LossBatch<float>(Reduction.Sum);
            fill(ref batch);
            ElementEvaluator.Evaluate(new SquaredError<float>(1), ref batch);
        });
        Verify(exception, argument, message);
    }

    private void ExpectRowError(int columns, string argument, string message, Filling fill)
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() =>
        {
            var batch = new LossBatch<float>(Reduction.Sum, default, columns);
            fill(ref batch);
            RowEvaluator.Evaluate(new SoftmaxCrossEntropy<float>(), ref batch);
        });
        Verify(exception, argument, message);
    }

    private void Verify(ArgumentException exception, string argument, string message)
    {
        Assert.StartsWith(message, exception.Message, StringComparison.Ordinal);
        Assert.Equal(argument, exception.ParamName);
        Assert.Equal([1f, 2f, 3f, 4f], _gradient);
    }
}
