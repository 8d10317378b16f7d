using LossGen.Generator.Calculus;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering;

/// <summary>
/// Gradients of rates, eˣ − y, 1 − y·e⁻ˣ or e^(a·x) − y·e^(a·x − x), which pass through 0 where the prediction is right: there they take a function that knows
/// more digits of the exponential than its rounding left.
/// </summary>
internal static class NeighbouringExponentials
{
    public static Expr Mark(Expr expression) => Substitution.Rebuild(expression, static node => node is Call { Function: Subtract } difference ? OfDifference(difference) : null);

    /// <summary>A number as it is given: one that has been computed is no more exact than the exponential.</summary>
    public static bool IsNumber(Expr expression) => expression is Variable or Read;

    private static Expr? OfDifference(Call difference)
    {
        if (Scaled.Of(difference[0]) is not { } left || Scaled.Of(difference[1]) is not { } right)
        {
            return null;
        }

        return left.Target is null ? Of(left, right) : Of(right, left) is { } turned ? -turned : null;
    }

    /// <summary>The difference of a term without a target and one with it, if their exponents differ by a number.</summary>
    private static Expr? Of(Scaled upper, Scaled lower) =>
        upper.Target is null && lower.Target is { } target && SumForm.Simplify(upper.Exponent - lower.Exponent) is var logRate && IsRate(logRate)
            ? RateDifference.Of(logRate, target, upper.Exponential, lower.Exponential)
            : null;

    private static bool IsRate(Expr logRate) => IsNumber(logRate is Call { Function: Negate } negate ? negate[0] : logRate);

    /// <summary>An exponential, or 1, perhaps times a number.</summary>
    private sealed record Scaled(Expr? Target, Expr Exponent, Expr Exponential)
    {
        public static Scaled? Of(Expr term) => term switch
        {
            Literal { Value: 1 } => new(null, Build.Zero, Build.One),
            Call { Function: Exp } exponential => new(null, exponential[0], exponential),
            Call { Function: Multiply } product when product[1] is Call { Function: Exp } exponential && IsNumber(product[0]) => new(product[0], exponential[0], exponential),
            Call { Function: Multiply } product when product[0] is Call { Function: Exp } exponential && IsNumber(product[1]) => new(product[1], exponential[0], exponential),
            _ when IsNumber(term) => new(term, Build.Zero, Build.One),
            _ => null,
        };
    }
}
