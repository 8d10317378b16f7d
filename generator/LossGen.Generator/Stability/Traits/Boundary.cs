using System.Collections.Immutable;
using System.Linq;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Stability.Traits;

/// <summary>Where a comparison changes: the arguments of a curve at which both sides are equal.</summary>
internal static class Boundary
{
    /// <summary>All solutions of <c>left = right</c>, as expressions without the argument; null if they are not found.</summary>
    public static ImmutableArray<Expr>? Solve(Expr left, Expr right, Variable argument) => (Predictions.Enter(left), Predictions.Enter(right)) switch
    {
        (true, false) => Invert(left, right, argument),
        (false, true) => Invert(right, left, argument),
        _ => null,
    };

    private static ImmutableArray<Expr>? Invert(Expr side, Expr value, Variable argument)
    {
        if (side.Equals(argument))
        {
            return [value];
        }

        return side is not Call call ? null : call.Function switch
        {
            Negate => Invert(call[0], -value, argument),
            Abs => Either(call[0], value),
            Square => Either(call[0], Sqrt.Of(value)),
            Add when !Predictions.Enter(call[1]) => Invert(call[0], value - call[1], argument),
            Add when !Predictions.Enter(call[0]) => Invert(call[1], value - call[0], argument),
            Subtract when !Predictions.Enter(call[1]) => Invert(call[0], value + call[1], argument),
            Subtract when !Predictions.Enter(call[0]) => Invert(call[1], call[0] - value, argument),
            Multiply when call[0] is Literal { Value: not 0 } => Invert(call[1], value / call[0], argument),
            Multiply when call[1] is Literal { Value: not 0 } => Invert(call[0], value / call[1], argument),
            Divide when !Predictions.Enter(call[1]) => Invert(call[0], value * call[1], argument),
            _ => null,
        };

        ImmutableArray<Expr>? Either(Expr inner, Expr magnitude) =>
            Invert(inner, magnitude, argument) is { } positive && Invert(inner, -magnitude, argument) is { } negative
                ? [.. positive.Concat(negative).Distinct()]
                : null;
    }
}
