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
    public static Expr Mark(Expr expression) => Merge(Substitution.Rebuild(expression, static node => node switch
    {
        Call { Function: Subtract } difference => OfDifference(difference[0], difference[1]),
        Call { Function: Add } sum => OfMasked(sum[0], sum[1]) ?? OfMasked(sum[1], sum[0]),
        _ => null,
    }));

    /// <summary>Where a target of 0 was taken out of the difference, it is taken out of its second term: no choice stands between the function and what is done with it.</summary>
    private static Expr Merge(Expr expression) => Substitution.Rebuild(expression, static node => node switch
    {
        Select { WhenFalse: Call { Function: RateDifference } difference } select when select.WhenTrue.Equals(difference[2]) && IsZero(select.Condition, difference[1]) =>
            RateDifference.Of(difference[0], difference[1], difference[2], Build.Select(select.Condition, Build.Zero, difference[3])),
        _ => null,
    });

    private static bool IsZero(Expr condition, Expr number) => condition is Call { Function: Equal } equal && equal[0].Equals(number) && equal[1].IsZero();

    /// <summary>A number as it is given: one that has been computed is no more exact than the exponential.</summary>
    public static bool IsNumber(Expr expression) => expression is Variable or Read;

    private static Expr? OfDifference(Expr minuend, Expr subtrahend)
    {
        if (Scaled.Of(minuend) is not { } left || Scaled.Of(subtrahend) is not { } right)
        {
            return null;
        }

        return left.Target is null ? Of(left, right) : Of(right, left) is { } turned ? -turned : null;
    }

    /// <summary>The same where a target of 0 has been taken out of the second term, of which the exponential may be infinite.</summary>
    private static Expr? OfMasked(Expr other, Expr masked) =>
        masked is Select { WhenFalse: Literal { Value: 0 }, WhenTrue: Call { Function: Negate } negate, Condition: Call { Function: NotEqual } isOther } && isOther[1].IsZero()
        && OfDifference(other, Unmasked(negate[0], isOther[0])) is { } difference
            ? Build.Select(Equal.Of(isOther[0], Build.Zero), other, difference)
            : null;

    private static Expr Unmasked(Expr term, Expr target) =>
        term is Select { WhenTrue: Literal { Value: 0 }, Condition: Call { Function: Equal } isZero } select && isZero[0].Equals(target) && isZero[1].IsZero() ? select.WhenFalse : term;

    /// <summary>The difference of a term without a target and one with it, if their exponents differ by a number.</summary>
    private static Expr? Of(Scaled upper, Scaled lower) =>
        upper.Target is null && lower.Target is { } target && Difference(upper.Exponent, lower.Exponent) is var logRate && IsRate(logRate)
            ? RateDifference.Of(logRate, target, upper.Exponential, lower.Exponential)
            : null;

    /// <summary>The difference of two exponents; those of Tweedie's powers, (2 − p)·x and (1 − p)·x, differ by x.</summary>
    private static Expr Difference(Expr upper, Expr lower) =>
        upper is Call { Function: Multiply } left && lower is Call { Function: Multiply } right && left[1].Equals(right[1]) && SumForm.Simplify(left[0] - right[0]).IsOne()
            ? left[1]
            : SumForm.Simplify(upper - lower);

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
