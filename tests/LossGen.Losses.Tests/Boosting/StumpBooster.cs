using LossGen.Boosting;

namespace LossGen.Losses.Tests.Boosting;

/// <summary>
/// A gradient booster in small: trees of one split, by the gain and the leaf values that XGBoost and LightGBM share, G²/(H + λ) and −G/(H + λ), of
/// gradients and Hessians that an objective fills.
/// </summary>
internal static class StumpBooster
{
    private const double Regularization = 1e-3;

    /// <summary>Scores of the training samples after some rounds, class after class.</summary>
    public static float[] Fit(BoostingObjective objective, float[] feature, float[] targets, int rounds, double rate, float[]? weights = null)
    {
        int samples = feature.Length;
        int[] order = [.. Enumerable.Range(0, samples).OrderBy(i => feature[i])];
        float[] scores = [.. objective.InitialScores(targets, weights).SelectMany(constant => Enumerable.Repeat(constant, samples))];
        float[] gradient = new float[scores.Length];
        float[] hessian = new float[scores.Length];
        for (int round = 0; round < rounds; round++)
        {
            objective.FillLightGbm(scores, targets, gradient, hessian, weights);
            for (int output = 0; output < objective.Outputs; output++)
                AddStump(order, feature, gradient.AsSpan(output * samples, samples), hessian.AsSpan(output * samples, samples), scores.AsSpan(output * samples, samples), rate);
        }

        return scores;
    }

    private static void AddStump(int[] order, float[] feature, ReadOnlySpan<float> gradient, ReadOnlySpan<float> hessian, Span<float> scores, double rate)
    {
        (double g, double h) = (0, 0);
        for (int i = 0; i < order.Length; i++)
            (g, h) = (g + gradient[i], h + hessian[i]);

        (double left, double leftHessian, double best, int split) = (0, 0, double.NegativeInfinity, 0);
        (double leftValue, double rightValue) = (0, 0);
        for (int i = 0; i + 1 < order.Length; i++)
        {
            (left, leftHessian) = (left + gradient[order[i]], leftHessian + hessian[order[i]]);
            double gain = (left * left / (leftHessian + Regularization)) + ((g - left) * (g - left) / (h - leftHessian + Regularization));
            if (feature[order[i]] == feature[order[i + 1]] || !(gain > best))
                continue;

            (best, split) = (gain, i + 1);
            (leftValue, rightValue) = (-left / (leftHessian + Regularization), -(g - left) / (h - leftHessian + Regularization));
        }

        for (int i = 0; i < order.Length; i++)
            scores[order[i]] += (float)(rate * (i < split ? leftValue : rightValue));
    }
}
