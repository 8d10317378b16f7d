using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using LossGen.Generator.Model;
using LossGen.Generator.Stability.Witnesses.Arithmetics;

namespace LossGen.Generator.Stability.Learning;

/// <summary>Looks for inputs that a loss mentions and does not depend on, such as a target that is multiplied by zero.</summary>
internal static class InfluenceSearch
{
    /// <summary>Other values tried for an input at each point.</summary>
    private const int Changes = 3;

    /// <summary>The predictions, targets and labels whose values make no difference anywhere.</summary>
    public static ImmutableArray<Input> Ignored(LossModel model, PointEvaluation<double, DoubleArithmetic> value, int columns, ImmutableArray<Point> points, CancellationToken cancellationToken)
    {
        // Where no value is a number, nothing can be said about any input.
        ImmutableArray<(Point Point, double Value)> known = [.. points.Take(60).Select(point => (point, value.At(point)[0])).Where(static pair => !double.IsNaN(pair.Item2))];
        return known.IsEmpty
            ? []
            : [.. model.Parameters.Items
                .Where(static parameter => parameter.Input.Role != InputRole.Hyperparameter)
                .Where(parameter => IsIgnored(parameter, value, columns, known, cancellationToken))
                .Select(static parameter => parameter.Input)];
    }

    private static bool IsIgnored(
        LossParameter parameter, PointEvaluation<double, DoubleArithmetic> value, int columns, ImmutableArray<(Point Point, double Value)> known, CancellationToken cancellationToken)
    {
        Scatter random = new(21);
        foreach ((Point point, double before) in known)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (int change = 0; change < Changes; change++)
            {
                double after = value.At(point.With(parameter.Input, PointSampling.Values(parameter, columns, random)))[0];
                if (!double.IsNaN(after) && !IsSame(before, after))
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>Equal but for rounding: with y − y in it, a sum rounds differently for every y.</summary>
    private static bool IsSame(double before, double after) =>
        before == after || Math.Abs(before - after) <= 1e-12 * Math.Max(Math.Abs(before), Math.Abs(after));
}
