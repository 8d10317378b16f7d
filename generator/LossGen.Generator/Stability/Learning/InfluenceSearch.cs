using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using LossGen.Generator.Calculus;
using LossGen.Generator.Model;
using LossGen.Generator.Stability.Witnesses.Arithmetics;

namespace LossGen.Generator.Stability.Learning;

/// <summary>Looks for inputs that a loss mentions and does not depend on, such as a target that is multiplied by zero.</summary>
internal static class InfluenceSearch
{
    /// <summary>Other values tried for an input at each point.</summary>
    private const int Changes = 3;

    private const int MostThresholds = 24;

    private const int PointsAtThresholds = 5;

    /// <summary>The predictions, targets and labels whose values make no difference anywhere.</summary>
    public static ImmutableArray<Input> Ignored(LossModel model, PointEvaluation<double, DoubleArithmetic> value, int columns, ImmutableArray<Point> points, CancellationToken cancellationToken)
    {
        // Where no value is a finite number, nothing can be said about any input: e¹⁰⁰⁰⁰ + 1 is e¹⁰⁰⁰⁰.
        ImmutableArray<(Point Point, double Value)> known = [.. points.Take(60).Select(point => (point, value.At(point)[0])).Where(static pair => IsFinite(pair.Item2))];
        ImmutableArray<double> thresholds = ThresholdsOf(model);
        return known.IsEmpty
            ? []
            : [.. model.Parameters.Items
                .Where(static parameter => parameter.Input.Role != InputRole.Hyperparameter)
                .Where(parameter => IsIgnored(parameter, value, columns, known, thresholds, cancellationToken))
                .Select(static parameter => parameter.Input)];
    }

    private static bool IsIgnored(
        LossParameter parameter, PointEvaluation<double, DoubleArithmetic> value, int columns, ImmutableArray<(Point Point, double Value)> known, ImmutableArray<double> thresholds, CancellationToken cancellationToken)
    {
        Scatter random = new(21);
        foreach ((Point point, double before) in known)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (int change = 0; change < Changes; change++)
            {
                if (Differs(point, before, PointSampling.Values(parameter, columns, random)))
                {
                    return false;
                }
            }
        }

        return !known.Take(PointsAtThresholds).Any(pair => ThresholdsFor(parameter).Any(threshold =>
            Differs(pair.Point, pair.Value, [.. Enumerable.Repeat(threshold, parameter.IsRow ? columns : 1)])));

        bool Differs(Point point, double before, double[] changed)
        {
            double after = value.At(point.With(parameter.Input, changed))[0];
            return !double.IsNaN(after) && !IsSame(before, after);
        }

        IEnumerable<double> ThresholdsFor(LossParameter parameter) => parameter.Input.Role == InputRole.Label
            ? thresholds.Where(static threshold => threshold >= 0 && threshold == Math.Floor(threshold))
            : thresholds.Where(threshold => !parameter.Domain.IsDeclared && parameter.Link == LinkKind.Identity);
    }

    /// <summary>The numbers of the formula: an input may count only where it is one of them, as the number of a group does, or beyond.</summary>
    private static ImmutableArray<double> ThresholdsOf(LossModel model) =>
    [
        .. ExprOrder.ChildrenFirst(model.Value.Root, ExprChildren.Of)
            .OfType<Literal>()
            .SelectMany(static literal => new[] { literal.Value, literal.Value + 1, literal.Value - 1 })
            .Distinct()
            .Take(MostThresholds),
    ];

    /// <summary>Equal but for rounding: with y − y in it, a sum rounds differently for every y.</summary>
    private static bool IsSame(double before, double after) =>
        before == after || (IsFinite(after) && Math.Abs(before - after) <= 1e-12 * Math.Max(Math.Abs(before), Math.Abs(after)));

    private static bool IsFinite(double value) => !double.IsNaN(value) && !double.IsInfinity(value);
}
