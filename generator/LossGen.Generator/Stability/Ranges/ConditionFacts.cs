using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Stability.Ranges;

/// <summary>What a condition says about the numbers in it.</summary>
internal static class ConditionFacts
{
    public static Narrowing Of(RangeAnalysis at, Expr condition, bool holds)
    {
        Narrowing facts = new(at);
        Collect(facts, condition, holds);
        return facts;
    }

    private static void Collect(Narrowing facts, Expr condition, bool holds)
    {
        switch (condition)
        {
            case Truth truth when truth.Value != holds:
                facts.Refute();
                break;
            case Variable variable:
                facts.Add(variable, Interval.Point(holds ? 1 : 0));
                break;
            case Call { Function: Not } not:
                Collect(facts, not[0], !holds);
                break;
            case Call { Function: And or Or } pair when pair.Function is And == holds:
                Collect(facts, pair[0], holds);
                Collect(facts, pair[1], holds);
                break;
            case Call { Function: And or Or } pair:
                // One of the two decides; if the other cannot, it is this one.
                if (IsKnown(facts.At.Of(pair[0]), !holds))
                {
                    Collect(facts, pair[1], holds);
                }
                else if (IsKnown(facts.At.Of(pair[1]), !holds))
                {
                    Collect(facts, pair[0], holds);
                }

                break;
            case Call { Function: IsFinite } isFinite when holds:
                double largest = facts.At.Numbers.Largest();
                facts.Add(isFinite[0], new(-largest, largest));
                break;
            case Call { Function: Comparison } comparison:
                Compare(facts, comparison, holds);
                break;
        }
    }

    private static bool IsKnown(Interval condition, bool value) => condition.IsPoint && (condition.Low != 0) == value;

    private static void Compare(Narrowing facts, Call comparison, bool holds)
    {
        (Expr left, Expr right) = (comparison[0], comparison[1]);
        switch (comparison.Function)
        {
            case LessThan:
                Order(facts, holds ? left : right, holds ? right : left, isStrict: holds, holds);
                break;
            case LessThanOrEqual:
                Order(facts, holds ? left : right, holds ? right : left, isStrict: !holds, holds);
                break;
            case GreaterThan:
                Order(facts, holds ? right : left, holds ? left : right, isStrict: holds, holds);
                break;
            case GreaterThanOrEqual:
                Order(facts, holds ? right : left, holds ? left : right, isStrict: !holds, holds);
                break;
            case Equal or NotEqual when comparison.Function is Equal == holds:
                Order(facts, left, right, isStrict: false, holds);
                Order(facts, right, left, isStrict: false, holds);
                break;
            case Equal or NotEqual:
                Differ(facts, left, right);
                Differ(facts, right, left);
                break;
        }
    }

    /// <summary>smaller &lt; larger, or ≤. A comparison that holds excludes NaN; one that fails may do so for NaN alone.</summary>
    private static void Order(Narrowing facts, Expr smaller, Expr larger, bool isStrict, bool holds)
    {
        bool excludesNaN = holds || facts.At.Numbers == Numbers.Real;
        bool isOrder = isStrict && !facts.At.IsClosed;
        Interval low = facts.At.Of(smaller);
        Interval high = facts.At.Of(larger);
        if (excludesNaN || !high.MayBeNaN)
        {
            double bound = isOrder ? facts.At.Numbers.Below(high.High) : high.High == 0 ? 0.0 : high.High;
            facts.Add(smaller, new(double.NegativeInfinity, high.IsEmpty ? double.NegativeInfinity : bound, !excludesNaN));
        }

        if (excludesNaN || !low.MayBeNaN)
        {
            double bound = isOrder ? facts.At.Numbers.Above(low.Low) : low.Low == 0 ? -0.0 : low.Low;
            facts.Add(larger, new(low.IsEmpty ? double.PositiveInfinity : bound, double.PositiveInfinity, !excludesNaN));
        }

        if ((excludesNaN || !(low.MayBeNaN || high.MayBeNaN)) && smaller is not Literal && larger is not Literal)
        {
            // ∞ − ∞ is NaN even where the order is known.
            facts.Add(new Call(Subtract.Instance, smaller, larger), new(double.NegativeInfinity, isOrder ? facts.At.Numbers.Below(0) : 0.0, MayBeNaN: true));
            facts.Add(new Call(Subtract.Instance, larger, smaller), new(isOrder ? facts.At.Numbers.Above(0) : -0.0, double.PositiveInfinity, MayBeNaN: true));
        }
    }

    /// <summary>A number that is not at the end of its interval lies inside. Between two numbers of the element type there is none.</summary>
    private static void Differ(Narrowing facts, Expr node, Expr other)
    {
        Interval point = facts.At.Of(other);
        Interval range = facts.At.Of(node);
        if (!point.IsPoint || point.MayBeNaN || facts.At.IsClosed || range.IsEmpty)
        {
            return;
        }

        double low = range.Low == point.Low ? facts.At.Numbers.Above(point.Low) : range.Low;
        double high = range.High == point.Low ? facts.At.Numbers.Below(point.Low) : range.High;
        facts.Add(node, new(low, high, MayBeNaN: true));
    }
}
