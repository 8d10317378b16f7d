using BenchmarkDotNet.Attributes;

namespace LossGen.Benchmarks.Suites;

/// <summary>The members of one element loss on batches of <see cref="Count"/> samples.</summary>
[MemoryDiagnoser]
public abstract class ElementLossSuite
{
    private float[] _prediction = [];
    private float[] _target = [];
    private float[] _gradient = [];
    private float[] _hessian = [];

    /// <summary>Samples per call.</summary>
    [Params(4 * 1024, 64 * 1024, 1024 * 1024)]
    public int Count { get; set; }

    /// <summary>The largest number of threads.</summary>
    [Params(1, 2)]
    public int Threads { get; set; }

    /// <summary>Whether targets are 0 or 1; else they are standard normal.</summary>
    protected abstract bool HasBinaryTargets { get; }

    /// <summary>Makes inputs and the loss.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var tile = InputTile.Create(new BatchShape(Count, Columns: 1), HasBinaryTargets ? TargetKind.Binary : TargetKind.Normal);
        _prediction = tile.Prediction;
        _target = tile.Target;
        _gradient = new float[Count];
        _hessian = new float[Count];
        CreateLoss();
    }

    /// <summary>The mean loss.</summary>
    /// <returns>The loss.</returns>
    [Benchmark]
    public float Value() => Value(_prediction, _target);

    /// <summary>The mean loss and its gradient.</summary>
    /// <returns>The loss.</returns>
    [Benchmark(Baseline = true)]
    public float ValueAndGradient() => ValueAndGradient(_prediction, _target, _gradient);

    /// <summary>The mean loss, its gradient and the diagonal of its Hessian.</summary>
    /// <returns>The loss.</returns>
    [Benchmark]
    public float ValueGradientAndHessian() => ValueGradientAndHessian(_prediction, _target, _gradient, _hessian);

    /// <summary>Creates the loss for <see cref="Threads"/>.</summary>
    protected abstract void CreateLoss();

    /// <summary>Calls the loss's member of the same name.</summary>
    protected abstract float Value(ReadOnlySpan<float> prediction, ReadOnlySpan<float> target);

    /// <summary>Calls the loss's member of the same name.</summary>
    protected abstract float ValueAndGradient(ReadOnlySpan<float> prediction, ReadOnlySpan<float> target, Span<float> gradient);

    /// <summary>Calls the loss's member of the same name.</summary>
    protected abstract float ValueGradientAndHessian(ReadOnlySpan<float> prediction, ReadOnlySpan<float> target, Span<float> gradient, Span<float> hessian);
}
