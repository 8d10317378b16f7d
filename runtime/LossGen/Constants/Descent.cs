using System.Numerics;

namespace LossGen.Constants;

/// <summary>The minimum of a loss over several constants together, by a quasi-Newton method whose line search looks at slopes, not at values, near the end.</summary>
internal ref struct Descent<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int MostIterations = 300;
    private const int MostTrials = 50;

    /// <summary>The part of the largest pull that may be left of any slope.</summary>
    private const double Tolerance = 1e-14;

    // The constants of Armijo and of the weak Wolfe condition (Nocedal and Wright, section 3.1).
    private const double SufficientDecrease = 1e-4;
    private const double Flatness = 0.9;

    // Two sums of losses are equal when they differ by less than 16 roundings.
    private const double Rounding = 16 * 1.1e-16;

    private readonly ConstantObjective<T> _objective;
    private readonly double[] _point;
    private readonly Slope[] _slopes;
    private readonly double[] _trial;
    private readonly Slope[] _trialSlopes;

    internal Descent(scoped ref readonly ConstantObjective<T> objective, double[] point)
    {
        _objective = objective;
        _point = point;
        _slopes = new Slope[point.Length];
        _trial = new double[point.Length];
        _trialSlopes = new Slope[point.Length];
    }

    /// <summary>Moves the point to the minimum.</summary>
    /// <returns>Whether every slope is 0 there, but for rounding. Kinks, or constants that run away, are reasons that it is not.</returns>
    internal readonly bool Run()
    {
        LimitedMemory memory = new(_point.Length);
        double value = _objective.Evaluate(_point, _slopes);
        double pull = Pull();
        for (int iteration = 0; iteration < MostIterations && double.IsFinite(value) && double.IsFinite(pull); iteration++)
        {
            if (Largest(_slopes) <= Tolerance * pull)
                return true;

            double[] gradient = Totals(_slopes);
            double[] direction = memory.Direction(gradient, Curvatures(pull));
            double slope = LimitedMemory.Dot(gradient, direction);
            if (!(slope < 0))
                return false;

            if (Search(value, slope, direction) is not { } found)
                return Largest(_slopes) <= 100 * Tolerance * pull;

            double[] moved = new double[_point.Length];
            double[] change = Totals(_trialSlopes);
            for (int i = 0; i < moved.Length; i++)
            {
                moved[i] = _trial[i] - _point[i];
                change[i] -= gradient[i];
            }

            memory.Add(moved, change);
            _trial.CopyTo(_point, 0);
            _trialSlopes.CopyTo(_slopes, 0);
            value = found;
        }

        return false;
    }

    /// <summary>Brackets and halves until the loss has fallen and its slope flattened, or until all slopes have fallen where values no longer tell.</summary>
    private readonly double? Search(double value, double slope, double[] direction)
    {
        double step = 1.0;
        double shortest = 0.0;
        double longest = double.PositiveInfinity;
        double slack = Rounding * Math.Abs(value);
        double before = Largest(_slopes);
        for (int trial = 0; trial < MostTrials; trial++)
        {
            for (int i = 0; i < _point.Length; i++)
                _trial[i] = _point[i] + (step * direction[i]);

            double found = _objective.Evaluate(_trial, _trialSlopes);
            double remaining = LimitedMemory.Dot(Totals(_trialSlopes), direction);
            bool isLower = found <= value + (SufficientDecrease * step * slope);
            if (!isLower && !(found <= value + slack && Math.Abs(remaining) <= -Flatness * slope && Largest(_trialSlopes) < before))
                longest = step;
            else if (isLower && remaining < Flatness * slope)
                shortest = step;
            else
                return found;

            step = double.IsFinite(longest) ? 0.5 * (shortest + longest) : 2 * step;
        }

        return null;
    }

    /// <summary>
    /// The samples' pulls on each constant. For losses whose slope is a probability less a target they are within a small factor of the curvatures near the minimum,
    /// so that rare classes move as fast as frequent ones.
    /// </summary>
    private readonly double[] Curvatures(double pull) => Array.ConvertAll(_slopes, slope => Math.Max(slope.Magnitude, 1e-12 * pull));

    private readonly double Pull()
    {
        double pull = 0.0;
        foreach (Slope slope in _slopes)
            pull = Math.Max(pull, slope.Magnitude);

        return pull;
    }

    private static double Largest(Slope[] slopes)
    {
        double largest = 0.0;
        foreach (Slope slope in slopes)
            largest = Math.Max(largest, Math.Abs(slope.Total));

        return largest;
    }

    private static double[] Totals(Slope[] slopes) => Array.ConvertAll(slopes, static slope => slope.Total);
}
