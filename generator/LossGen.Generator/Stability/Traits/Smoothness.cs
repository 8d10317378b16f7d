using System.Linq;
using LossGen.Generator.Calculus;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;
using LossGen.Generator.Stability.Ranges;

namespace LossGen.Generator.Stability.Traits;

/// <summary>Whether an expression is continuously differentiable in the predictions: of curves by their corners, of what is built from them by its operations.</summary>
internal static class Smoothness
{
    public static bool Of(Expr expression, RangeAnalysis at) => Of(expression, at, allowsCorners: false);

    /// <summary>Whether it is continuous, with slopes that are bounded wherever the predictions are.</summary>
    public static bool IsContinuous(Expr expression, RangeAnalysis at) => Of(expression, at, allowsCorners: true);

    private static bool Of(Expr expression, RangeAnalysis at, bool allowsCorners)
    {
        if (!Predictions.Enter(expression) || Predictions.IsReading(expression))
        {
            return expression is not Read read || !Predictions.Enter(read.Index);
        }

        if (Curve.Of(expression, at.Domains) is { } curve)
        {
            Corners corners = Corners.Of(curve);
            return allowsCorners ? corners.IsContinuous : corners.IsSmooth;
        }

        return expression switch
        {
            Reduce { Kind: ReductionKind.Max or ReductionKind.Min } when !allowsCorners => false,
            Reduce reduce => Of(reduce.Body, at, allowsCorners),
            SumOverOthers sum => Of(sum.Body, at, allowsCorners),
            Select select => !Predictions.Enter(select.Condition) && Of(select.WhenTrue, at, allowsCorners) && Of(select.WhenFalse, at, allowsCorners),
            Call call => call.Arguments.Items.All(argument => Of(argument, at, allowsCorners)) && OfFunction(call, at, allowsCorners),
            _ => false,
        };
    }

    private static bool OfFunction(Call call, RangeAnalysis at, bool allowsCorners) => call.Function switch
    {
        Floor or Ceiling or Round or Truncate or Sign or Remainder => false,
        Abs or Relu or Max or Min or Clamp => allowsCorners,
        NormRoot => allowsCorners || at.Of(call[0]).Low > 0,
        Hypot => allowsCorners || !(at.Of(call[0]).Contains(0) && at.Of(call[1]).Contains(0)),
        _ => Corners.HasBoundedSlopes(at, call),
    };

    /// <summary>Whether the formula hides a part of itself from the derivative.</summary>
    public static bool HasStoppedGradient(Expr expression) => ExprOrder.ChildrenFirst(expression, ExprChildren.Of)
        .Any(static node => node is Call { Function: StopGradient } stopped && Predictions.Enter(stopped[0]));
}
