using System.Linq;
using LossGen.Generator.Calculus;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering;

/// <summary>
/// A softmax weight less 1, e^(z − logΣexp) − 1, without the logarithm: −tail ÷ (1 + tail) for the largest term, of which nothing cancels, and the weight
/// less 1 for the others, whose weights are at most ½. It need not wait for the logarithm of the sum, the longest chain of operations on the numbers of a row.
/// </summary>
internal static class SoftMaxComplement
{
    public static Expr Expand(Expr expression) => Substitution.Rebuild(expression, static node =>
        node is Call { Function: ExpM1 } power && power[0] is Call { Function: Subtract } difference
            && difference[1] is Reduce { Kind: ReductionKind.LogSumExp } sum && IsTerm(difference[0], sum.Body)
            ? Of(difference[0], new(sum.Body))
            : null);

    private static Expr Of(Expr term, LogSumExpForm sum)
    {
        Expr below = sum.Below(term);
        Expr share = Build.One / (Build.One + sum.Tail);
        return Build.Select(Build.Call(Equal.Instance, below, Build.Zero), -(sum.Tail * share), (ExpOfNonPositive.Of(below) * share) - Build.One);
    }

    /// <summary>Whether a number is what the terms are at their own column, or at another one: only then it is not above their maximum.</summary>
    private static bool IsTerm(Expr number, Expr terms) =>
        number.Equals(terms)
        || ExprOrder.ChildrenFirst(number, ExprChildren.Of).OfType<Read>().Any(read => read.Index is not Column && Substitution.AtColumn(terms, read.Index).Equals(number));
}
