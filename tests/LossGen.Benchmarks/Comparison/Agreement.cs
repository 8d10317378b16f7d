using LossGen.Benchmarks.Comparison.Peers;

namespace LossGen.Benchmarks.Comparison;

/// <summary>How far a peer's results are from the reference.</summary>
/// <param name="ValueError">Relative error of the mean loss.</param>
/// <param name="GradientError">The largest error of a derivative, relative to the largest derivative: peers compiled with -ffast-math keep no small ones.</param>
internal sealed record Agreement(double ValueError, double GradientError)
{
    /// <summary>Some hundred units of float's last place: far above rounding in any order, far below any mistake in a formula.</summary>
    private const double Tolerance = 1e-5;

    internal bool Holds => ValueError <= Tolerance && GradientError <= Tolerance;

    /// <summary>Evaluates once and compares.</summary>
    internal static Agreement Of(IPeer peer, Case @case, Batch batch)
    {
        InputTile tile = batch.Tile;
        var derivatives = new double[tile.Prediction.Length];
        double mean = 0;
        for (int sample = 0; sample < tile.Samples; sample++)
        {
            int start = sample * tile.Columns;
            mean += @case.Workload.Reference(tile.Prediction.AsSpan(start, tile.Columns), tile.TargetOf(sample), derivatives.AsSpan(start, tile.Columns)) / tile.Samples;
        }

        double largest = derivatives.Max(Math.Abs) / batch.Shape.Samples;
        batch.GradientSpan.Fill(float.NaN);
        PeerResult result = peer.Evaluate(@case, batch);
        double difference = 0;
        for (int i = 0; i < result.Gradients; i++)
            difference = Math.Max(difference, Math.Abs(batch.GradientSpan[i] - derivatives[i % derivatives.Length] / batch.Shape.Samples));
        return new(Math.Abs(result.Value - mean) / Math.Abs(mean), difference / largest);
    }
}
