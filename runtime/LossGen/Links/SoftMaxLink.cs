using System.Numerics;

namespace LossGen;

/// <summary>The softmax link on one row.</summary>
internal static class SoftMaxLink
{
    /// <summary>eˣⁱ ÷ Σ eˣʲ, with the largest score taken off, so that nothing overflows.</summary>
    internal static void Predict<T>(ReadOnlySpan<T> scores, Span<T> predictions)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double largest = double.NegativeInfinity;
        foreach (T score in scores)
            largest = Math.Max(largest, double.CreateTruncating(score));

        double sum = 0.0;
        foreach (T score in scores)
            sum += Math.Exp(double.CreateTruncating(score) - largest);

        for (int i = 0; i < scores.Length; i++)
            predictions[i] = T.CreateTruncating(Math.Exp(double.CreateTruncating(scores[i]) - largest) / sum);
    }

    /// <summary>log pᵢ less the mean logarithm of the classes that have a probability.</summary>
    internal static void Score<T>(ReadOnlySpan<T> predictions, Span<T> scores)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double sum = 0.0;
        int count = 0;
        foreach (T prediction in predictions)
        {
            if (T.IsZero(prediction))
                continue;

            sum += Math.Log(double.CreateTruncating(prediction));
            count++;
        }

        double mean = count == 0 ? 0 : sum / count;
        for (int i = 0; i < predictions.Length; i++)
            scores[i] = T.CreateTruncating(Math.Log(double.CreateTruncating(predictions[i])) - mean);
    }
}
