using System;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Stability.Rewrites;

/// <summary>
/// The logarithm or complement of a choice is taken in its branches where one of them has a form of its own: p = y = 1 ? σ(x) : σ(−x) is how many
/// write the probability of the true class.
/// </summary>
internal static class ChoiceRewrites
{
    public static Expr? Apply(Expr expression) => expression switch
    {
        Call { Function: Log } log when log[0] is Select choice => InBranches(choice, Log.Of, static branch => branch is Call { Function: Log }),
        Call { Function: Subtract } difference when difference[0].IsOne() && difference[1] is Select choice =>
            InBranches(choice, static branch => 1 - branch, static branch => branch is Call { Function: Subtract }),
        _ => null,
    };

    private static Expr? InBranches(Select choice, Func<Expr, Expr> function, Func<Expr, bool> isPlain)
    {
        Expr whenTrue = Rewriter.ApplyTo(function(choice.WhenTrue));
        Expr whenFalse = Rewriter.ApplyTo(function(choice.WhenFalse));
        return IsNoGain(whenTrue) && IsNoGain(whenFalse) ? null : Build.Select(choice.Condition, whenTrue, whenFalse);

        bool IsNoGain(Expr branch) => branch is Literal || isPlain(branch);
    }
}
