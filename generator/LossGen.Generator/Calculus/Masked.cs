using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Calculus;

/// <summary>
/// Products with choices that are zero on one side. The product goes into the choice and the zero stays a zero, so that an
/// infinite or undefined factor of the branch not taken cannot turn it into NaN.
/// </summary>
internal static class Masked
{
    public static Expr Multiply(Expr left, Expr right) => (left, right) switch
    {
        _ when left.IsZero() || right.IsZero() => Build.Zero,
        (Select mask, _) when IsMask(mask) => Build.Select(mask.Condition, Multiply(mask.WhenTrue, right), Multiply(mask.WhenFalse, right)),
        (_, Select mask) when IsMask(mask) => Build.Select(mask.Condition, Multiply(left, mask.WhenTrue), Multiply(left, mask.WhenFalse)),
        (Call { Function: Add } sum, _) when IsMask(sum[0]) && IsMask(sum[1]) => Multiply(sum[0], right) + Multiply(sum[1], right),
        (_, Call { Function: Divide } quotient) when quotient[0].IsOne() => left / quotient[1],
        _ => left * right,
    };

    private static bool IsMask(Expr expression) => expression switch
    {
        Select select => select.WhenTrue.IsZero() || select.WhenFalse.IsZero() || IsMask(select.WhenTrue) || IsMask(select.WhenFalse),
        Call { Function: Add } sum => IsMask(sum[0]) && IsMask(sum[1]),
        _ => false,
    };
}
