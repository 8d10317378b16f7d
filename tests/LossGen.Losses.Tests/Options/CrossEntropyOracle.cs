namespace LossGen.Losses.Tests;

/// <summary>Softmax cross-entropy with all options, in plain loops: what the option matrix is held against.</summary>
internal sealed record CrossEntropyOracle(double[][] Scores, double[][] Targets, int[]? Labels, double[]? Weights, double[]? ClassWeights, double Smoothing, int? IgnoredLabel)
{
    /// <summary>The reduced value, its gradient, and the loss of every sample.</summary>
    public (double Value, double[] Gradient, double[] Values) Evaluate(Reduction reduction)
    {
        int samples = Scores.Length;
        int columns = Scores[0].Length;
        double total = 0;
        double weights = 0;
        double[] gradient = new double[samples * columns];
        double[] values = new double[samples];
        for (int sample = 0; sample < samples; sample++)
        {
            if (Labels is not null && Labels[sample] == IgnoredLabel)
            {
                continue;
            }

            double weight = Weights?[sample] ?? 1;
            double largest = Scores[sample].Max();
            double normaliser = largest + Math.Log(Scores[sample].Sum(score => Math.Exp(score - largest)));
            double mass = 0;
            for (int column = 0; column < columns; column++)
            {
                double classWeight = ClassWeights?[column] ?? 1;
                double target = classWeight * (((1 - Smoothing) * Targets[sample][column]) + (Smoothing / columns));
                mass += target;
                values[sample] += target * (normaliser - Scores[sample][column]);
                gradient[(sample * columns) + column] -= weight * target;
            }

            for (int column = 0; column < columns; column++)
            {
                gradient[(sample * columns) + column] += weight * mass * Math.Exp(Scores[sample][column] - normaliser);
            }

            total += weight * values[sample];
            weights += weight * (Labels is null ? 1 : ClassWeights?[Labels[sample]] ?? 1);
        }

        double divisor = reduction switch
        {
            Reduction.Sum => 1,
            Reduction.Mean => samples,
            _ => weights,
        };
        return (divisor == 0 ? 0 : total / divisor, [.. gradient.Select(derivative => divisor == 0 ? 0 : derivative / divisor)], values);
    }
}
