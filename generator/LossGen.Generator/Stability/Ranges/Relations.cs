using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Stability.Ranges;

/// <summary>What follows from arguments being equal, or one being part of the other, which intervals alone cannot know.</summary>
internal static class Relations
{
    private static readonly Interval NonNegative = new(-0.0, double.PositiveInfinity, MayBeNaN: true);

    private static readonly Interval NonPositive = new(double.NegativeInfinity, 0.0, MayBeNaN: true);

    /// <summary>A bound for the call, beside that of its function; null if nothing is known.</summary>
    public static Interval? Of(RangeAnalysis at, Call call, Interval range) => call.Function switch
    {
        Subtract => OfDifference(at, call[0], call[1]),
        Add => OfSum(call[0], call[1]),
        Multiply => OfProduct(at, call) ?? OfDecay(at, call, range),
        Divide => OfQuotient(at, call, range) ?? OfDecay(at, call, range),
        SoftMaxWeight => new(0, 1, MayBeNaN: true),
        Hypot when at.Numbers == Numbers.Real => OfHypotenuse(at.Of(call[0]).Magnitude(), at.Of(call[1]).Magnitude()),
        _ => null,
    };

    /// <summary>The hypotenuse is not shorter than a leg.</summary>
    private static Interval? OfHypotenuse(Interval first, Interval second) =>
        first.IsEmpty || second.IsEmpty ? null : new Interval(IntervalArithmetic.Larger(first.Low, second.Low), double.PositiveInfinity, MayBeNaN: true);

    private static Interval? OfDecay(RangeAnalysis at, Call call, Interval range) =>
        at.Numbers == Numbers.Real && range.MayBeInfinite ? Decay.Of(at, call) : null;

    private static Interval? OfDifference(RangeAnalysis at, Expr left, Expr right)
    {
        if (left.Equals(right))
        {
            Interval operand = at.Of(left);
            return new(0, 0, operand.MayBeNaN || (at.Numbers != Numbers.Real && operand.MayBeInfinite));
        }

        return IsAtMost(at, left, right) ? NonPositive : IsAtMost(at, right, left) ? NonNegative : null;
    }

    /// <summary>|x| + x and x + max(−x, …) are not negative.</summary>
    private static Interval? OfSum(Expr left, Expr right) => IsMagnitudeOf(left, right) || IsMagnitudeOf(right, left) ? NonNegative : null;

    private static bool IsMagnitudeOf(Expr magnitude, Expr number) => magnitude is Call { Function: Abs } abs && abs[0].Equals(number);

    /// <summary>Whether the first is at most the second by its form, after rounding, too.</summary>
    private static bool IsAtMost(RangeAnalysis at, Expr smaller, Expr larger) => (smaller, larger) switch
    {
        (_, Call { Function: Abs or Relu } above) when above[0].Equals(smaller) => true,
        (_, Call { Function: Max } above) when above[0].Equals(smaller) || above[1].Equals(smaller) => true,
        (Call { Function: Min } below, _) when below[0].Equals(larger) || below[1].Equals(larger) => true,
        (_, Call { Function: Softplus } above) when at.Numbers == Numbers.Real && above[0].Equals(smaller) => true,
        (_, Reduce { Kind: ReductionKind.Max or ReductionKind.LogSumExp } above) when IsElementOf(smaller, above.Body) => true,
        (Reduce { Kind: ReductionKind.Min } below, _) when IsElementOf(larger, below.Body) => true,
        (Reduce { Kind: ReductionKind.Max } maximum, Reduce { Kind: ReductionKind.LogSumExp } sum) => maximum.Body.Equals(sum.Body),
        _ => false,
    };

    /// <summary>Whether a number is the body of a reduction, at its own column or at a fixed one.</summary>
    private static bool IsElementOf(Expr number, Expr body) => number.Equals(body)
        || (number is Read element && body is Read { Index: Column } row && row.Row == element.Row);

    /// <summary>A number times itself is not negative, times its negative not positive; σ(x)·σ(−x) is at most ¼.</summary>
    private static Interval? OfProduct(RangeAnalysis at, Call product)
    {
        (Expr left, Expr right) = (product[0], product[1]);
        if (left.Equals(right))
        {
            Interval factor = at.Of(left);
            return factor.Square(at.Type) with { MayBeNaN = factor.MayBeNaN };
        }

        if (IsNegativeOf(left, right) || IsNegativeOf(right, left))
        {
            return NonPositive;
        }

        bool isLogisticSlope = left is Call { Function: Sigmoid } rising && right is Call { Function: Sigmoid } falling
            && (IsNegativeOf(rising[0], falling[0]) || IsNegativeOf(falling[0], rising[0]));
        return isLogisticSlope ? new Interval(0, at.Numbers == Numbers.Real ? 0.25 : 0.2501, MayBeNaN: true) : null;
    }

    private static bool IsNegativeOf(Expr negative, Expr number) => negative is Call { Function: Negate } negate && negate[0].Equals(number);

    private static Interval? OfQuotient(RangeAnalysis at, Call quotient, Interval range)
    {
        (Expr dividend, Expr divisor) = (quotient[0], quotient[1]);
        return dividend.Equals(divisor) ? new Interval(1, 1, range.MayBeNaN)
            : divisor is ColumnCount && dividend is Reduce { Kind: ReductionKind.Sum } sum ? ReductionRange.OfMean(at, sum.Body)
            : divisor is Call { Function: Add } total && (IsPart(at, dividend, total[0], total[1]) || IsPart(at, dividend, total[1], total[0])) ? new Interval(0, 1, MayBeNaN: true)
            : IsCosine(dividend, divisor) ? Cosine(at)
            : null;
    }

    /// <summary>a/(a + b) of numbers that are not negative.</summary>
    private static bool IsPart(RangeAnalysis at, Expr part, Expr same, Expr other) => part.Equals(same) && at.Of(part).Low >= 0 && at.Of(other).Low >= 0;

    /// <summary>Σ a·b ÷ (‖a‖·‖b‖), at most 1 by Cauchy and Schwarz, but for rounding.</summary>
    private static bool IsCosine(Expr dividend, Expr divisor) =>
        dividend is Reduce { Kind: ReductionKind.Sum, Body: Call { Function: Multiply } product }
        && divisor is Call { Function: Multiply } norms
        && ((IsNormOf(norms[0], product[0]) && IsNormOf(norms[1], product[1])) || (IsNormOf(norms[0], product[1]) && IsNormOf(norms[1], product[0])));

    private static bool IsNormOf(Expr norm, Expr row) =>
        norm is Call { Function: NormRoot or Sqrt } root && root[0] is Reduce { Kind: ReductionKind.Sum, Body: Call { Function: Square } square } && square[0].Equals(row);

    /// <summary>Squares that underflow leave a norm too small: where all are so, the quotient is anything.</summary>
    private static Interval? Cosine(RangeAnalysis at) => at.Numbers == Numbers.Real ? new Interval(-1, 1, MayBeNaN: true) : null;
}
