using System.Collections.Immutable;
using System.Linq;
using LossGen.Generator.Calculus;
using LossGen.Generator.Model;
using LossGen.Generator.Stability.Ranges;

namespace LossGen.Generator.Stability.Traits;

/// <summary>
/// What can be proven of a loss as a function of real numbers. Predictions and targets have their declared domains, or range over all
/// numbers; hyperparameters have theirs, or their default values.
/// </summary>
internal static class TraitAnalysis
{
    /// <summary>Bounds beyond it come of the number of columns that a row may have; they are none.</summary>
    private const double LargestBound = 1e8;

    /// <summary>Operations, written out, beyond which nothing is tried: the proofs take their time with every operand.</summary>
    private const int LargestFormula = 400;

    public static ProvenTraits Of(LossModel model)
    {
        ProvenTraits traits = Prove(model);
        return traits with
        {
            LipschitzBound = traits.LipschitzBound > LargestBound ? double.PositiveInfinity : traits.LipschitzBound,
            CurvatureBound = traits.CurvatureBound > LargestBound ? double.PositiveInfinity : traits.CurvatureBound,
            LowerBound = traits.LowerBound < -LargestBound ? double.NegativeInfinity : traits.LowerBound,
        };
    }

    private static ProvenTraits Prove(LossModel model)
    {
        if (model.Value.Root.Size > LargestFormula)
        {
            return ProvenTraits.None;
        }

        Expr value = Compose(model);
        InputDomains domains = InputDomains.Of(model, double.PositiveInfinity);
        RangeAnalysis ranges = RangeAnalysis.Create(domains, Numbers.Real);
        if (Smoothness.HasStoppedGradient(value) || !Predictions.Enter(value))
        {
            return ProvenTraits.None;
        }

        return Curve.Of(value, domains) is { } curve ? OfCurve(model, value, ranges, curve) : OfRows(model, value, ranges);
    }

    /// <summary>The loss of the raw scores, simplified, with the hyperparameters' defaults in it.</summary>
    private static Expr Compose(LossModel model)
    {
        ImmutableDictionary<Input, double> defaults = model.OfRole(InputRole.Hyperparameter)
            .Select(static parameter => (parameter.Input, Value: InputDomains.DefaultOf(parameter)))
            .Where(static parameter => parameter.Value is not null)
            .ToImmutableDictionary(static parameter => parameter.Input, static parameter => parameter.Value!.Value);
        Expr composed = Links.Apply(model.Value.Root, model.Parameters);
        Expr fixedValues = Substitution.ReplaceInputs(composed, node => node is Variable variable && defaults.TryGetValue(variable.Input, out double value)
            ? variable.IsCondition ? value != 0 ? Truth.True : Truth.False : new Literal(value)
            : null);
        return new ExprInterner().Intern(Rewriter.Stabilize(Simplification.Simplify(fixedValues)));
    }

    private static ProvenTraits OfCurve(LossModel model, Expr value, RangeAnalysis ranges, Curve curve)
    {
        Expr gradient = curve.Derivative(curve.Function);
        Expr hessian = curve.Derivative(gradient);
        Corners corners = Corners.Of(curve);
        bool isSmooth = corners.IsSmooth;
        double slope = curve.Slope.Magnitude().High;
        return new(
            Curvature.IsConvex(curve) || (Curvature.Of(value, ranges) & Bend.Convex) != 0,
            isSmooth,
            IsSymmetric(model, value, ranges),
            isSmooth && curve.Slope.IsPoint && IsConstant(hessian),
            corners.IsContinuous ? Scale(Extremum.HighestMagnitude(curve, gradient), slope) : double.PositiveInfinity,
            isSmooth ? Scale(System.Math.Max(0, Extremum.Highest(curve, hessian)), slope * slope) : double.PositiveInfinity,
            Extremum.Lowest(curve, curve.Function));
    }

    private static ProvenTraits OfRows(LossModel model, Expr value, RangeAnalysis ranges)
    {
        ExprInterner interner = new();
        bool isSmooth = Smoothness.Of(value, ranges);
        ImmutableArray<(Expr Gradient, Expr Hessian)> derivatives = [.. model.OfRole(InputRole.Prediction).Select(Differentiate)];
        Interval range = ranges.Of(value);
        return new(
            (Curvature.Of(value, ranges) & Bend.Convex) != 0,
            isSmooth,
            IsSymmetric(model, value, ranges),
            isSmooth && derivatives.All(static derivative => IsConstant(derivative.Hessian)),
            Smoothness.IsContinuous(value, ranges) ? derivatives.Max(derivative => Highest(ranges.Of(derivative.Gradient).Magnitude())) : double.PositiveInfinity,
            isSmooth ? System.Math.Max(0, derivatives.Max(derivative => Highest(ranges.Of(derivative.Hessian)))) : double.PositiveInfinity,
            range.MayBeNaN || range.IsEmpty ? double.NegativeInfinity : range.Low);

        (Expr Gradient, Expr Hessian) Differentiate(LossParameter prediction)
        {
            Expr gradient = Finish(Differentiation.Gradient(value, prediction.Input, interner));
            return (gradient, Finish(Differentiation.HessianDiagonal(gradient, prediction.Input, interner)));
        }

        Expr Finish(Expr expression) => interner.Intern(Rewriter.Stabilize(Simplification.Simplify(expression)));
    }

    private static double Highest(Interval range) => range.MayBeNaN || range.IsEmpty ? double.PositiveInfinity : range.High;

    private static double Scale(double bound, double slope) => bound == 0 || slope == 0 ? 0 : bound * slope;

    /// <summary>Whether nothing but hyperparameters and the number of columns enters.</summary>
    private static bool IsConstant(Expr expression) =>
        !ExprOrder.ChildrenFirst(expression, ExprChildren.Of).Any(static node => node is Read or Column or OtherColumn or Variable { Input.Role: not InputRole.Hyperparameter });

    /// <summary>Whether the loss stays the same with prediction and target exchanged.</summary>
    private static bool IsSymmetric(LossModel model, Expr value, RangeAnalysis ranges)
    {
        if (model.OfRole(InputRole.Prediction) is not [{ Link: LinkKind.Identity } prediction]
            || model.OfRole(InputRole.Target) is not [var target]
            || model.OfRole(InputRole.Label).Length > 0
            || prediction.IsRow != target.IsRow
            || prediction.Domain != target.Domain)
        {
            return false;
        }

        Expr exchanged = Substitution.ReplaceInputs(value, node => node switch
        {
            Variable variable when variable.Input == prediction.Input => new Variable(target.Input),
            Variable variable when variable.Input == target.Input => new Variable(prediction.Input),
            Read read when read.Row == prediction.Input => new Read(target.Input, read.Index),
            Read read when read.Row == target.Input => new Read(prediction.Input, read.Index),
            _ => null,
        });
        return NormalForm.AreEqual(value, exchanged, ranges.Of);
    }
}
