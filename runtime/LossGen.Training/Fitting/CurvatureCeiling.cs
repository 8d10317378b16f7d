namespace LossGen.Training;

/// <summary>
/// Deals with losses whose curvature is unbounded, as the majorizer 1/|r| of |r| at its kink. Holding the curvature of a sample
/// to a ceiling, and its gradient to ceiling × (gradient ÷ curvature), is to smooth the loss: |r| becomes Huber's function.
/// </summary>
internal sealed class CurvatureCeiling<TLoss>
    where TLoss : ILoss<double>
{
    // A sample sits on a kink when it is this much nearer to its own minimum than is typical, with as much more curvature.
    private const double KinkRatio = 1e6;

    private readonly LinearObjective<TLoss> _objective;
    private readonly double[] _distances;
    private readonly double[] _curvatures;

    internal CurvatureCeiling(LinearObjective<TLoss> objective)
    {
        _objective = objective;
        _distances = new double[objective.GradientOfPredictions.Length];
        _curvatures = new double[objective.GradientOfPredictions.Length];
    }

    /// <summary>The curvature of a typical sample, when <see cref="FindKinks"/> was last called.</summary>
    internal double Typical { get; private set; }

    /// <summary>The largest finite curvature of any sample, unweighted.</summary>
    internal double LargestFinite()
    {
        double largest = 0.0;
        Span<double> hessian = _objective.HessianOfPredictions;
        for (int i = 0; i < hessian.Length; i++)
        {
            double curvature = hessian[i] / _objective.ElementWeight(i);
            if (double.IsFinite(curvature))
                largest = Math.Max(largest, curvature);
        }

        return largest;
    }

    /// <summary>Applies a ceiling to the derivatives that the objective keeps. Where the curvature is infinite or NaN, the sample is at its minimum.</summary>
    internal void Apply(double ceiling)
    {
        Span<double> gradient = _objective.GradientOfPredictions;
        Span<double> hessian = _objective.HessianOfPredictions;
        for (int i = 0; i < hessian.Length; i++)
        {
            double weight = _objective.ElementWeight(i);
            double highest = ceiling * weight;
            if (hessian[i] <= highest || weight == 0)
                continue;

            gradient[i] = double.IsFinite(hessian[i]) ? gradient[i] * (highest / hessian[i]) : 0;
            hessian[i] = highest;
        }
    }

    /// <summary>Whether samples sit on kinks.</summary>
    internal bool FindKinks()
    {
        Span<double> gradient = _objective.GradientOfPredictions;
        Span<double> hessian = _objective.HessianOfPredictions;
        int count = 0;
        bool infinite = false;
        double smallest = double.PositiveInfinity;
        double largest = 0;
        for (int i = 0; i < hessian.Length; i++)
        {
            double weight = _objective.ElementWeight(i);
            infinite |= weight > 0 && !double.IsFinite(hessian[i]);
            if (!(weight > 0 && hessian[i] > 0 && double.IsFinite(hessian[i])))
                continue;

            _distances[count] = Math.Abs(gradient[i]) / hessian[i];
            double curvature = hessian[i] / weight;
            _curvatures[count++] = curvature;
            smallest = Math.Min(smallest, curvature);
            largest = Math.Max(largest, curvature);
        }

        // Most losses have nearly the same curvature everywhere, and need no sorting.
        if (count == 0 || (!infinite && largest <= KinkRatio * smallest))
            return false;

        // A fit of p parameters may pass exactly through p samples: the typical one is the median of the others.
        Array.Sort(_distances, _curvatures, 0, count);
        int typical = Math.Min(count - 1, (count + _objective.ParameterCount) / 2);
        Typical = _curvatures[typical];
        return Typical > 0 && _distances[typical] > 0
            && (infinite || (_distances[0] * KinkRatio < _distances[typical] && _curvatures[0] > KinkRatio * Typical));
    }
}
