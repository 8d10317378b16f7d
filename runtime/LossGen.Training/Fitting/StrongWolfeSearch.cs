namespace LossGen.Training;

/// <summary>
/// Finds a step along a line that lowers the value enough and leaves a slope that is flat enough: the strong Wolfe conditions
/// (Nocedal and Wright, Numerical Optimization, 2nd ed., algorithms 3.5 and 3.6, with cubic interpolation).
/// </summary>
internal sealed class StrongWolfeSearch
{
    // Nocedal and Wright's constants for quasi-Newton methods (section 3.1).
    private const double SufficientDecrease = 1e-4;
    private const double Flatness = 0.9;

    private const int MostExpansions = 30;
    private const int MostRefinements = 40;
    private const double Expansion = 4;

    // A trial keeps this part of the bracket from either end, so that a bad interpolation cannot stall.
    private const double BracketMargin = 0.1;

    // Values that differ by less than 16 roundings are equal; the slope decides there (Hager and Zhang 2005, approximate Wolfe conditions).
    private const double RelativeRounding = 16 * 1.1e-16;

    private readonly IObjective _objective;
    private readonly FitSession _session;
    private readonly double[] _point;
    private readonly double[] _gradient;
    private Trial _trial;

    internal StrongWolfeSearch(IObjective objective, FitSession session)
    {
        _objective = objective;
        _session = session;
        _point = new double[objective.ParameterCount];
        _gradient = new double[objective.ParameterCount];
    }

    /// <summary>The point of the last trial: the accepted one after a success.</summary>
    internal ReadOnlySpan<double> Point => _point;

    /// <summary>The gradient there.</summary>
    internal ReadOnlySpan<double> Gradient => _gradient;

    /// <summary>The value there.</summary>
    internal double Value => _trial.Value;

    /// <summary>Whether some trial of the last search was finite.</summary>
    internal bool SawFiniteValue { get; private set; }

    /// <summary>Searches along a direction of descent.</summary>
    /// <param name="origin">Where the line starts.</param>
    /// <param name="value">The value there.</param>
    /// <param name="direction">The direction.</param>
    /// <param name="slope">The derivative along the direction at the origin, less than 0.</param>
    /// <param name="firstStep">The first step to try, greater than 0.</param>
    /// <returns>False if no step lowers the value, or the caller has cancelled.</returns>
    internal bool TryFind(ReadOnlySpan<double> origin, double value, ReadOnlySpan<double> direction, double slope, double firstStep)
    {
        var start = new Trial(0, value, slope);
        Trial previous = start;
        double step = firstStep;
        SawFiniteValue = false;
        for (int expansion = 0; expansion < MostExpansions; expansion++)
        {
            if (_session.IsCancelled)
                return false;

            Try(origin, direction, step);
            if (!Decreases(start, _trial) || (expansion > 0 && _trial.Value >= previous.Value))
                return Refine(origin, direction, start, previous, _trial);
            if (IsFlat(start, _trial))
                return true;
            if (_trial.Slope >= 0)
                return Refine(origin, direction, start, _trial, previous);

            previous = _trial;
            step *= Expansion;
        }

        // The value falls as far as the search can see: take what there is.
        return true;
    }

    // Keeps the best trial that decreases enough in low, and in high an end such that a good step lies between them.
    private bool Refine(ReadOnlySpan<double> origin, ReadOnlySpan<double> direction, Trial start, Trial low, Trial high)
    {
        for (int refinement = 0; refinement < MostRefinements; refinement++)
        {
            if (_session.IsCancelled)
                return false;

            Try(origin, direction, Interpolate(low, high));
            if (!Decreases(start, _trial) || _trial.Value > low.Value + (RelativeRounding * Math.Abs(low.Value)))
            {
                high = _trial;
                continue;
            }

            if (IsFlat(start, _trial))
                return true;
            if (_trial.Slope * (high.Step - low.Step) >= 0)
                high = low;
            low = _trial;
        }

        // At a kink no step is flat: one that lowers the value must do.
        if (low.Step == 0)
            return false;

        Try(origin, direction, low.Step);
        return true;
    }

    private void Try(ReadOnlySpan<double> origin, ReadOnlySpan<double> direction, double step)
    {
        Vectors.Move(origin, step, direction, _point);
        double value = _objective.ValueAndGradient(_point, _gradient);
        _trial = new Trial(step, value, Vectors.Dot(_gradient, direction));
        SawFiniteValue |= double.IsFinite(value);
    }

    private static bool Decreases(in Trial start, in Trial trial) =>
        double.IsFinite(trial.Slope)
        && (trial.Value <= start.Value + (SufficientDecrease * trial.Step * start.Slope)
            || (trial.Value <= start.Value + (RelativeRounding * Math.Abs(start.Value)) && trial.Slope <= ((2 * SufficientDecrease) - 1) * start.Slope));

    private static bool IsFlat(in Trial start, in Trial trial) => Math.Abs(trial.Slope) <= -Flatness * start.Slope;

    // The minimiser of the cubic through both ends (equation 3.59), or the middle where there is none.
    private static double Interpolate(in Trial low, in Trial high)
    {
        double width = high.Step - low.Step;
        double secant = low.Slope + high.Slope - (3 * (low.Value - high.Value) / (low.Step - high.Step));
        double root = Math.CopySign(Math.Sqrt((secant * secant) - (low.Slope * high.Slope)), width);
        double part = 1 - ((high.Slope + root - secant) / (high.Slope - low.Slope + (2 * root)));
        return low.Step + (width * (double.IsFinite(part) ? Math.Clamp(part, BracketMargin, 1 - BracketMargin) : 0.5));
    }

    private readonly record struct Trial(double Step, double Value, double Slope);
}
