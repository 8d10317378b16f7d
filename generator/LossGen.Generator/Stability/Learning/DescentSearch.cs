using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using LossGen.Generator.Model;
using LossGen.Generator.Stability.Witnesses.Arithmetics;

namespace LossGen.Generator.Stability.Learning;

/// <summary>A way along which a loss falls without bound.</summary>
/// <param name="Direction">In words: "p approaches 0".</param>
/// <param name="Point">A point far along the way.</param>
/// <param name="Value">The loss there.</param>
internal sealed record Descent(string Direction, Point Point, double Value);

/// <summary>
/// Looks for a loss without a smallest value. One prediction moves to an end of its domain, the others staying at points in general
/// position: a likelihood grows without bound where a mean meets its target exactly and the variance vanishes, which no data set does to it;
/// a forgotten minus sign shows in every direction that matters, whatever the targets are.
/// </summary>
internal static class DescentSearch
{
    /// <summary>How low a value must be at an end that is only the bound of what is not declared: no logarithm gets there.</summary>
    private const double VeryLow = -1_000;

    /// <summary>A scale has no smallest value where a target meets the mean that is given with it, and that is no fault of the loss.</summary>
    private const double Apart = 0.375;

    private static readonly double[] Approach = [1e-2, 1e-4, 1e-8, 1e-16, 1e-30];

    private static readonly double[] Escape = [1e1, 1e2, 1e3, 1e4];

    public static Descent? Find(LossModel model, PointEvaluation<double, DoubleArithmetic> value, int columns, CancellationToken cancellationToken)
    {
        Descent? simplest = null;
        foreach (Point start in Starts(model, columns))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Ways(model, start, columns).Select(way => Follow(way, value)).FirstOrDefault(static descent => descent is not null) is not { } descent)
            {
                return null;
            }

            simplest ??= descent;
        }

        return simplest;
    }

    /// <summary>One point for each combination of targets; every one of them must have a way down.</summary>
    private static IEnumerable<Point> Starts(LossModel model, int columns)
    {
        Scatter random = new(22);
        ImmutableArray<LossParameter> targets = [.. model.OfRole(InputRole.Target), .. model.OfRole(InputRole.Label)];
        int combinations = targets.IsEmpty ? 2 : 6;
        for (int combination = 0; combination < combinations; combination++)
        {
            int turn = combination;
            yield return new Point(model.Parameters.Items.ToDictionary(
                static parameter => parameter.Input,
                parameter => parameter.Input.Role is InputRole.Target or InputRole.Label
                    ? Target(parameter, turn, targets.IndexOf(parameter), columns, random)
                    : Inner(parameter, columns, random)));
        }
    }

    /// <summary>Allowed values in turn; of a range inner points; of what is not declared positive numbers, as counts and amounts are, no two targets alike.</summary>
    private static double[] Target(LossParameter parameter, int turn, int place, int columns, Scatter random)
    {
        if (parameter.Input.Role == InputRole.Label)
        {
            return [turn % columns];
        }

        if (parameter.Domain is { IsDeclared: false })
        {
            double[] amounts = [1, 0.5, 2.5];
            return [.. Enumerable.Range(0, parameter.IsRow ? columns : 1).Select(column => amounts[(turn + column) % amounts.Length] + (place * Apart))];
        }

        if (!parameter.IsRow && parameter.Domain.AllowedValues is { Count: > 0 } allowed)
        {
            return [allowed[turn % allowed.Count]];
        }

        return Inner(parameter, columns, random);
    }

    private static double[] Inner(LossParameter parameter, int columns, Scatter random)
    {
        double[] values = PointSampling.Values(parameter, columns, random);
        if (parameter.Domain.IsDeclared || parameter.Input.Role != InputRole.Prediction)
        {
            return values;
        }

        return [.. values.Select(_ => 0.3 + (0.4 * random.Fraction()))];
    }

    /// <summary>The ways from a point: a prediction, or one column of it, to each end of its values, and to 0 and 1 between them.</summary>
    private static IEnumerable<(string Direction, bool IsEnd, ImmutableArray<Point> Points)> Ways(LossModel model, Point start, int columns)
    {
        foreach (LossParameter prediction in model.OfRole(InputRole.Prediction).Where(static parameter => parameter.Domain.AllowedValues.Count == 0))
        {
            (double low, double high) = PointSampling.Bounds(prediction);
            string name = prediction.Input.Name;
            for (int column = 0; column < (prediction.IsRow ? columns : 1); column++)
            {
                string subject = prediction.IsRow ? $"{name}[{column}]" : name;
                Point At(double position)
                {
                    double[] values = [.. start[prediction.Input]];
                    values[column] = position;
                    return start.With(prediction.Input, values);
                }

                if (double.IsPositiveInfinity(prediction.Scores.High))
                {
                    yield return ($"{subject} grows", false, [.. Escape.Select(At)]);
                }

                if (double.IsNegativeInfinity(prediction.Scores.Low))
                {
                    yield return ($"{subject} falls", false, [.. Escape.Select(distance => At(-distance))]);
                }

                foreach (double end in new[] { 0, 1, low, high }.Distinct().Where(end => end >= low && end <= high && Math.Abs(end) < PointSampling.Undeclared && !prediction.Domain.IsSimplex))
                {
                    double inward = end < high ? 1 : -1;
                    yield return ($"{subject} approaches {Point.Text(end)}", true, [.. Approach.Select(distance => At(end + (inward * distance))), At(end)]);
                    if (end > low && end < high)
                    {
                        yield return ($"{subject} approaches {Point.Text(end)}", true, [.. Approach.Select(distance => At(end - distance)), At(end)]);
                    }
                }
            }
        }
    }

    private static Descent? Follow((string Direction, bool IsEnd, ImmutableArray<Point> Points) way, PointEvaluation<double, DoubleArithmetic> value)
    {
        double[] values = [.. way.Points.Select(point => value.At(point)[0])];
        int last = values.Length - 1;
        for (int position = 1; position < values.Length; position++)
        {
            if (double.IsNaN(values[position - 1]) || !(values[position] < values[position - 1] || (way.IsEnd && values[position] <= values[position - 1])))
            {
                return null;
            }
        }

        bool isUnbounded = way.IsEnd ? double.IsNegativeInfinity(values[last]) : values[last] < VeryLow;
        return isUnbounded ? new Descent(way.Direction, way.Points[last], values[last]) : null;
    }
}
