using System.Collections.Immutable;
using System.Linq;
using LossGen.Generator.Calculus;
using LossGen.Generator.Model;
using LossGen.Generator.Stability.Rewrites;

namespace LossGen.Generator.Stability;

/// <summary>One identity of real numbers whose right-hand side is at least as accurate as its left-hand side: the rewritten node, or null.</summary>
internal delegate Expr? RewriteRule(Expr expression);

/// <summary>Applies the table of rewrites bottom-up.</summary>
internal static class Rewriter
{
    private static readonly ImmutableArray<RewriteRule> Rules =
    [
        SoftplusRewrites.Apply,
        SigmoidRewrites.Apply,
        ExponentialRewrites.Apply,
        ExponentialProducts.Apply,
        ScaledExponentials.Apply,
        ErrorFunctionRewrites.Apply,
        TargetMixtures.Apply,
        LogarithmOfProducts.Apply,
        LogarithmOfSums.Apply,
        LogarithmOfSoftplus.Apply,
        HyperbolicCosines.Apply,
        ShiftedExponentials.Apply,
        HypotenuseRewrites.Apply,
        SquareRewrites.Apply,
        ExcessRewrites.Apply,
        SigmoidComplements.Apply,
        SoftMaxRewrites.Apply,
        SumsOfExponentials.Apply,
        SoftplusBalance.Apply,
        ChoiceRewrites.Apply,
    ];

    /// <summary>For formulas that are still to be differentiated: guards of the value become guards of the derivatives.</summary>
    public static Expr Stabilize(Expr expression) => Substitution.Rebuild(GammaRatios.ApplyToSums(Substitution.Rebuild(NormalDensities.Apply(expression), ApplyRules)), VanishingFactors.OfLogarithm);

    /// <summary>The same, with the forms that are for computing only: a formula that has them is not differentiated any more.</summary>
    public static Expr Finish(Expr expression)
    {
        Expr rewritten = Substitution.Rebuild(expression, ApplyRules);
        return ExprOrder.ChildrenFirst(rewritten, ExprChildren.Of).Any(static node => node is Reduce)
            ? Substitution.Rebuild(SoftMaxRoots.Apply(rewritten), static node => ApplyFinalRules(node) ?? CommonDenominator.CollectSums(node))
            : Substitution.Rebuild(rewritten, ApplyFinalRules);
    }

    /// <summary>The rules on a node that one of them has made, whose parts they have been applied to.</summary>
    public static Expr ApplyTo(Expr expression) => ApplyRules(expression) ?? expression;

    private static Expr? ApplyFinalRules(Expr node) =>
        DevianceRewrites.Apply(node) ?? CancellationRewrites.Apply(node) ?? CommonPowers.Apply(node) ?? PowersTimesLogarithms.Apply(node);

    /// <summary>The rules on one node until none fires. Each rule makes the expression smaller or turns it into a form that no rule takes back.</summary>
    private static Expr? ApplyRules(Expr expression)
    {
        Expr? result = null;
        foreach (RewriteRule rule in Rules)
        {
            if (rule(result ?? expression) is { } rewritten)
            {
                result = rewritten;
            }
        }

        return result;
    }
}
