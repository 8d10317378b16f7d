using LossGen.Generator.Calculus;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering;

/// <summary>
/// The forms of a balance between the two sides of a logit that take the fewest operations: with a + b = 1, as in
/// cross-entropies, neither side needs its own softplus or sigmoid.
/// </summary>
internal static class LogitForms
{
    public static Expr Shorten(Expr expression) => Substitution.Rebuild(expression, static node => node switch
    {
        Call { Function: Add } sum => BalancedSoftplus(sum[0], sum[1]) ?? BalancedSoftplus(sum[1], sum[0]),
        Call { Function: Subtract } difference => BalancedSigmoid(difference[0], difference[1]) ?? BalancedRate(difference[0], difference[1]),
        Call { Function: Multiply } product => SigmoidProduct(product[0], product[1]) ?? SigmoidProduct(product[1], product[0]),
        _ => null,
    });

    /// <summary>softplus(x) = max(x, 0) + log1p(e^−|x|).</summary>
    public static Expr Softplus(Expr logit) => Relu.Of(logit) + LogP1OfUnit.Of(Decay(logit));

    /// <summary>σ(x) is σ(−|x|) below 0, and its complement above.</summary>
    public static Expr Sigmoid(Expr logit)
    {
        (Expr plain, bool turned) = logit is Call { Function: Negate } negate ? (negate[0], true) : (logit, false);
        if (Reversed(plain) is { } reversed)
        {
            (plain, turned) = (reversed, !turned);
        }

        Expr isNegative = LessThan.Of(plain, Build.Zero);
        return turned ? Build.Select(isNegative, Larger(plain), Smaller(plain)) : Build.Select(isNegative, Smaller(plain), Larger(plain));
    }

    /// <summary>
    /// (1 − b)·softplus(x) + b·softplus(−x) = max(x, 0) − b·x + log1p(e^−|x|). The product is rounded together with the difference, so
    /// that b = 1 cancels max(x, 0) exactly and b near 1 keeps its digits.
    /// </summary>
    private static Expr? BalancedSoftplus(Expr positive, Expr negative) =>
        positive is Call { Function: Multiply } left && left[1] is Call { Function: Functions.Softplus } ofLogit && ofLogit[0] is not Call { Function: Negate }
        && negative is Call { Function: Multiply } right && right[1] is Call { Function: Functions.Softplus } ofOpposite && ofOpposite[0].Equals(-ofLogit[0])
        && SumForm.Simplify(left[0] + right[0]).IsOne()
            ? MultiplyAdd.Of(-ofLogit[0], right[0], Relu.Of(ofLogit[0])) + LogP1OfUnit.Of(Decay(ofLogit[0]))
            : null;

    /// <summary>
    /// (1 − b)·σ(x) − b·σ(−x) = ([x ≥ 0] − b) − sign(x)·σ(−|x|): the first difference is exact where b is 0 or 1, and what is left of a
    /// saturated logit is not lost against it. The step is ½ with the sign of x, plus ½: both signs are read from the same bit, so that −0 is
    /// on one side.
    /// </summary>
    private static Expr? BalancedSigmoid(Expr positive, Expr negative) =>
        positive is Call { Function: Multiply } left && left[1] is Call { Function: Functions.Sigmoid } ofLogit && ofLogit[0] is not Call { Function: Negate }
        && negative is Call { Function: Multiply } right && right[1] is Call { Function: Functions.Sigmoid } ofOpposite && ofOpposite[0].Equals(-ofLogit[0])
        && SumForm.Simplify(left[0] + right[0]).IsOne()
            ? WithSign.Of(Build.Half, ofLogit[0]) + Build.Half - right[0] - WithSign.Of(Smaller(ofLogit[0]), ofLogit[0])
            : null;

    /// <summary>
    /// σ(x + log a)/a − b·σ(−x − log a) = (eˣ − b)·σ(−x − log a) = (1 − b·e⁻ˣ)·σ(x + log a)/a: the first factor is known next to its zero, by the form of
    /// which the exponential does not overflow.
    /// </summary>
    private static Expr? BalancedRate(Expr positive, Expr negative)
    {
        if (positive is not Call { Function: Multiply } left || left[1] is not Call { Function: Functions.Sigmoid } ofLogit
            || negative is not Call { Function: Multiply } right || right[1] is not Call { Function: Functions.Sigmoid } ofOpposite || !ofOpposite[0].Equals(-ofLogit[0])
            || ShiftOf(ofLogit[0]) is not var (scale, rate) || !left[0].Equals(Build.One / scale) || !NeighbouringExponentials.IsNumber(right[0]))
        {
            return null;
        }

        Expr isNegative = LessThan.Of(ofLogit[0], Build.Zero);
        Expr exponential = Exp.Of(Build.Select(isNegative, rate, -rate));
        Expr difference = RateDifference.Of(rate, right[0], Build.Select(isNegative, exponential, Build.One), Build.Select(isNegative, Build.One, exponential));
        return difference * Build.Select(isNegative, Build.One, left[0]) * Larger(ofLogit[0]);
    }

    /// <summary>σ(x)·σ(−x) needs no choice of sides.</summary>
    private static Expr? SigmoidProduct(Expr positive, Expr negative) =>
        positive is Call { Function: Functions.Sigmoid } ofLogit && negative is Call { Function: Functions.Sigmoid } ofOpposite && ofOpposite[0].Equals(-ofLogit[0])
            ? Smaller(ofLogit[0]) * Larger(ofLogit[0])
            : null;

    /// <summary>σ(|x|) = 1 − σ(−|x|), of which nothing is lost: the subtrahend is at most ½.</summary>
    private static Expr Larger(Expr logit) => Build.One - Smaller(logit);

    /// <summary>σ(−|x|) = e^−|x| ÷ (1 + e^−|x|).</summary>
    private static Expr Smaller(Expr logit) => Decay(logit) / (Build.One + Decay(logit));

    /// <summary>e^−|x|.</summary>
    public static Expr Decay(Expr logit) => ShiftedDecay(logit) ?? ExpOfNonPositive.Of(MinusAbs.Of(Reversed(logit) ?? logit));

    /// <summary>
    /// e^−|x + log a| is a·eˣ below 0 and e^−x ÷ a above, for a hyperparameter a: the sum's rounding, and that of log a, would cost a small result as many digits as
    /// the sum has before the point.
    /// </summary>
    private static Expr? ShiftedDecay(Expr logit)
    {
        Expr plain = logit is Call { Function: Negate } negate ? negate[0] : logit;
        if (ShiftOf(plain) is not var (scale, rate))
        {
            return null;
        }

        Expr isNegative = LessThan.Of(plain, Build.Zero);
        return Exp.Of(Build.Select(isNegative, rate, -rate)) * Build.Select(isNegative, scale, Build.One / scale);
    }

    /// <summary>a and x of a logit x + log a, a being a hyperparameter.</summary>
    private static (Expr Scale, Expr Rate)? ShiftOf(Expr logit)
    {
        return logit is Call { Function: Add } sum ? Of(sum[0], sum[1]) ?? Of(sum[1], sum[0]) : null;

        static (Expr, Expr)? Of(Expr shift, Expr shifted) =>
            shift is Call { Function: Log } logarithm && ProductForm.IsHyperparameter(logarithm[0]) ? (logarithm[0], shifted) : null;
    }

    /// <summary>
    /// The negative of a logit of pairs whose order comes first of the two, else null. Derivatives of a sum over pairs have a·(zᵢ − zⱼ) and a·(zⱼ − zᵢ): so
    /// they share an exponential.
    /// </summary>
    private static Expr? Reversed(Expr logit) =>
        logit.Indices.HasOthers && Opposite(logit) is { } opposite && string.CompareOrdinal(opposite.SortKey, logit.SortKey) < 0 ? opposite : null;

    /// <summary>The negative of a difference, or of its product with something; null of anything else.</summary>
    private static Expr? Opposite(Expr logit) => logit switch
    {
        Call { Function: Subtract } difference => difference[1] - difference[0],
        Call { Function: Multiply } product when Opposite(product[1]) is { } opposite => product[0] * opposite,
        Call { Function: Multiply } product when Opposite(product[0]) is { } opposite => opposite * product[1],
        Call { Function: Divide } quotient when Opposite(quotient[0]) is { } opposite => opposite / quotient[1],
        _ => null,
    };
}
