namespace LossGen.Benchmarks.Comparison.Peers;

/// <summary>What people write without a library: one loop over the samples, <see cref="MathF"/> inside.</summary>
internal static class ScalarLosses
{
    internal const string PeerName = "MathF loop";

    private delegate double ElementLoss(ReadOnlySpan<float> prediction, ReadOnlySpan<float> target, Span<float> gradient);

    internal static ManagedPeer Create() => ManagedPeer.OfOneThread(PeerName, new()
    {
        [Workload.BinaryCrossEntropy.Key] = Of(BinaryCrossEntropy),
        [Workload.Focal.Key] = Of(Focal),
        [Workload.Huber.Key] = Of(Huber),
        [Workload.SquaredError.Key] = Of(SquaredError),
        [Workload.SoftmaxCrossEntropy.Key] = SoftmaxCrossEntropy,
    });

    private static Evaluation Of(ElementLoss loss) => batch => loss(batch.PredictionSpan, batch.TargetSpan, batch.GradientSpan);

    private static double BinaryCrossEntropy(ReadOnlySpan<float> prediction, ReadOnlySpan<float> target, Span<float> gradient)
    {
        float scale = 1f / prediction.Length;
        double total = 0;
        for (int i = 0; i < prediction.Length; i++)
        {
            (float x, float y) = (prediction[i], target[i]);
            float e = MathF.Exp(-MathF.Abs(x));
            total += MathF.Max(x, 0) - x * y + MathF.Log(1 + e);
            gradient[i] = ((x >= 0 ? 1 : e) / (1 + e) - y) * scale;
        }

        return total * scale;
    }

    /// <summary>α = ¼, γ = 2.</summary>
    private static double Focal(ReadOnlySpan<float> prediction, ReadOnlySpan<float> target, Span<float> gradient)
    {
        float scale = 1f / prediction.Length;
        double total = 0;
        for (int i = 0; i < prediction.Length; i++)
        {
            (float x, float y) = (prediction[i], target[i]);
            float e = MathF.Exp(-MathF.Abs(x));
            float softplus = MathF.Log(1 + e);
            (float p, float q) = ((x >= 0 ? 1 : e) / (1 + e), (x >= 0 ? e : 1) / (1 + e));
            (float logP, float logQ) = (MathF.Min(x, 0) - softplus, MathF.Min(-x, 0) - softplus);
            (float positive, float negative) = (0.25f * y * q * q, 0.75f * (1 - y) * p * p);
            total -= positive * logP + negative * logQ;
            gradient[i] = (positive * (2 * p * logP - q) + negative * (p - 2 * q * logQ)) * scale;
        }

        return total * scale;
    }

    private static double Huber(ReadOnlySpan<float> prediction, ReadOnlySpan<float> target, Span<float> gradient)
    {
        float scale = 1f / prediction.Length;
        double total = 0;
        for (int i = 0; i < prediction.Length; i++)
        {
            float error = prediction[i] - target[i];
            float clipped = MathF.Min(MathF.Max(error, -1), 1);
            total += clipped * (error - 0.5f * clipped);
            gradient[i] = clipped * scale;
        }

        return total * scale;
    }

    private static double SquaredError(ReadOnlySpan<float> prediction, ReadOnlySpan<float> target, Span<float> gradient)
    {
        float scale = 1f / prediction.Length;
        double total = 0;
        for (int i = 0; i < prediction.Length; i++)
        {
            float error = prediction[i] - target[i];
            total += error * error;
            gradient[i] = 2 * error * scale;
        }

        return total * scale;
    }

    private static double SoftmaxCrossEntropy(Batch batch)
    {
        int columns = batch.Shape.Columns;
        float scale = 1f / batch.Shape.Samples;
        double total = 0;
        for (int sample = 0; sample < batch.Shape.Samples; sample++)
        {
            ReadOnlySpan<float> scores = batch.PredictionSpan.Slice(sample * columns, columns);
            Span<float> gradient = batch.GradientSpan.Slice(sample * columns, columns);
            int label = batch.LabelSpan[sample];
            float largest = scores[0];
            foreach (float score in scores)
                largest = MathF.Max(largest, score);
            double sum = 0;
            for (int column = 0; column < columns; column++)
                sum += gradient[column] = MathF.Exp(scores[column] - largest);
            float factor = scale / (float)sum;
            for (int column = 0; column < columns; column++)
                gradient[column] *= factor;
            gradient[label] -= scale;
            total += MathF.Log((float)sum) + largest - scores[label];
        }

        return total * scale;
    }
}
