using System;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Stability.Ranges;

/// <summary>The intervals of reductions over a number of columns that is not known.</summary>
internal static class ReductionRange
{
    /// <summary>How well the numbers of a distribution add up to 1 in floating point, the callers' own rounding included.</summary>
    private static readonly Interval NearOne = new(0.99, 1.01);

    public static Interval Of(RangeAnalysis at, Reduce reduce)
    {
        Interval body = at.Of(reduce.Body);
        if (body.IsEmpty)
        {
            return body;
        }

        return reduce.Kind switch
        {
            ReductionKind.Sum => OfSum(at, reduce.Body),
            ReductionKind.Product => OfProduct(body),
            ReductionKind.LogSumExp => OfLogSumExp(at, body),
            _ => body,
        };
    }

    /// <summary>The mean Σ x/n: it lies among the terms, in floating point up to the rounding of the sum.</summary>
    public static Interval OfMean(RangeAnalysis at, Expr term)
    {
        const double Slack = 1.0 / 1024;
        Interval range = at.Of(term);
        return range.IsEmpty || at.Numbers == Numbers.Real
            ? range
            : new Interval(range.Low - (Slack * Math.Abs(range.Low)), range.High + (Slack * Math.Abs(range.High)), range.MayBeNaN).RoundOutward(at.Type);
    }

    /// <summary>The sum of as many terms as there are columns.</summary>
    public static Interval OfSum(RangeAnalysis at, Expr term)
    {
        Interval range = at.Of(term);
        if (range.IsEmpty)
        {
            return range;
        }

        if (IsDistribution(at, term))
        {
            return at.Numbers == Numbers.Real ? Interval.Point(1) : NearOne;
        }

        double most = at.Domains.Columns.High;
        double fewest = at.Numbers == Numbers.Real ? at.Domains.Columns.Low : 1;
        Interval sum = new Interval(range.Low * (range.Low < 0 ? most : fewest), range.High * (range.High > 0 ? most : fewest), range.MayBeNaN).RoundOutward(at.Type);

        // An accumulator starts at +0, and 0 + −0 is 0.
        sum = sum with { High = sum.High == 0 ? 0.0 : sum.High };
        if (HasTermOfMaximum(term))
        {
            sum = sum.Within(1, double.PositiveInfinity);
        }

        bool maySpread = at.Numbers != Numbers.Real && double.IsNegativeInfinity(sum.Low) && double.IsPositiveInfinity(sum.High);
        return sum with { MayBeNaN = sum.MayBeNaN || maySpread };
    }

    /// <summary>The elements of a simplex; softmax weights only as real numbers, since scores of 1e30 have no digits left for a logarithm.</summary>
    private static bool IsDistribution(RangeAnalysis at, Expr term) => term switch
    {
        Read { Index: Column } read => at.Domains.IsSimplex(read.Row),
        Call { Function: SoftMaxWeight } weight => at.Numbers == Numbers.Real && weight[1] is Reduce { Kind: ReductionKind.LogSumExp } sum && sum.Body.Equals(weight[0]),
        _ => false,
    };

    /// <summary>Σ e^(z − max z): the column of the maximum contributes e⁰ = 1.</summary>
    private static bool HasTermOfMaximum(Expr term) =>
        term is Call { Function: Exp or Exp2 or ExpOfNonPositive } exp && exp[0] is Call { Function: Subtract } shifted && IsMaximumOf(shifted[1], shifted[0]);

    private static bool IsMaximumOf(Expr maximum, Expr body) => maximum is Reduce { Kind: ReductionKind.Max } reduce && reduce.Body.Equals(body);

    private static Interval OfProduct(Interval factor)
    {
        double zero = IntervalArithmetic.IsNegative(factor.Low) ? -0.0 : 0.0;
        return factor switch
        {
            { Low: >= 0, High: <= 1 } => new(zero, factor.High, factor.MayBeNaN),
            { Low: >= 1 } => factor with { High = double.PositiveInfinity },
            { Low: >= 0 } => new(zero, double.PositiveInfinity, true),
            { Low: >= -1, High: <= 1 } => new(-1, 1, factor.MayBeNaN),
            _ => Interval.All,
        };
    }

    /// <summary>max ≤ log Σ eˣ ≤ max + log n.</summary>
    private static Interval OfLogSumExp(RangeAnalysis at, Interval score)
    {
        Interval count = new Interval(0, Math.Log(at.Domains.Columns.High)).RoundOutward(at.Type);
        double high = Rounding.Up(score.High + count.High, at.Type, 8);
        bool mayBeNaN = score.MayBeNaN || (at.Numbers != Numbers.Real && double.IsPositiveInfinity(score.High));
        return new(Rounding.Down(score.Low, at.Type, 8), high, mayBeNaN);
    }
}
