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
        int distinct = Math.Min(tile.Length, batch.Count);
        var derivatives = new double[distinct];
        double mean = 0;
        double largest = 0;
        for (int i = 0; i < distinct; i++)
        {
            (double loss, double derivative) = @case.Workload.Reference(tile.Prediction[i], tile.Target[i]);
            mean += loss / distinct;
            derivatives[i] = derivative / batch.Count;
            largest = Math.Max(largest, Math.Abs(derivatives[i]));
        }

        batch.GradientSpan.Fill(float.NaN);
        PeerResult result = peer.Evaluate(@case, batch);
        double difference = 0;
        for (int i = 0; i < result.Gradients; i++)
            difference = Math.Max(difference, Math.Abs(batch.GradientSpan[i] - derivatives[i % distinct]));
        return new(Math.Abs(result.Value - mean) / Math.Abs(mean), difference / largest);
    }
}
