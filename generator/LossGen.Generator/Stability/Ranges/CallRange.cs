using System.Collections.Immutable;
using System.Linq;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Stability.Ranges;

/// <summary>The intervals of calls: by the function's own rule, and by what is known of its arguments' relation to each other.</summary>
internal static class CallRange
{
    /// <summary>A magnitude beyond the arguments at which functions have poles, or at which their poles repeat.</summary>
    private const double Far = 1e100;

    public static Interval Of(RangeAnalysis at, Call call)
    {
        ImmutableArray<Interval> arguments = [.. call.Arguments.Items.Select(at.Of)];
        if (at.Numbers == Numbers.Real && call.Function is Atan2 && arguments[0].Contains(0) && arguments[1].Low <= 0)
        {
            // The angle jumps by 2π at the negative axis, on which side of it the sign of zero says; real numbers do not have it.
            return new(-4, 4, arguments[0].MayBeNaN || arguments[1].MayBeNaN);
        }

        if (at.IsClosed && OfJump(call, arguments) is { } between)
        {
            return between;
        }

        Interval range = call.Function.Range(arguments, at.Type);
        if (at.Numbers == Numbers.Real && range.MayBeNaN)
        {
            range = range with { MayBeNaN = IsUndefined(at, call, arguments) };
        }

        return Relations.Of(at, call, range) is { } narrower ? range.Intersect(narrower) : range;
    }

    /// <summary>An unbounded real number is not infinite: ∞ − ∞ and 0·∞ do not occur.</summary>
    private static bool IsUndefined(RangeAnalysis at, Call call, ImmutableArray<Interval> arguments) =>
        call.Function.Range([.. arguments.Select(Clip)], at.Type).MayBeNaN;

    private static Interval Clip(Interval range) => range.IsEmpty || !range.MayBeInfinite
        ? range
        : range with { Low = System.Math.Max(-Far, System.Math.Min(Far, range.Low)), High = System.Math.Max(-Far, System.Math.Min(Far, range.High)) };

    /// <summary>A jump with all that lies between its sides.</summary>
    private static Interval? OfJump(Call call, ImmutableArray<Interval> arguments) => call.Function switch
    {
        Comparison when arguments[0].Low <= arguments[1].High && arguments[1].Low <= arguments[0].High => new(0, 1),
        Sign when arguments[0].Contains(0) => new(-1, 1),
        Floor or Ceiling or Round or Truncate => arguments[0] with { Low = arguments[0].Low - 1, High = arguments[0].High + 1 },
        _ => null,
    };
}
