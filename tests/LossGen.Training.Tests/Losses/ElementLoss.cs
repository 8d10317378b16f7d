using LossGen.Evaluation;

namespace LossGen.Training.Tests.Losses;

/// <summary>A loss of one prediction and one target, written by hand: value, gradient and curvature of one element.</summary>
internal sealed class ElementLoss(Func<double, double, (double Value, double Gradient, double Hessian)> formula) : ILoss<double>
{
    public LossSignature Signature { get; } = new([new LossInput("prediction", InputShape.Scalar)], [new LossInput("target", InputShape.Scalar)], []);

    /// <summary>The number of calls.</summary>
    public int Calls { get; private set; }

    /// <summary>Called at the start of every evaluation.</summary>
    public Action? OnEvaluate { get; init; }

    public double Evaluate(scoped ref LossBatch<double> batch)
    {
        Calls++;
        OnEvaluate?.Invoke();
        ReadOnlySpan<double> prediction = batch.Prediction(0);
        ReadOnlySpan<double> target = batch.Target(0);
        Span<double> gradient = batch.Gradient(0);
        Span<double> hessian = batch.Hessian(0);
        var sum = 0.0;
        for (var i = 0; i < prediction.Length; i++)
        {
            var weight = (batch.Weights.IsEmpty ? 1 : batch.Weights[i]) / (batch.Reduction == Reduction.Mean ? prediction.Length : 1);
            (double value, double slope, double curvature) = formula(prediction[i], target[i]);
            sum += weight == 0 ? 0 : weight * value;
            if (!gradient.IsEmpty)
                gradient[i] = weight == 0 ? 0 : weight * slope;
            if (!hessian.IsEmpty)
                hessian[i] = weight == 0 ? 0 : weight * curvature;
        }

        return sum;
    }

    /// <summary>The first sample whose value is not finite.</summary>
    public LossExplanation? Explain(scoped ref LossBatch<double> batch)
    {
        for (var i = 0; i < batch.Prediction(0).Length; i++)
        {
            double value = formula(batch.Prediction(0)[i], batch.Target(0)[i]).Value;
            if (!double.IsFinite(value))
                return new(i, null, "formula", value, "the loss", []);
        }

        return null;
    }

    /// <summary>½(p − y)².</summary>
    public static ElementLoss Squared() => new(static (p, y) => (0.5 * (p - y) * (p - y), p - y, 1));

    /// <summary>(p − y)², as the deep-learning libraries define the mean squared error.</summary>
    public static ElementLoss FullSquared() => new(static (p, y) => ((p - y) * (p - y), 2 * (p - y), 2));

    /// <summary>|p − y| with the majorizer 1/|p − y|.</summary>
    public static ElementLoss Absolute() => new(static (p, y) => (Math.Abs(p - y), Math.Sign(p - y), 1 / Math.Abs(p - y)));

    /// <summary>|p − y| with the majorizer 2¹⁰⁰ at a residual of 0, as if that were 2⁻¹⁰⁰.</summary>
    public static ElementLoss AbsoluteWithFiniteWeights() => new(static (p, y) => (Math.Abs(p - y), Math.Sign(p - y), p == y ? Math.ScaleB(1, 100) : 1 / Math.Abs(p - y)));

    /// <summary>|p − y| with its true second derivative, 0.</summary>
    public static ElementLoss AbsoluteWithoutCurvature() => new(static (p, y) => (Math.Abs(p - y), Math.Sign(p - y), 0));

    /// <summary>The quantile loss, with the majorizer gradient/residual.</summary>
    public static ElementLoss Quantile(double level) => new((p, y) =>
    {
        var gradient = p > y ? 1 - level : p < y ? -level : 0;
        return (gradient * (p - y), gradient, gradient / (p - y));
    });

    /// <summary>Huber's loss with the majorizer min(1, δ/|r|).</summary>
    public static ElementLoss Huber(double delta) => new((p, y) =>
    {
        var residual = p - y;
        var size = Math.Abs(residual);
        return size <= delta
            ? (0.5 * residual * residual, residual, 1)
            : (delta * (size - (0.5 * delta)), delta * Math.Sign(residual), delta / size);
    });

    /// <summary>Huber's loss with its true second derivative, 0 in the tails.</summary>
    public static ElementLoss HuberWithoutTailCurvature(double delta) => new((p, y) =>
    {
        var residual = p - y;
        var size = Math.Abs(residual);
        return size <= delta
            ? (0.5 * residual * residual, residual, 1)
            : (delta * (size - (0.5 * delta)), delta * Math.Sign(residual), 0);
    });

    /// <summary>Binary cross-entropy of a logit.</summary>
    public static ElementLoss Logistic() => new(static (z, y) =>
    {
        var probability = 1 / (1 + Math.Exp(-z));
        return (Math.Max(z, 0) + Math.Log(1 + Math.Exp(-Math.Abs(z))) - (y * z), probability - y, probability * (1 - probability));
    });

    /// <summary>Poisson regression with the log link, without the constant log y!.</summary>
    public static ElementLoss Poisson() => new(static (z, y) => (Math.Exp(z) - (y * z), Math.Exp(z) - y, Math.Exp(z)));
}
