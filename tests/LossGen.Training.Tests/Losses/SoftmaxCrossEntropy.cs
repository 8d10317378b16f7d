using LossGen.Evaluation;

namespace LossGen.Training.Tests.Losses;

/// <summary>log Σ exp(scores) − scores[label], written by hand.</summary>
internal sealed class SoftmaxCrossEntropy : ILoss<double>
{
    public LossSignature Signature { get; } = new([new LossInput("scores", InputShape.Row)], [], ["label"]);

    public double Evaluate(scoped ref LossBatch<double> batch)
    {
        ReadOnlySpan<double> scores = batch.Prediction(0);
        ReadOnlySpan<int> labels = batch.LabelsAt(0);
        Span<double> gradient = batch.Gradient(0);
        Span<double> hessian = batch.Hessian(0);
        var sum = 0.0;
        for (var row = 0; row < labels.Length; row++)
        {
            var weight = (batch.Weights.IsEmpty ? 1 : batch.Weights[row]) / labels.Length;
            var first = row * batch.Columns;
            var total = 0.0;
            for (var column = 0; column < batch.Columns; column++)
                total += Math.Exp(scores[first + column]);

            sum += weight * (Math.Log(total) - scores[first + labels[row]]);
            for (var column = 0; column < batch.Columns && !gradient.IsEmpty; column++)
            {
                var probability = Math.Exp(scores[first + column]) / total;
                gradient[first + column] = weight * (probability - (column == labels[row] ? 1 : 0));
                if (!hessian.IsEmpty)
                    hessian[first + column] = weight * probability * (1 - probability);
            }
        }

        return sum;
    }
}
