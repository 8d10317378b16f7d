using LossGen.Generator.Calculus;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Stability.Rewrites;

/// <summary>
/// Softmax written out becomes the primitive that shifts by the maximum; 1 − p and p·(1 − p) of a softmax weight p keep their
/// digits where p rounds to 1, and so does p − 1 in the gradient's column of the label. A power pᵏ need not underflow where p does.
/// </summary>
internal static class SoftMaxRewrites
{
    public static Expr? Apply(Expr expression) => expression switch
    {
        Call { Function: Log } log => LogOf(log[0]),
        Call { Function: Exp } exp => ExpOf(exp[0]),
        Call { Function: Divide } quotient => Normalised(quotient),
        Call { Function: Pow } power when power[0] is Call { Function: SoftMaxWeight } weight => Exp.Of(power[1] * (weight[0] - weight[1])),
        Reduce { Kind: ReductionKind.LogSumExp, Body: Call { Function: Subtract } shifted } when IsShift(shifted[1], shifted[0]) =>
            Build.Reduce(ReductionKind.LogSumExp, shifted[0]) - shifted[1],
        Call { Function: Subtract } difference => Complement(difference),
        Call { Function: Add } sum => LabelColumn(sum[0], sum[1]) ?? LabelColumn(sum[1], sum[0]),
        _ => null,
    };

    private static Expr? LogOf(Expr argument) => argument switch
    {
        Call { Function: SoftMaxWeight } weight => weight[0] - weight[1],
        Reduce { Kind: ReductionKind.Sum, Body: Call { Function: Exp } exp } => Build.Reduce(ReductionKind.LogSumExp, exp[0]),
        _ => null,
    };

    private static Expr? ExpOf(Expr argument) =>
        argument is Call { Function: Subtract } difference && IsNormaliserOf(difference[1], difference[0]) ? SoftMaxWeight.Of(difference[0], difference[1]) : null;

    /// <summary>eˣ ÷ Σeˣ.</summary>
    private static Expr? Normalised(Call quotient) =>
        quotient[0] is Call { Function: Exp } exp
        && quotient[1] is Reduce { Kind: ReductionKind.Sum, Body: Call { Function: Exp } summand }
        && Build.Reduce(ReductionKind.LogSumExp, summand[0]) is Reduce normaliser
        && IsNormaliserOf(normaliser, exp[0])
            ? SoftMaxWeight.Of(exp[0], normaliser)
            : null;

    private static Expr? Complement(Call difference) => (difference[0], difference[1]) switch
    {
        (Literal { Value: 1 }, Call { Function: SoftMaxWeight } weight) => OneMinus(weight),
        (Call { Function: SoftMaxWeight } weight, Literal { Value: 1 }) => -OneMinus(weight),
        (Call { Function: SoftMaxWeight } weight, Call { Function: Multiply } product) when product[0].Equals(weight) && product[1].Equals(weight) => weight * OneMinus(weight),
        (Call { Function: Multiply } product, _) when product[1] is Call { Function: SoftMaxWeight } weight && IsSumOf(product[0], difference[1]) =>
            ((product[0] - difference[1]) * weight) - (difference[1] * OneMinus(weight)),
        (Call { Function: SoftMaxWeight } weight, Call { Function: SoftMaxWeight } other) => (OneMinus(other) * weight) - (other * OneMinus(weight)),
        (Call { Function: SoftMaxWeight } weight, Call { Function: Square } square) when square[0].Equals(weight) => weight * OneMinus(weight),
        _ => null,
    };

    /// <summary>c·pᵢ + (i = k ? −c : 0) is, at the label's own column, −c·(1 − pₖ): one number of the row, not one of every column.</summary>
    private static Expr? LabelColumn(Expr term, Expr choice)
    {
        if (choice is not Select { WhenFalse: Literal { Value: 0 }, Condition: Call { Function: Equal } isLabel } select || isLabel[0] is not Column)
        {
            return null;
        }

        (Expr factor, Call? weight) = term switch
        {
            Call { Function: SoftMaxWeight } plain => (Build.One, plain),
            Call { Function: Multiply } product when product[0] is Call { Function: SoftMaxWeight } left => (product[1], left),
            Call { Function: Multiply } product when product[1] is Call { Function: SoftMaxWeight } right => (product[0], right),
            _ => (Build.One, (Call?)null),
        };
        return weight is not null && factor.Indices.IsEmpty && select.WhenTrue.Equals(-factor)
            ? Build.Select(isLabel, Masked.Multiply(-factor, OneMinus((Call)Substitution.AtColumn(weight, isLabel[1]))), term)
            : null;
    }

    /// <summary>Whether the first is the sum of the second over the columns: (Σq)·pᵢ − qᵢ then is (Σq − qᵢ)·pᵢ − qᵢ·(1 − pᵢ), which keeps its digits where one q is all of them.</summary>
    private static bool IsSumOf(Expr sum, Expr term) => sum is Reduce { Kind: ReductionKind.Sum } reduce && reduce.Body.Equals(term);

    /// <summary>Whether logΣexp(z − c) is logΣexp(z) − c without loss: c is the maximum of z or one of its elements, and z − c no more accurate than z.</summary>
    private static bool IsShift(Expr shift, Expr terms) => shift switch
    {
        Reduce { Kind: ReductionKind.Max } maximum => maximum.Body.Equals(terms),
        Read { Index: not Column } read => Substitution.AtColumn(terms, read.Index).Equals(read),
        _ => false,
    };

    /// <summary>1 − w.</summary>
    public static Expr OneMinus(Call weight) => -ExpM1.Of(weight[0] - weight[1]);

    /// <summary>Whether the second expression is a term of the sum of exponentials whose logarithm the first is.</summary>
    private static bool IsNormaliserOf(Expr normaliser, Expr term) =>
        normaliser is Reduce { Kind: ReductionKind.LogSumExp } reduce
        && (reduce.Body.Equals(term) || (term is Read read && read.Index is not Column && Substitution.AtColumn(reduce.Body, read.Index).Equals(term)));
}
