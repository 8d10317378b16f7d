using System.Numerics;

namespace LossGen.Constants;

/// <summary>The targets that one constant is compared with, as scores: its own column of the first target of its shape, or the labels of a loss without rows.</summary>
internal readonly ref struct CoordinateTargets<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Targets that are looked at for quantiles: a sample is enough to start from.</summary>
    private const int LargestSample = 1024;

    /// <summary>Quantiles to start from; between two of them a loss that is not convex may hide a minimum.</summary>
    private const int Quantiles = 32;

    private readonly LossInput _prediction;
    private readonly ReadOnlySpan<T> _targets;
    private readonly ReadOnlySpan<int> _labels;
    private readonly int _first;
    private readonly int _stride;

    internal CoordinateTargets(scoped ref readonly ConstantObjective<T> objective, int coordinate)
    {
        LossSignature signature = objective.Signature;
        int columns = objective.Targets.Columns;
        int constant = 0;
        foreach (LossInput input in signature.Predictions)
        {
            int width = input.Shape == InputShape.Row ? columns : 1;
            if (coordinate < constant + width)
            {
                _prediction = input;
                _first = coordinate - constant;
                _stride = width;
                break;
            }

            constant += width;
        }

        for (int i = signature.Targets.Length - 1; i >= 0; i--)
        {
            if (signature.Targets[i].Shape == _prediction.Shape)
                _targets = objective.Targets.Targets[i];
        }

        if (_targets.IsEmpty && !signature.HasRows && signature.Labels.Length > 0)
            _labels = objective.Targets.Labels[0];
    }

    internal double Minimum => _prediction.Minimum;

    internal double Maximum => _prediction.Maximum;

    /// <summary>Whether a number lies in the declared range, and not at an end of it.</summary>
    internal bool IsInside(double score) => score > Minimum && score < Maximum;

    /// <summary>Whether a number is a target's score.</summary>
    internal bool Contain(double score)
    {
        for (int i = _first; i < _targets.Length; i += _stride)
        {
            if (ScoreOf(double.CreateTruncating(_targets[i])) == score)
                return true;
        }

        foreach (int label in _labels)
        {
            if (ScoreOf(label) == score)
                return true;
        }

        return false;
    }

    /// <summary>Extremes and quantiles of the targets' scores, 0, ±1 and a constant that is known, in ascending order and inside of the declared range.</summary>
    internal double[] Starts(double known)
    {
        double low = Minimum;
        double high = Maximum;
        List<double> starts = (double.IsFinite(low), double.IsFinite(high)) switch
        {
            (true, true) => [known, low + (0.25 * (high - low)), low + (0.5 * (high - low)), low + (0.75 * (high - low))],
            (true, false) => [known, low + 1],
            (false, true) => [known, high - 1],
            _ => [known, -1, 0, 1],
        };
        double[] scores = SampledScores();
        for (int i = 0; i < Math.Min(Quantiles + 1, scores.Length); i++)
            starts.Add(scores[(int)((long)i * (scores.Length - 1) / Math.Min(Quantiles, Math.Max(1, scores.Length - 1)))]);

        return [.. starts.Where(start => start > low && start < high).Distinct().Order()];
    }

    private double[] SampledScores()
    {
        int count = _labels.Length + (_targets.Length / _stride);
        int step = Math.Max(1, count / LargestSample);
        List<double> scores = [];
        double lowest = double.PositiveInfinity;
        double highest = double.NegativeInfinity;
        for (int i = 0; i < count; i++)
        {
            double target = _labels.IsEmpty ? double.CreateTruncating(_targets[_first + (i * _stride)]) : _labels[i];
            double score = ScoreOf(target);
            if (!double.IsFinite(score))
                continue;

            lowest = Math.Min(lowest, score);
            highest = Math.Max(highest, score);
            if (i % step == 0)
                scores.Add(score);
        }

        if (double.IsFinite(lowest))
            scores.AddRange([lowest, highest]);

        scores.Sort();
        return [.. scores];
    }

    private double ScoreOf(double target) => _prediction.Link is Link.SoftMax ? double.NaN : _prediction.Link.ToScore(target);
}
