using LossGen.Evaluation;
using LossGen.Training.Tests.Losses;
using Xunit;

namespace LossGen.Training.Tests;

/// <summary>What every fit promises: order, cancellation, progress, memory, and refusals.</summary>
public sealed class TrainerTests
{
    public static TheoryData<Optimizer> Optimizers => [new Sgd(0.01, 0.9), new Adam(0.01), new Lbfgs(), new Newton()];

    private static readonly int[] ThreeEpochs = [4, 4, 2, 4, 4, 2, 4, 4, 2];

    [Fact]
    public void SameSeed_GivesTheSameBits_AnotherSeedDoesNot()
    {
        TrainingResult FitWith(ulong seed) => Fit.Of(ElementLoss.Huber(1), OutlierData.Set, new TrainingOptions { Optimizer = new Adam(0.01), Epochs = 5, BatchSize = 7, Seed = seed });

        Assert.Equal([.. FitWith(1).Model.Coefficients], FitWith(1).Model.Coefficients.ToArray());
        Assert.NotEqual([.. FitWith(1).Model.Coefficients], FitWith(2).Model.Coefficients.ToArray());
    }

    [Fact]
    public void EveryEpoch_SeesEverySampleOnce_InAnOrderOfItsOwn()
    {
        var batches = new TargetRecorder();
        Fit.Of(batches, new Dataset(10, default, Enumerable.Range(0, 10).Select(static i => (double)i).ToArray()), new TrainingOptions { Optimizer = new Sgd(0.01), Epochs = 3, BatchSize = 4 });

        Assert.Equal(ThreeEpochs, batches.WithGradient.Select(static batch => batch.Length));
        var epochs = batches.WithGradient.Chunk(3).Select(static epoch => epoch.SelectMany(static batch => batch).ToArray()).ToArray();
        Assert.All(epochs, static epoch => Assert.Equal(Enumerable.Range(0, 10).Select(static i => (double)i), epoch.Order()));
        Assert.Equal(3, epochs.Select(static epoch => string.Join(' ', epoch)).Distinct().Count());
    }

    [Fact]
    public void BatchLargerThanTheData_IsAllOfThem() =>
        Assert.Equal(3, Fit.Of(ElementLoss.Squared(), SmallData.Set(), new TrainingOptions { Optimizer = new Sgd(0.01), Epochs = 3, BatchSize = 1000 }).Steps);

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void Cancelling_StopsBeforeTheNextStep_AndReturnsTheBestModel(Optimizer optimizer)
    {
        using var cancellation = new CancellationTokenSource();
        var callsWhenCancelled = 0;
        ElementLoss? loss = null;
        loss = new ElementLoss(static (p, y) => (Math.Abs(p - y), Math.Sign(p - y), 1 / Math.Abs(p - y)))
        {
            OnEvaluate = () =>
            {
                if (loss!.Calls != 20)
                    return;

                callsWhenCancelled = loss.Calls;
                cancellation.Cancel();
            },
        };

        TrainingResult result = Trainer.Fit(loss, OutlierData.Set, new TrainingOptions { Optimizer = optimizer, Epochs = 1000 }, cancellationToken: cancellation.Token);

        Assert.Equal(StopReason.Cancelled, result.StopReason);
        Assert.Equal(callsWhenCancelled, loss.Calls);
        Assert.True(result.BestLoss < result.History[0].Loss);
        Assert.Contains(result.Model.Coefficients, static coefficient => coefficient != 0);
    }

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void TokenThatIsCancelledAlready_GivesTheStart(Optimizer optimizer)
    {
        TrainingResult result = Trainer.Fit(ElementLoss.Huber(1), StackLoss.Data, new TrainingOptions { Optimizer = optimizer }, cancellationToken: new CancellationToken(canceled: true));

        Assert.Equal(StopReason.Cancelled, result.StopReason);
        Assert.All(result.Model.Coefficients, static coefficient => Assert.Equal(0, coefficient));
    }

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void Progress_ReportsTheStartAndEveryEpochInOrder(Optimizer optimizer)
    {
        var progress = new ProgressRecorder();
        TrainingResult result = Fit.Of(ElementLoss.Huber(1), StackLoss.Data, new TrainingOptions { Optimizer = optimizer, Epochs = 5 }, progress);

        Assert.Equal(result.History, progress.Reports);
        Assert.Equal(Enumerable.Range(0, progress.Reports.Count), progress.Reports.Select(static report => report.Epoch));
        Assert.All(progress.Reports, static report => Assert.Equal(5, report.EpochLimit));
        Assert.Equal(progress.Reports.Min(static report => report.Loss), result.BestLoss);
        Assert.Equal(result.BestLoss, progress.Reports[result.BestEpoch].Loss);
    }

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void Steps_AllocateNothing(Optimizer optimizer)
    {
        // Between the evaluations of a fit, on its thread, no byte may be taken from the heap.
        var allocated = new long[200];
        ElementLoss? loss = null;
        loss = new ElementLoss(static (p, y) => (Math.Abs(p - y), Math.Sign(p - y), 1 / Math.Abs(p - y)))
        {
            OnEvaluate = () =>
            {
                if (loss!.Calls < allocated.Length)
                    allocated[loss.Calls] = GC.GetAllocatedBytesForCurrentThread();
            },
        };

        Fit.Of(loss, OutlierData.Set, new TrainingOptions { Optimizer = optimizer, Epochs = 300 });

        var calls = Math.Min(loss.Calls, allocated.Length);
        Assert.InRange(calls, 30, allocated.Length);
        Assert.Equal(allocated[5], allocated[calls - 1]);
    }

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void LossThatIsNotFiniteAtTheStart_EndsTheFit(Optimizer optimizer)
    {
        var loss = new ElementLoss(static (p, y) => (Math.Log(p) - y, 1 / p, 1));
        TrainingResult result = Fit.Of(loss, SmallData.Set(), new TrainingOptions { Optimizer = optimizer });

        Assert.Equal(StopReason.NonFinite, result.StopReason);
        Assert.Equal(0, result.Epochs);
    }

    [Fact]
    public void LossThatBecomesNonFinite_EndsTheFitWithTheBestModel()
    {
        TrainingResult result = Fit.Of(ElementLoss.Squared(), StackLoss.Data, new TrainingOptions { Optimizer = new Sgd(1e3), Epochs = 1000 });

        Assert.Equal(StopReason.NonFinite, result.StopReason);
        Assert.True(double.IsFinite(result.BestLoss));
        Assert.All(result.Model.Coefficients, static coefficient => Assert.True(double.IsFinite(coefficient)));
    }

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void LossThatIsNotFinite_IsExplainedByTheSampleOfTheData(Optimizer optimizer)
    {
        // Not finite for one sample, as soon as the model has left its start.
        var loss = new ElementLoss(static (p, y) => (p != 0 && y == 2 ? double.NaN : 0.5 * (p - y) * (p - y), p - y, 1));
        TrainingResult result = Fit.Of(loss, SmallData.Set(), new TrainingOptions { Optimizer = optimizer, BatchSize = 2 });

        if (result.StopReason == StopReason.NonFinite)
            Assert.Equal(3, result.Explanation?.Sample);
        else
            Assert.Null(result.Explanation);

        var atOnce = new ElementLoss(static (p, y) => (y == 2 ? double.NaN : p, 1, 1));
        Assert.Equal(3, Fit.Of(atOnce, SmallData.Set(), new TrainingOptions { Optimizer = optimizer, BatchSize = 2 }).Explanation?.Sample);
    }

    [Fact]
    public void NoEpochs_GiveTheStart()
    {
        TrainingResult result = Fit.Of(ElementLoss.Squared(), SmallData.Set(), new TrainingOptions { Epochs = 0 });

        Assert.Equal(StopReason.EpochLimit, result.StopReason);
        Assert.Single(result.History);
    }

    [Fact]
    public void Model_PredictsRowByRow()
    {
        var model = new LinearModel([1, 2, 3, 4], [10, 20]);
        var predictions = new double[4];
        model.Predict([1, 1, 2, 0], predictions);

        double[] expected = [13, 27, 12, 26];
        Assert.Equal(expected, predictions);
        Assert.Throws<ArgumentException>(() => model.Predict(new double[3], new double[4]));
        Assert.Throws<ArgumentException>(() => model.Predict(new double[2], new double[3]));
        Assert.Throws<ArgumentException>(() => new LinearModel([1, 2, 3], [1, 2]));
    }

    [Fact]
    public void DataThatTheLossCannotTake_AreRefused()
    {
        var labelled = new Dataset(2, new double[2], labels: Enumerable.Range(0, 2).ToArray());
        var bare = new Dataset(2, new double[2]);

        AssertRefused("The data have labels, but the loss takes none.", ElementLoss.Squared(), labelled);
        AssertRefused("The loss takes 1 targets (target), but the data have 0 target columns.", ElementLoss.Squared(), bare);
        AssertRefused("The loss takes a label (label), but the data have no labels.", new SoftmaxCrossEntropy(), bare);
        AssertRefused("The labels count 2 classes, but the model has 1 outputs.", new SoftmaxCrossEntropy(), labelled, outputs: 1);
        AssertRefused("The loss takes 0 targets (), but the data have 1 target columns.", new Rosenbrock(), SmallData.Set());
        AssertRefused("3 outputs were asked for, but the loss and the data make 1.", ElementLoss.Squared(), SmallData.Set(), outputs: 3);
    }

    private static void AssertRefused(string message, ILoss<double> loss, Dataset data, int? outputs = null) =>
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => Fit.Of(loss, data, new TrainingOptions { Outputs = outputs })).Message);

    private sealed class ProgressRecorder : IProgress<TrainingProgress>
    {
        public List<TrainingProgress> Reports { get; } = [];

        public void Report(TrainingProgress value) => Reports.Add(value);
    }

    private sealed class TargetRecorder : ILoss<double>
    {
        private readonly ElementLoss _loss = ElementLoss.Squared();

        public LossSignature Signature => _loss.Signature;

        public List<double[]> WithGradient { get; } = [];

        public double Evaluate(scoped ref LossBatch<double> batch)
        {
            if (!batch.Gradient(0).IsEmpty)
                WithGradient.Add(batch.Target(0).ToArray());

            return _loss.Evaluate(ref batch);
        }
    }
}
