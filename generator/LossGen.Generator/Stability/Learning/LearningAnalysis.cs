using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using LossGen.Generator.Calculus;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;
using LossGen.Generator.Stability.Witnesses;
using LossGen.Generator.Stability.Witnesses.Arithmetics;

namespace LossGen.Generator.Stability.Learning;

/// <summary>
/// Whether a loss can be learned from. It looks at what generated code computes, rewrites included, at points all over the domain: what
/// rounding does to the formula as written is the matter of <see cref="StabilityAnalysis"/>.
/// </summary>
internal static class LearningAnalysis
{
    /// <summary>Enough for a margin or a threshold to be passed by some, and few enough for a millisecond or two.</summary>
    private const int Samples = 96;

    /// <summary>What stands in the way of learning.</summary>
    /// <param name="model">The loss.</param>
    /// <param name="derivation">What generated code computes of it.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public static EquatableArray<LearningFinding> Of(LossModel model, Derivation derivation, CancellationToken cancellationToken)
    {
        int columns = System.Math.Max(Point.Columns, model.MinimumColumns);
        ImmutableArray<Point> points = PointSampling.Of(model, columns, Samples);
        ImmutableArray<Input> ignored = InfluenceSearch.Ignored(model, new PointEvaluation<double, DoubleArithmetic>(derivation.Value, columns), columns, points, cancellationToken);
        List<LearningFinding> findings = [.. ignored.Select(static input => new LearningFinding(FindingKind.InputIsIgnored, input, null, []))];
        foreach (PredictionDerivatives derivatives in derivation.Derivatives.Where(derivatives => !ignored.Contains(derivatives.Prediction.Input)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            Input prediction = derivatives.Prediction.Input;
            if (IsZeroEverywhere(derivatives.Gradient, columns, points))
            {
                findings.Add(new(FindingKind.GradientIsZero, prediction, null, []));
            }
            else if (derivatives.Hessian is { } hessian && IsForBoosting(model) && NegativePoint(hessian, columns, points) is { } negative)
            {
                findings.Add(new(FindingKind.NegativeHessian, prediction, null, [Point.Text(negative.Value), negative.Point.Describe(model)]));
            }
        }

        if (DescentSearch.Find(model, new PointEvaluation<double, DoubleArithmetic>(derivation.Value, columns), columns, cancellationToken) is { } descent)
        {
            findings.Add(new(FindingKind.UnboundedBelow, null, null, [descent.Direction, Point.Text(descent.Value), descent.Point.Describe(model)]));
        }

        findings.AddRange(KinkNodes.Of(model.Value.Root).Select(static kink => new LearningFinding(FindingKind.Kinks, null, kink.Node, [kink.Description])));
        return findings.ToEquatableArray();
    }

    /// <summary>Whether second derivatives may be divided by: boosters grow trees for one prediction, a number or the scores of classes, and take what the policy says.</summary>
    private static bool IsForBoosting(LossModel model) => model.Options.Hessian == HessianPolicyKind.Exact
        && model.OfRole(InputRole.Prediction) is [{ Domain.IsSimplex: false }]
        && model.Parameters.Items.Any(static parameter => parameter.Input.Role is InputRole.Target or InputRole.Label);

    private static bool IsZeroEverywhere(Expr gradient, int columns, ImmutableArray<Point> points)
    {
        if (gradient.IsZero())
        {
            return true;
        }

        PointEvaluation<double, DoubleArithmetic> evaluation = new(gradient, columns);
        return points.All(point => evaluation.At(point).All(static slope => slope == 0 || double.IsNaN(slope)))
            && points.Any(point => evaluation.At(point).Contains(0));
    }

    /// <summary>The simplest of the points where a second derivative is negative by more than rounding.</summary>
    private static (Point Point, double Value)? NegativePoint(Expr hessian, int columns, ImmutableArray<Point> points)
    {
        PointEvaluation<double, DoubleArithmetic> evaluation = new(hessian, columns);
        foreach (Point point in points)
        {
            foreach (double curvature in evaluation.At(point))
            {
                if (curvature < -1e-6 && !double.IsInfinity(curvature))
                {
                    return (point, curvature);
                }
            }
        }

        return null;
    }
}
