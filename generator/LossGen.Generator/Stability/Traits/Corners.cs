using System;
using System.Collections.Immutable;
using System.Linq;
using LossGen.Generator.Calculus;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;
using LossGen.Generator.Stability.Ranges;

namespace LossGen.Generator.Stability.Traits;

/// <summary>
/// Where a curve is not smooth. At a corner its slope jumps by the slope jump of the function that has the corner, times the derivative of
/// the whole by that function's value: |r| turns up, −|r| down, and r·|r| neither, since that derivative is 0 there.
/// </summary>
/// <param name="IsContinuous">No jump of the value, no pole and no infinite slope is possible.</param>
/// <param name="MayTurnUp">A corner at which the slope increases is possible.</param>
/// <param name="MayTurnDown">A corner at which the slope decreases is possible.</param>
internal sealed record Corners(bool IsContinuous, bool MayTurnUp, bool MayTurnDown)
{
    private static readonly Corners Smooth = new(true, false, false);

    private static readonly Corners Broken = new(false, true, true);

    /// <summary>The catalogue's functions have their poles and infinite slopes within this distance of 0, or repeat there.</summary>
    private const double Near = 100;

    public bool IsSmooth => IsContinuous && !MayTurnUp && !MayTurnDown;

    public static Corners Of(Curve curve) => Of(curve, RangeAnalysis.Create(curve.Domains, Numbers.Real, isClosed: true), curve.Function);

    private static Corners Of(Curve curve, RangeAnalysis at, Expr node)
    {
        if (!Predictions.Enter(node))
        {
            return Smooth;
        }

        return node switch
        {
            Select select => OfChoice(curve, at, select),
            Call call => call.Arguments.Items.Aggregate(OfCall(curve, at, call), (corners, argument) => corners.And(corners.IsContinuous ? Of(curve, at, argument) : Broken)),
            Reduce or SumOverOthers or Read => Broken,
            _ => Smooth,
        };
    }

    private Corners And(Corners other) => new(IsContinuous && other.IsContinuous, MayTurnUp || other.MayTurnUp, MayTurnDown || other.MayTurnDown);

    private static Corners OfCall(Curve curve, RangeAnalysis at, Call call) => call.Function switch
    {
        Add or Subtract or Multiply or Negate or Square or Cube => Smooth,
        Floor or Ceiling or Round or Truncate or Sign or Remainder or StopGradient => Broken,
        Abs or Relu => OfKink(curve, at, call, call[0], Build.Zero, isUp: true),
        Max => OfKink(curve, at, call, call[0], call[1], isUp: true),
        Min => OfKink(curve, at, call, call[0], call[1], isUp: false),
        Clamp => OfKink(curve, at, call, call[0], call[1], isUp: true).And(OfKink(curve, at, call, Functions.Max.Of(call[0], call[1]), call[2], isUp: false)),
        Hypot when at.Of(call[0]).Contains(0) && at.Of(call[1]).Contains(0) => OfKink(curve, at, call, call[0], Build.Zero, isUp: true),
        _ => HasBoundedSlopes(at, call) ? Smooth : Broken,
    };

    /// <summary>A corner of a function where two numbers are equal.</summary>
    private static Corners OfKink(Curve curve, RangeAnalysis at, Expr node, Expr left, Expr right, bool isUp)
    {
        if (at.Where(new Call(Equal.Instance, left, right)) is not { } there || !there.Of(new Call(Subtract.Instance, left, right)).Contains(0))
        {
            return Smooth;
        }

        return OfJump(there.Of(Adjoint(curve, node)), isUp ? Interval.Point(1) : Interval.Point(-1));
    }

    private static Corners OfJump(Interval adjoint, Interval jump)
    {
        Interval product = adjoint.Multiply(jump, ElementType.Double);
        return adjoint.IsEmpty && !adjoint.MayBeNaN ? Smooth : adjoint.MayBeNaN ? Broken : new(true, product.High > 0, product.Low < 0);
    }

    /// <summary>The derivative of the whole by the value of one of its nodes.</summary>
    private static Expr Adjoint(Curve curve, Expr node)
    {
        Variable value = new(new Input(InputRole.Prediction, -2, "s"));
        ExprInterner interner = new();
        Expr whole = Substitution.Rebuild(curve.Function, candidate => candidate.Equals(node) ? value : null);
        Expr adjoint = Simplification.Simplify(Differentiation.Gradient(whole, value.Input, interner));
        return interner.Intern(Substitution.Rebuild(adjoint, candidate => candidate.Equals(value) ? node : null));
    }

    /// <summary>
    /// Whether a function's partial derivatives are bounded on any bounded part of its arguments' intervals. A function that has corners
    /// or jumps of its own is dealt with elsewhere; all others are analytic where that holds, or, as powers are, have a continuous slope.
    /// </summary>
    public static bool HasBoundedSlopes(RangeAnalysis at, Call call)
    {
        InputDomains domains = at.Domains;
        ImmutableArray<Variable> arguments = [.. call.Arguments.Items.Select(static (_, position) => new Variable(new Input(InputRole.Target, -3 - position, "u")))];
        foreach ((Variable argument, Expr value) in arguments.Zip(call.Arguments.Items, static (argument, value) => (argument, value)))
        {
            Interval range = at.Of(value);
            if (range.MayBeNaN)
            {
                return false;
            }

            domains = domains.With(argument.Input, range.IsEmpty ? range : new(Clip(range.Low), Clip(range.High)));
        }

        RangeAnalysis local = RangeAnalysis.Create(domains, Numbers.Real, isClosed: true);
        Call function = new(call.Function, new EquatableArray<Expr>([.. arguments]));
        return !local.Of(function).MayBeNaN && !local.Of(function).MayBeInfinite && Enumerable.Range(0, arguments.Length)
            .Where(position => Predictions.Enter(call[position]))
            .Select(position => local.Of(call.Function.Derivative(function, position)))
            .All(static slope => !slope.MayBeNaN && !slope.MayBeInfinite);
    }

    private static double Clip(double bound) => Math.Max(-Near, Math.Min(Near, bound));

    private static Corners OfChoice(Curve curve, RangeAnalysis at, Select select)
    {
        Interval condition = at.Of(select.Condition);
        Corners corners = Predictions.Enter(select.Condition) && !condition.IsPoint
            ? OfCondition(curve, at, select, select.Condition, isPositive: true)
            : Smooth;
        if (condition.High > 0 && at.Where(select.Condition) is { } whenTrue)
        {
            corners = corners.And(Of(curve, whenTrue, select.WhenTrue));
        }

        return condition.Low < 1 && at.Where(select.Condition, holds: false) is { } whenFalse
            ? corners.And(Of(curve, whenFalse, select.WhenFalse))
            : corners;
    }

    /// <summary>The corners where the comparisons in a condition change.</summary>
    private static Corners OfCondition(Curve curve, RangeAnalysis at, Select select, Expr condition, bool isPositive) => condition switch
    {
        _ when !Predictions.Enter(condition) => Smooth,
        Call { Function: Functions.And or Or } pair => OfCondition(curve, at, select, pair[0], isPositive).And(OfCondition(curve, at, select, pair[1], isPositive)),
        Call { Function: Not } not => OfCondition(curve, at, select, not[0], !isPositive),
        Call { Function: LessThan or LessThanOrEqual } less => OfComparison(curve, at, select, less[0], less[1], isPositive),
        Call { Function: GreaterThan or GreaterThanOrEqual } greater => OfComparison(curve, at, select, greater[1], greater[0], isPositive),
        Call { Function: Equal or NotEqual } equal => OfComparison(curve, at, select, equal[0], equal[1], isPositive),
        _ => Broken,
    };

    /// <summary>The corner where <c>low &lt; high</c> begins to fail, and with it one branch ends and the other begins.</summary>
    private static Corners OfComparison(Curve curve, RangeAnalysis at, Select select, Expr low, Expr high, bool isPositive)
    {
        if (at.Where(new Call(Equal.Instance, low, high)) is not { } there)
        {
            return Smooth;
        }

        if (Boundary.Solve(low, high, curve.Argument) is not { } points)
        {
            return Broken;
        }

        (Expr before, Expr after) = isPositive ? (select.WhenTrue, select.WhenFalse) : (select.WhenFalse, select.WhenTrue);
        Expr slopeBefore = curve.Derivative(before);
        Expr slopeAfter = curve.Derivative(after);
        Expr crossing = curve.Derivative(low - high);
        Corners corners = Smooth;
        foreach (Expr point in points)
        {
            if (!NormalForm.AreEqual(At(before), At(after), at.Of))
            {
                return Broken;
            }

            if (!NormalForm.AreEqual(At(slopeBefore), At(slopeAfter), at.Of))
            {
                Interval jump = at.Of(At(crossing)).Multiply(at.Of(At(slopeAfter)).Subtract(at.Of(At(slopeBefore)), ElementType.Double), ElementType.Double);
                corners = corners.And(jump.MayBeNaN ? Broken : OfJump(there.Of(Adjoint(curve, select)), jump));
            }

            Expr At(Expr expression) => Substitution.Rebuild(expression, node => node.Equals(curve.Argument) ? point : null);
        }

        return corners;
    }
}
