using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Stability.Rewrites;

/// <summary>√(x² + y²) and √(x² + 1) are hypotenuses: no overflow of the squares, and a second derivative, y²/h³, that does not cancel.</summary>
internal static class HypotenuseRewrites
{
    public static Expr? Apply(Expr expression) =>
        expression is Call { Function: Sqrt } root && root[0] is Call { Function: Add } sum && Leg(sum[0]) is { } first && Leg(sum[1]) is { } second
            ? Hypot.Of(first, second)
            : null;

    private static Expr? Leg(Expr square) => square switch
    {
        Call { Function: Square } call => call[0],
        Literal { Value: 1 } => square,
        _ => null,
    };
}
