using System.Collections.Immutable;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Stability.Fixes;

/// <summary>Norms and moments.</summary>
internal static class RowForms
{
    public static ImmutableArray<Form> All { get; } = [EuclideanNorm, RootMeanSquare, Hypotenuse, CentredMoment, LogSumExp, LogMeanExp, SoftMax];

    private static Expr? EuclideanNorm(Expr expression) =>
        expression.Is<Sqrt>(out Expr radicand) && radicand is Reduce { Kind: ReductionKind.Sum, Body: var term } && term.SquareBase() is { } element
            ? NormRoot.Of(Build.Sum(Square.Of(element)))
            : null;

    /// <summary>√(Σx² ÷ n) = ‖x‖ ÷ √n, and the norm has a gradient where it is 0.</summary>
    private static Expr? RootMeanSquare(Expr expression) =>
        expression.Is<Sqrt>(out Expr radicand) && radicand.MeanTerms() is { } term && term.SquareBase() is { } element
            ? NormRoot.Of(Build.Sum(Square.Of(element))) / Sqrt.Of(ColumnCount.Instance)
            : null;

    private static Expr? LogMeanExp(Expr expression) =>
        expression.Is<Log>(out Expr argument) && argument.MeanTerms() is { } term && term.Is<Exp>(out Expr exponent)
            ? Build.Reduce(ReductionKind.LogSumExp, exponent) - Log.Of(ColumnCount.Instance)
            : null;

    private static Expr? Hypotenuse(Expr expression) =>
        expression.Is<Sqrt>(out Expr radicand) && radicand.Terms() is var (first, second) && Leg(first) is { } left && Leg(second) is { } right
            ? Hypot.Of(left, right)
            : null;

    /// <summary>What the term is the square of, also for a constant.</summary>
    private static Expr? Leg(Expr term) => term is Literal { Value: > 0 } constant && System.Math.Sqrt(constant.Value) is var root && root * root == constant.Value
        ? new Literal(root)
        : term.SquareBase();

    /// <summary>E[ab] − E[a]·E[b] = E[(a − E[a])·(b − E[b])].</summary>
    private static Expr? CentredMoment(Expr expression)
    {
        if (expression is not Call { Function: Subtract } difference || difference[0].MeanTerms() is not { } terms)
        {
            return null;
        }

        if (terms.SquareBase() is { } element && difference[1].SquareBase() is { } mean && mean.MeanTerms() is { } averaged && averaged.Equals(element))
        {
            return Build.Sum(Square.Of(element - mean)) / ColumnCount.Instance;
        }

        return terms is Call { Function: Multiply } product && difference[1] is Call { Function: Multiply } means
            && ((IsMeanOf(means[0], product[0]) && IsMeanOf(means[1], product[1])) || (IsMeanOf(means[1], product[0]) && IsMeanOf(means[0], product[1])))
                ? Build.Sum((product[0] - MeanOf(product[0])) * (product[1] - MeanOf(product[1]))) / ColumnCount.Instance
                : null;
    }

    private static Expr? LogSumExp(Expr expression) =>
        expression.Is<Log>(out Expr argument) && argument is Reduce { Kind: ReductionKind.Sum, Body: var term } && term.Is<Exp>(out Expr exponent)
            ? Build.Reduce(ReductionKind.LogSumExp, exponent)
            : null;

    /// <summary>eˣ ÷ Σeᶻ, x being one of the z.</summary>
    private static Expr? SoftMax(Expr expression) =>
        expression is Call { Function: Divide } quotient && quotient[0].Is<Exp>(out Expr score)
        && quotient[1] is Reduce { Kind: ReductionKind.Sum, Body: var term } && term.Is<Exp>(out Expr exponent)
            ? SoftMaxWeight.Of(score, Build.Reduce(ReductionKind.LogSumExp, exponent))
            : null;

    private static bool IsMeanOf(Expr expression, Expr element) => expression.MeanTerms() is { } terms && terms.Equals(element);

    private static Expr MeanOf(Expr element) => Build.Sum(element) / ColumnCount.Instance;
}
