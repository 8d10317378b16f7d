using System;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;
using LossGen.Generator.Stability.Ranges;

namespace LossGen.Generator.Stability.Traits;

/// <summary>How an expression bends as a function of all predictions together.</summary>
[Flags]
internal enum Bend
{
    /// <summary>Nothing is known.</summary>
    Unknown = 0,

    /// <summary>Convex.</summary>
    Convex = 1,

    /// <summary>Concave.</summary>
    Concave = 2,

    /// <summary>Affine.</summary>
    Affine = Convex | Concave,
}

/// <summary>
/// Convexity. Of a curve by the sign of its second derivative and the direction of its corners; of what is built from curves by the
/// rules of composition (M. Grant, S. Boyd and Y. Ye, Disciplined Convex Programming, 2006).
/// </summary>
internal static class Curvature
{
    /// <summary>How far a corner of the domain is moved inside, where a logarithm may have its pole.</summary>
    private const double Inside = 1e-100;

    public static Bend Of(Expr expression, RangeAnalysis at)
    {
        if (!Predictions.Enter(expression) || Predictions.IsReading(expression))
        {
            return expression is Read read && Predictions.Enter(read.Index) ? Bend.Unknown : Bend.Affine;
        }

        Bend composed = Compose(expression, at);
        return composed == Bend.Unknown && Curve.Of(expression, at.Domains) is { } curve ? OfCurve(curve) : composed;
    }

    /// <summary>Whether the curve is convex.</summary>
    public static bool IsConvex(Curve curve) => (OfCurve(curve, Bend.Convex) & Bend.Convex) != 0;

    /// <summary>A continuous curve is convex if its second derivative is not negative and no corner turns down.</summary>
    private static Bend OfCurve(Curve curve, Bend wanted = Bend.Affine)
    {
        Corners corners = Corners.Of(curve with { Domains = curve.Domains.With(curve.Argument.Input, Interior(curve.Domain)) });
        if (!corners.IsContinuous)
        {
            return Bend.Unknown;
        }

        Expr second = curve.Derivative(curve.Derivative(curve.Function));
        bool isConvex = !corners.MayTurnDown && Extremum.Lowest(curve, second, enough: 0) >= 0;
        bool isConcave = wanted == Bend.Affine && !corners.MayTurnUp && (!isConvex || second.IsZero()) && Extremum.Lowest(curve, -second, enough: 0) >= 0;
        return (isConvex ? Bend.Convex : 0) | (isConcave ? Bend.Concave : 0);
    }

    /// <summary>What is convex inside of an interval, with infinite values or slopes at its ends, is convex on it.</summary>
    private static Interval Interior(Interval domain) => domain.IsPoint || domain.IsEmpty
        ? domain
        : domain with
        {
            Low = double.IsInfinity(domain.Low) ? domain.Low : domain.Low == 0 ? Inside : Rounding.Next(domain.Low, ElementType.Double),
            High = double.IsInfinity(domain.High) ? domain.High : domain.High == 0 ? -Inside : -Rounding.Next(-domain.High, ElementType.Double),
        };

    private static Bend Compose(Expr expression, RangeAnalysis at) => expression switch
    {
        Select select when !Predictions.Enter(select.Condition) =>
            (at.Where(select.Condition) is { } holds ? Of(select.WhenTrue, holds) : Bend.Affine)
            & (at.Where(select.Condition, holds: false) is { } fails ? Of(select.WhenFalse, fails) : Bend.Affine),
        Reduce { Kind: ReductionKind.Sum } sum => Of(sum.Body, at),
        SumOverOthers sum => Of(sum.Body, at),
        Reduce { Kind: ReductionKind.Max or ReductionKind.LogSumExp } convex => Of(convex.Body, at) & Bend.Convex,
        Reduce { Kind: ReductionKind.Min } concave => Of(concave.Body, at) & Bend.Concave,
        Call call => ComposeCall(call, at),
        _ => Bend.Unknown,
    };

    private static Bend ComposeCall(Call call, RangeAnalysis at) => call.Function switch
    {
        Add => Of(call[0], at) & Of(call[1], at),
        Subtract => Of(call[0], at) & Turn(Of(call[1], at)),
        Negate => Turn(Of(call[0], at)),
        Multiply when !Predictions.Enter(call[0]) => Scale(Of(call[1], at), at.Of(call[0])),
        Multiply when !Predictions.Enter(call[1]) => Scale(Of(call[0], at), at.Of(call[1])),
        Divide when !Predictions.Enter(call[1]) => Scale(Of(call[0], at), Interval.Point(1).Divide(at.Of(call[1]), ElementType.Double)),
        Max or LogAddExp => Of(call[0], at) & Of(call[1], at) & Bend.Convex,
        Min => Of(call[0], at) & Of(call[1], at) & Bend.Concave,
        NormRoot or Sqrt when call[0] is Reduce { Kind: ReductionKind.Sum, Body: Call { Function: Square } square } && Of(square[0], at) == Bend.Affine => Bend.Convex,
        Hypot when Of(call[0], at) == Bend.Affine && Of(call[1], at) == Bend.Affine => Bend.Convex,
        _ when call.Arguments.Count == 1 => ComposeUnary(call, at),
        _ => Bend.Unknown,
    };

    /// <summary>A convex function that increases, of a convex function, is convex; and so on for the other signs.</summary>
    private static Bend ComposeUnary(Call call, RangeAnalysis at)
    {
        Bend inner = Of(call[0], at);
        if (inner == Bend.Unknown)
        {
            return Bend.Unknown;
        }

        Variable argument = new(new Input(InputRole.Prediction, -1, "t"));
        Interval range = at.Of(call[0]);
        if (range.MayBeNaN || range.IsEmpty)
        {
            return Bend.Unknown;
        }

        Curve outer = new(new Call(call.Function, argument), argument, Interval.Point(1), at.Domains.With(argument.Input, range));
        Bend bend = OfCurve(outer);
        Expr slope = outer.Derivative(outer.Function);
        bool increases = bend != Bend.Unknown && (inner == Bend.Affine || Extremum.Lowest(outer, slope, enough: 0) >= 0);
        bool decreases = bend != Bend.Unknown && (inner == Bend.Affine || Extremum.Lowest(outer, -slope, enough: 0) >= 0);
        return (increases ? bend & inner : 0) | (decreases ? bend & Turn(inner) : 0);
    }

    private static Bend Turn(Bend bend) => bend switch
    {
        Bend.Convex => Bend.Concave,
        Bend.Concave => Bend.Convex,
        _ => bend,
    };

    private static Bend Scale(Bend bend, Interval factor) =>
        factor.MayBeNaN || factor.IsEmpty ? Bend.Unknown
        : factor.Low >= 0 ? bend
        : factor.High <= 0 ? Turn(bend)
        : bend == Bend.Affine ? bend
        : Bend.Unknown;
}
