using LossGen.Generator.Calculus;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering;

/// <summary>
/// Replaces the primitives that share work by what they share: softplus and sigmoid of x and of −x need one e^−|x| together, log-sum-exp
/// and softmax one maximum and one sum. Done last, after all calculus, so that only common subexpressions remain to be found.
/// </summary>
internal static class Expansion
{
    public static Expr Expand(Expr expression) => Substitution.Rebuild(Substitution.Rebuild(SoftMaxComplement.Expand(LogitForms.Shorten(expression)), OfNode), OfLogSumExp);

    /// <summary>The same for a formula that is to stay as written: only the primitives, which are one operation to its author, are taken apart.</summary>
    public static Expr ExpandPrimitives(Expr expression) => Written.Replace(Written.Replace(expression, OfNode), OfLogSumExp);

    private static Expr? OfNode(Expr node) => node switch
    {
        Call { Function: Softplus } softplus => LogitForms.Softplus(softplus[0]),
        Call { Function: Sigmoid } sigmoid => LogitForms.Sigmoid(sigmoid[0]),
        Call { Function: LogSoftplus } logarithm => SoftplusLogarithms.Value(logarithm[0]),
        Call { Function: LogSoftplusSlope } slope => SoftplusLogarithms.Slope(slope[0]),
        Call { Function: LogSoftplusCurvature } curvature => SoftplusLogarithms.Curvature(curvature[0]),
        Call { Function: SoftMaxWeight } weight => OfSoftMaxWeight(weight),
        Call { Function: StopGradient } constant => constant[0],
        Call { Function: Max } ramp when ramp[0].IsZero() => Relu.Of(ramp[1]),
        Call { Function: Max } ramp when ramp[1].IsZero() => Relu.Of(ramp[0]),
        Call { Function: Add } sum when sum[0] is Reduce { Kind: ReductionKind.LogSumExp } reduce => new LogSumExpForm(reduce.Body).Plus(sum[1]),
        Call { Function: Add } sum when sum[1] is Reduce { Kind: ReductionKind.LogSumExp } reduce => new LogSumExpForm(reduce.Body).Plus(sum[0]),
        Call { Function: Subtract } difference => OfDifference(difference),
        _ => null,
    };

    /// <summary>Those that no sum above them could take part in.</summary>
    private static Expr? OfLogSumExp(Expr node) =>
        node is Reduce { Kind: ReductionKind.LogSumExp } reduce ? new LogSumExpForm(reduce.Body).Plus(Build.Zero) : null;

    private static Expr? OfDifference(Call difference) => (difference[0], difference[1]) switch
    {
        (Reduce { Kind: ReductionKind.LogSumExp } reduce, _) => new LogSumExpForm(reduce.Body).Plus(-difference[1]),
        (_, Reduce { Kind: ReductionKind.LogSumExp } reduce) => -new LogSumExpForm(reduce.Body).Plus(-difference[0]),
        _ => null,
    };

    /// <summary>The weight of x among the terms of a log-sum-exp: e^(x − max) ÷ Σ e^(z − max).</summary>
    private static Expr OfSoftMaxWeight(Call weight)
    {
        if (weight[1] is not Reduce { Kind: ReductionKind.LogSumExp } reduce)
        {
            return Exp.Of(weight[0] - weight[1]);
        }

        LogSumExpForm sum = new(reduce.Body);
        return ExpOfNonPositive.Of(sum.Below(weight[0])) * (Build.One / (Build.One + sum.Tail));
    }
}
