namespace LossGen.Training;

/// <summary>
/// The iterations of <see cref="Newton"/>: damped steps with a line search on the value; and, where these run into kinks, the
/// minimisers of ever less smoothed losses.
/// </summary>
internal sealed class NewtonFit<TLoss>
    where TLoss : ILoss<double>
{
    // Armijo's constant (Nocedal and Wright, section 3.1).
    private const double SufficientDecrease = 1e-4;

    // Two values are equal when they differ by less than 16 roundings.
    private const double RelativeRounding = 16 * 1.1e-16;

    // A loss that falls to this part of its start is 0 for the test of convergence: the data are fitted exactly.
    private const double ExactFit = 1e-6;

    private const int MostHalvings = 60;
    private const int MostDoublings = 40;
    private const int MostIdleIterations = 10;

    private const double SmallestDamping = 1e-8;
    private const double LargestDamping = 1e6;
    private const double DampingGrowth = 100;

    // Smoothing from 1/10 of the typical residual to 10⁻¹⁰ of it, by a factor of 10. Below, rounding governs.
    private const int SmoothingStages = 10;
    private const int MostStageIterations = 100;

    // A step along the smoothed loss must leave at most this part of the slope.
    private const double Flatness = 0.9;

    private readonly LinearObjective<TLoss> _objective;
    private readonly Newton _optimizer;
    private readonly FitSession _session;
    private readonly NewtonSystem<TLoss> _system;
    private readonly CurvatureCeiling<TLoss> _ceiling;
    private readonly double[] _point;
    private readonly double[] _trial;
    private readonly double[] _gradient;
    private readonly double[] _trialGradient;
    private readonly double[] _direction;
    private int _epoch;
    private double _value;
    private double _firstValue;

    internal NewtonFit(LinearObjective<TLoss> objective, Newton optimizer, FitSession session)
    {
        _objective = objective;
        _optimizer = optimizer;
        _session = session;
        _system = new NewtonSystem<TLoss>(objective);
        _ceiling = new CurvatureCeiling<TLoss>(objective);
        _point = new double[objective.ParameterCount];
        _trial = new double[objective.ParameterCount];
        _gradient = new double[objective.ParameterCount];
        _trialGradient = new double[objective.ParameterCount];
        _direction = new double[objective.ParameterCount];
    }

    internal StopReason Run()
    {
        _value = _objective.ValueAndPredictionDerivatives(_point);
        _firstValue = Math.Abs(_value);
        _session.EndEpoch(0, 0, _value, _point);
        return double.IsFinite(_value) ? Descend() ?? FollowSmoothed() : StopReason.NonFinite;
    }

    // What a step must promise to be worth taking.
    private double Tolerance => _optimizer.Tolerance * Math.Max(Math.Abs(_value), ExactFit * _firstValue);

    // Null when samples sit on kinks, where the line search cannot tell a minimum from a dead end.
    private StopReason? Descend()
    {
        double damping = 0.0;
        int idle = 0;
        double smallestDecrement = double.PositiveInfinity;
        while (true)
        {
            if (_session.IsCancelled)
                return StopReason.Cancelled;
            if (_ceiling.FindKinks())
                return null;

            _ceiling.Apply(_ceiling.LargestFinite());
            _objective.KeptGradient(_point, _gradient);
            if (!double.IsFinite(Vectors.MaxNorm(_gradient)))
                return StopReason.NonFinite;

            _system.Solve(_gradient, damping, _direction);
            double slope = Vectors.Dot(_gradient, _direction);
            if (slope >= 0 || (damping == 0 && -0.5 * slope <= Tolerance))
                return StopReason.Converged;
            if (_epoch >= _session.EpochLimit)
                return StopReason.EpochLimit;

            double before = _value;
            if (!TrySearchValue(slope, expand: damping > 0))
            {
                if (_session.IsCancelled)
                    return StopReason.Cancelled;
                if (damping >= LargestDamping)
                    return StopReason.NoProgress;

                damping = Math.Max(SmallestDamping, damping * DampingGrowth);
                _objective.ValueAndPredictionDerivatives(_point);
                continue;
            }

            EndEpoch();
            damping = damping <= SmallestDamping ? 0 : damping / DampingGrowth;
            idle = before - _value > RelativeRounding * Math.Abs(before) || -slope < smallestDecrement ? 0 : idle + 1;
            smallestDecrement = Math.Min(smallestDecrement, -slope);
            if (idle >= MostIdleIterations)
                return StopReason.NoProgress;
        }
    }

    // Backtracks from the full step until the value falls; a damped step may also grow. On success the point has moved and
    // the objective keeps the derivatives there.
    private bool TrySearchValue(double slope, bool expand)
    {
        double step = 1.0;
        double slack = RelativeRounding * Math.Abs(_value);
        double value;
        for (int halvings = 0; ; halvings++)
        {
            if (halvings > MostHalvings || _session.IsCancelled)
                return false;

            value = Try(step);
            if (value <= _value + (SufficientDecrease * step * slope) + slack)
                break;

            step *= 0.5;
        }

        for (int doublings = 0; expand && doublings < MostDoublings && !_session.IsCancelled; doublings++)
        {
            double longer = Try(2 * step);
            if (!(longer < value))
            {
                value = Try(step);
                break;
            }

            value = longer;
            step *= 2;
        }

        _trial.CopyTo(_point, 0);
        _value = value;
        return true;
    }

    private StopReason FollowSmoothed()
    {
        var reason = StopReason.Converged;
        double typical = _ceiling.Typical;
        for (int stage = 1; stage <= SmoothingStages; stage++)
        {
            reason = MinimizeSmoothed(typical * Math.Pow(10, stage));
            if (reason is not (StopReason.Converged or StopReason.NoProgress))
                return reason;
        }

        return reason;
    }

    private StopReason MinimizeSmoothed(double ceiling)
    {
        double smallestDecrement = double.PositiveInfinity;
        int idle = 0;
        _value = _objective.ValueAndPredictionDerivatives(_point);
        _ceiling.Apply(ceiling);
        _objective.KeptGradient(_point, _gradient);
        for (int iteration = 0; iteration < MostStageIterations; iteration++)
        {
            if (_session.IsCancelled)
                return StopReason.Cancelled;
            if (!double.IsFinite(_value) || !double.IsFinite(Vectors.MaxNorm(_gradient)))
                return StopReason.NonFinite;

            _system.Solve(_gradient, 0, _direction);
            double slope = Vectors.Dot(_gradient, _direction);
            if (slope >= 0 || -0.5 * slope <= Tolerance)
                return StopReason.Converged;
            if (_epoch >= _session.EpochLimit)
                return StopReason.EpochLimit;

            // Rounding in residuals, times a high ceiling, bounds what can be reached.
            idle = -slope < 0.5 * smallestDecrement ? 0 : idle + 1;
            smallestDecrement = Math.Min(smallestDecrement, -slope);
            if (idle >= MostIdleIterations)
                return StopReason.NoProgress;

            SearchSlope(slope, ceiling);
            EndEpoch();
        }

        return StopReason.NoProgress;
    }

    // The smoothed loss is known by its gradient only, so the search is for a flat slope: it brackets, doubling and halving.
    private void SearchSlope(double slope, double ceiling)
    {
        double step = 1.0;
        double longest = double.PositiveInfinity;
        double shortest = 0.0;
        for (int trial = 0; trial < MostHalvings; trial++)
        {
            _value = Try(step);
            _ceiling.Apply(ceiling);
            _objective.KeptGradient(_trial, _trialGradient);
            double remaining = Vectors.Dot(_trialGradient, _direction);
            if (Math.Abs(remaining) <= -Flatness * slope || _session.IsCancelled)
                break;

            if (remaining < 0)
                shortest = step;
            else
                longest = step;
            step = double.IsFinite(longest) ? 0.5 * (shortest + longest) : 2 * step;
        }

        _trial.CopyTo(_point, 0);
        _trialGradient.CopyTo(_gradient, 0);
    }

    private double Try(double step)
    {
        Vectors.Move(_point, step, _direction, _trial);
        return _objective.ValueAndPredictionDerivatives(_trial);
    }

    private void EndEpoch()
    {
        _epoch++;
        _session.EndEpoch(_epoch, _epoch, _value, _point);
    }
}
