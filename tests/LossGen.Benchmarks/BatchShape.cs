namespace LossGen.Benchmarks;

/// <summary>The size of a batch.</summary>
/// <param name="Samples">Samples per call.</param>
/// <param name="Columns">Predictions per sample: 1 for losses of elements.</param>
public readonly record struct BatchShape(int Samples, int Columns)
{
    /// <summary>All predictions: what times are divided by.</summary>
    internal int Elements => Samples * Columns;
}
