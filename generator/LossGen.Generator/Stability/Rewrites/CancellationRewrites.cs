using LossGen.Generator.Calculus;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Stability.Rewrites;

/// <summary>
/// Differences that cancel near 0, in forms that keep their digits there. Their derivatives would be no better than those of the plain
/// difference, so these are applied to finished expressions only.
/// </summary>
internal static class CancellationRewrites
{
    public static Expr? Apply(Expr expression) =>
        expression is Call { Function: Subtract } difference
            ? Rewrite(difference[0], difference[1]) ?? (Rewrite(difference[1], difference[0]) is { } turned ? -turned : null)
            : null;

    private static Expr? Rewrite(Expr left, Expr right) => (left, right) switch
    {
        (Literal { Value: 1 }, Call { Function: Cos } cosine) => 2 * Square.Of(Sin.Of(Build.Half * cosine[0])),
        (Literal { Value: 1 }, Call { Function: Gaussian } gaussian) => -ExpM1.Of(-Square.Of(gaussian[0])),
        (Literal { Value: 1 }, Call { Function: Square } square) when OneMinus(square[0]) is { } part => part * (2 - part),
        (Literal { Value: 1 }, Call { Function: Cube } cube) when OneMinus(cube[0]) is { } part => part * (3 + (part * (part - 3))),
        (Call { Function: Hypot } root, _) when root[0].Equals(right) => RootMinusLeg(root, root[1], right),
        (Call { Function: Hypot } root, _) when root[1].Equals(right) => RootMinusLeg(root, root[0], right),
        (Literal { Value: 1 }, Call { Function: Divide } cosine) => OneMinusCosine(cosine),
        (Call { Function: Sqrt } root, Call { Function: Sqrt } other) => RootMinusRoot(root, other),
        (Call { Function: Pow } power, Literal { Value: 1 }) when OnePlus(power[0]) is { } part => PowerMinusOne(power, part),
        _ => null,
    };

    /// <summary>√(x² + c²) − c = x·(x ÷ (√(x² + c²) + c)), where |x| is below c and the difference cancels.</summary>
    private static Expr RootMinusLeg(Call root, Expr otherLeg, Expr leg) => Build.Select(
        LessThan.Of(Abs.Of(otherLeg), leg),
        otherLeg * (otherLeg / (root + leg)),
        new Call(Subtract.Instance, new EquatableArray<Expr>([root, leg])));

    /// <summary>1 − a·b/(‖a‖‖b‖) = ½·‖a/‖a‖ − b/‖b‖‖², which cancels nowhere.</summary>
    private static Expr? OneMinusCosine(Call quotient) =>
        quotient[0] is Reduce { Kind: ReductionKind.Sum, Body: Call { Function: Multiply } product }
        && quotient[1] is Call { Function: Multiply } norms
        && IsNorm(norms[0], product[0])
        && IsNorm(norms[1], product[1])
            ? Build.Half * Build.Sum(Square.Of((product[0] / norms[0]) - (product[1] / norms[1])))
            : null;

    private static bool IsNorm(Expr norm, Expr row) =>
        norm is Call { Function: NormRoot } root && root[0] is Reduce { Kind: ReductionKind.Sum, Body: Call { Function: Square } square } && square[0].Equals(row);

    /// <summary>√x − √y = (x − y) ÷ (√x + √y), where the two are near each other and the difference cancels.</summary>
    private static Expr RootMinusRoot(Call left, Call right)
    {
        Expr difference = new Call(Subtract.Instance, new EquatableArray<Expr>([left, right]));
        return Build.Select(LessThan.Of(Abs.Of(difference), right), SumForm.Simplify(left[0] - right[0]) / (left + right), difference);
    }

    /// <summary>
    /// (1 + u)ᵏ − 1 = expm1(k·log1p(u)), where that is small: elsewhere the rounding of the exponent would cost more than the difference. And where u is a
    /// square that overflows: its logarithm does not.
    /// </summary>
    private static Expr PowerMinusOne(Call power, Expr part)
    {
        Expr logarithm = Rewriter.ApplyTo(LogP1.Of(part));
        Expr exponent = power[1] * logarithm;
        Expr isSmall = LessThan.Of(Abs.Of(exponent), Build.One);
        return Build.Select(
            logarithm is Call { Function: LogP1OfSquare } ? Or.Of(isSmall, Build.Call(Not.Instance, IsFinite.Of(part))) : isSmall,
            ExpM1.Of(exponent),
            new Call(Subtract.Instance, new EquatableArray<Expr>([power, Build.One])));
    }

    private static Expr? OneMinus(Expr expression) =>
        expression is Call { Function: Subtract } difference && difference[0].IsOne() ? difference[1] : null;

    private static Expr? OnePlus(Expr expression) => expression switch
    {
        Call { Function: Add } sum when sum[0].IsOne() => sum[1],
        Call { Function: Add } sum when sum[1].IsOne() => sum[0],
        _ => null,
    };
}
