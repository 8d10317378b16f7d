using System;
using System.Collections.Generic;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Stability.Ranges;

/// <summary>
/// What becomes known of nodes when one of them is known to lie in an interval: by the inverse functions also of its arguments,
/// down to the variables. Rounding is allowed for: a rounded sum below a bound is an exact sum below the next number.
/// </summary>
internal sealed class Narrowing(RangeAnalysis at)
{
    private const int MostLevels = 8;

    /// <summary>What the exponential and the logarithm may be off, with what their inverses may be off here.</summary>
    private const int Units = 6;

    public RangeAnalysis At { get; } = at;

    public Dictionary<Expr, Interval> Facts { get; } = [];

    /// <summary>Whether the facts contradict each other.</summary>
    public bool IsImpossible { get; private set; }

    public static Narrowing Of(RangeAnalysis at, Expr node, Interval range)
    {
        Narrowing facts = new(at);
        facts.Add(node, range);
        return facts;
    }

    public void Add(Expr node, Interval range) => Add(node, range, MostLevels);

    public void Refute() => IsImpossible = true;

    private void Add(Expr node, Interval range, int levels)
    {
        Interval known = Known(node);
        Interval narrowed = known.Intersect(range);
        if (narrowed == known)
        {
            return;
        }

        IsImpossible |= narrowed.IsEmpty && !narrowed.MayBeNaN;
        if (IsImpossible || node is Literal)
        {
            return;
        }

        Facts[node] = narrowed;

        // Where the node may be NaN, its arguments may be anything.
        if (!narrowed.MayBeNaN && !narrowed.IsEmpty && levels > 0 && node is Call call)
        {
            Invert(call, narrowed, levels - 1);
        }
    }

    private Interval Known(Expr node) => Facts.TryGetValue(node, out Interval fact) ? fact : At.Of(node);

    private void Invert(Call call, Interval range, int levels)
    {
        ElementType type = At.Type;
        switch (call.Function)
        {
            case Negate:
                Add(call[0], range.Negate(), levels);
                break;
            case Abs:
                Add(call[0], Symmetric(range.High), levels);
                AddSide(call[0], range.Low, levels);
                break;
            case Square:
                double root = Math.Sqrt(Rounding.Up(Slack(range).High, type, Units));
                Add(call[0], Symmetric(Rounding.Up(root, type, Units)), levels);
                break;
            case Functions.Add:
                Interval sum = RoundingSlack(range);
                Add(call[0], sum.Subtract(Known(call[1]), type), levels);
                Add(call[1], sum.Subtract(Known(call[0]), type), levels);
                break;
            case Subtract:
                Interval difference = RoundingSlack(range);
                Add(call[0], difference.Add(Known(call[1]), type), levels);
                Add(call[1], Known(call[0]).Subtract(difference, type), levels);
                break;
            case Multiply:
                AddQuotient(call[0], range, Known(call[1]), levels);
                AddQuotient(call[1], range, Known(call[0]), levels);
                break;
            case Divide when IsFinite(Known(call[1])) && !Known(call[1]).Contains(0):
                Add(call[0], Slack(range).Multiply(Known(call[1]), type) with { MayBeNaN = false }, levels);
                break;
            case Exp:
                Add(call[0], new(range.Low > 0 ? Down(Math.Log(Down(range.Low))) : double.NegativeInfinity, Up(Math.Log(Up(range.High)))), levels);
                break;
            case Log:
                Add(call[0], new(Down(Math.Exp(Down(range.Low))), Up(Math.Exp(Up(range.High)))), levels);
                break;
            case Sqrt or NormRoot when range.High >= 0:
                Add(call[0], new(range.Low > 0 ? Down(Down(range.Low) * Down(range.Low)) : -0.0, Up(Up(range.High) * Up(range.High))), levels);
                break;
            case Relu:
                Add(call[0], new(range.Low > 0 ? range.Low : double.NegativeInfinity, range.High), levels);
                break;
            case Max:
                AddExtremum(call, range, levels);
                break;
            case Min:
                AddExtremum(call, range, levels);
                break;
        }
    }

    /// <summary>Both arguments of a maximum are at most it; the larger one is at least it, and which that is may be known.</summary>
    private void AddExtremum(Call call, Interval range, int levels)
    {
        for (int argument = 0; argument < 2; argument++)
        {
            Interval other = Known(call[1 - argument]);
            Add(
                call[argument],
                call.Function is Max
                    ? new(other.High < range.Low ? range.Low : double.NegativeInfinity, range.High)
                    : new(range.Low, other.Low > range.High ? range.High : double.PositiveInfinity),
                levels);
        }
    }

    private void AddQuotient(Expr factor, Interval product, Interval other, int levels)
    {
        if (!other.IsEmpty && !other.Contains(0) && IsFinite(other))
        {
            Add(factor, Slack(product).Divide(other, At.Type) with { MayBeNaN = false }, levels);
        }
    }

    /// <summary>A number whose magnitude has a lower bound, and whose sign may be known.</summary>
    private void AddSide(Expr node, double magnitude, int levels)
    {
        Interval known = Known(node);
        if (magnitude > 0 && known.Low > -magnitude)
        {
            Add(node, new(magnitude, double.PositiveInfinity), levels);
        }
        else if (magnitude > 0 && known.High < magnitude)
        {
            Add(node, new(double.NegativeInfinity, -magnitude), levels);
        }
    }

    private static bool IsFinite(Interval range) => !range.IsEmpty && !range.MayBeInfinite;

    private static Interval Symmetric(double magnitude) => new(-magnitude, magnitude);

    private double Down(double value) => -Up(-value);

    private double Up(double value) => Rounding.Up(value, At.Type, Units);

    /// <summary>The exact results that may round into the interval. A sum or difference is 0, or of a sign, only if it is so exactly.</summary>
    private Interval RoundingSlack(Interval range) => At.Numbers == Numbers.Real
        ? range
        : range with { Low = Rounding.Down(range.Low, At.Type, 1), High = Rounding.Up(range.High, At.Type, 1) };

    /// <summary>The exact products that may round into the interval: those of a small magnitude also to 0.</summary>
    private Interval Slack(Interval range)
    {
        if (At.Numbers == Numbers.Real)
        {
            return range;
        }

        double epsilon = Rounding.Epsilon(At.Type);
        return new(range.Low == 0 ? -epsilon : Rounding.Down(range.Low, At.Type, 1), range.High == 0 ? epsilon : Rounding.Up(range.High, At.Type, 1));
    }
}
