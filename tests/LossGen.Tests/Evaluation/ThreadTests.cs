using System.Numerics;
using LossGen.Evaluation;
using LossGen.Tests.Evaluation.Kernels;
using Xunit;

namespace LossGen.Tests.Evaluation;

/// <summary>Threads change nothing but the time: same bits, no allocation, no waiting for each other. Alone, because there is one pool of threads.</summary>
[Collection(nameof(ThreadTests))]
[CollectionDefinition(nameof(ThreadTests), DisableParallelization = true)]
public sealed class ThreadTests
{
    /// <summary>Large enough that chunks are gathered into groups and seven threads are worth their while; not a multiple of anything.</summary>
    private const int Samples = 1_300_007;

    public ThreadTests() => WorkerPool.ThreadLimit = 6;

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public void ElementLoss_HasTheSameBitsOnAnyNumberOfThreads(int threads)
    {
        Check<float>(threads);
        Check<double>(threads);

        static void Check<T>(int threads)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            var one = new ElementRun<T>(1);
            var several = new ElementRun<T>(threads);
            Assert.Equal(one.Value, several.Value);
            Assert.Equal(one.Gradient, several.Gradient);
        }
    }

    [Theory]
    [InlineData(2, 10)]
    [InlineData(3, 10)]
    [InlineData(7, 10)]
    [InlineData(2, 1000)]
    [InlineData(7, 1000)]
    public void RowLoss_HasTheSameBitsOnAnyNumberOfThreads(int threads, int columns)
    {
        (float value, float[] gradient) = EvaluateRows(columns, 1);
        (float valueOfSeveral, float[] gradientOfSeveral) = EvaluateRows(columns, threads);
        Assert.Equal(value, valueOfSeveral);
        Assert.Equal(gradient, gradientOfSeveral);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Evaluation_AllocatesNothing(int threads)
    {
        var run = new ElementRun<float>(threads);
        float[] scores = Numbers.Uniform<float>(Samples, -4, 4, seed: 1);
        var labels = new int[Samples / 7];
        var gradient = new float[scores.Length / 7 * 7];
        EvaluateOnce();

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 10; i++)
            EvaluateOnce();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void EvaluateOnce()
        {
            run.Evaluate();
            ElementEvaluator.Loss(new GaussianLikelihood<float>(), [1f, 2f], [3f], []);
            var rows = new LossBatch<float>(Reduction.Mean, default, 7, threads);
            rows.AddPrediction(scores.AsSpan(0, gradient.Length), "scores", InputShape.Row);
            rows.AddLabels(labels, "label");
            rows.AddGradient(gradient, "gradient");
            RowEvaluator.Evaluate(new SoftmaxCrossEntropy<float>(), ref rows);
        }
    }

    [Fact]
    public void CallersOnSeveralThreads_DoNotDisturbEachOther()
    {
        var expected = new ElementRun<float>(1);
        var callers = new Thread[4];
        int wrong = 0;
        for (int caller = 0; caller < callers.Length; caller++)
        {
            callers[caller] = new Thread(() =>
            {
                var run = new ElementRun<float>(3);
                for (int i = 0; i < 20; i++)
                {
                    Array.Clear(run.Gradient);
                    run.Evaluate();
                    if (run.Value != expected.Value || !run.Gradient.AsSpan().SequenceEqual(expected.Gradient))
                        Interlocked.Increment(ref wrong);
                }
            });
            callers[caller].Start();
        }

        foreach (Thread caller in callers)
            caller.Join();
        Assert.Equal(0, wrong);
    }

    [Fact]
    public void LargeBatch_IsEvaluatedWithHelp()
    {
        _ = new ElementRun<float>(3);
        Assert.InRange(WorkerPool.Threads, 2, 6);
    }

    private static (float Value, float[] Gradient) EvaluateRows(int columns, int threads)
    {
        int samples = Samples / columns;
        float[] scores = Numbers.Uniform<float>(samples * columns, -4, 4, seed: 1);
        int[] labels = Numbers.Labels(samples, columns, seed: 2);
        float[] weights = Numbers.WeightsWithZeros<float>(samples);
        var gradient = new float[scores.Length];
        var batch = new LossBatch<float>(Reduction.WeightedMean, weights, columns, threads);
        batch.AddPrediction(scores, "scores", InputShape.Row);
        batch.AddLabels(labels, "label");
        batch.AddGradient(gradient, "gradient");
        return (RowEvaluator.Evaluate(new SoftmaxCrossEntropy<float>(), ref batch), gradient);
    }

    /// <summary>One weighted evaluation, repeatable.</summary>
    private sealed class ElementRun<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        private readonly T[] _prediction = Numbers.Uniform<T>(Samples, -3, 3, seed: 1);
        private readonly T[] _target = Numbers.Uniform<T>(Samples, -3, 3, seed: 2);
        private readonly T[] _weights = Numbers.WeightsWithZeros<T>(Samples);
        private readonly int _threads;

        internal ElementRun(int threads)
        {
            _threads = threads;
            Evaluate();
        }

        internal T Value { get; private set; }

        internal T[] Gradient { get; } = new T[Samples];

        internal void Evaluate()
        {
            var batch = new LossBatch<T>(Reduction.WeightedMean, _weights, maxDegreeOfParallelism: _threads);
            batch.AddPrediction(_prediction, "prediction");
            batch.AddTarget(_target, "target");
            batch.AddGradient(Gradient, "gradient");
            Value = ElementEvaluator.Evaluate(new SquaredError<T>(T.One), ref batch);
        }
    }
}
