using LossGen.Evaluation;

namespace LossGen.Training.Tests.Losses;

/// <summary>(1 − a)² + 100·(b − a²)²: two predictions, no target. Its minimum is at (1, 1).</summary>
internal sealed class Rosenbrock : ILoss<double>
{
    public LossSignature Signature { get; } = new([new LossInput("a", InputShape.Scalar), new LossInput("b", InputShape.Scalar)], [], []);

    public double Evaluate(scoped ref LossBatch<double> batch)
    {
        (double a, double b) = (batch.Prediction(0)[0], batch.Prediction(1)[0]);
        var valley = b - (a * a);
        if (!batch.Gradient(0).IsEmpty)
        {
            batch.Gradient(0)[0] = (-2 * (1 - a)) - (400 * a * valley);
            batch.Gradient(1)[0] = 200 * valley;
        }

        return ((1 - a) * (1 - a)) + (100 * valley * valley);
    }
}
