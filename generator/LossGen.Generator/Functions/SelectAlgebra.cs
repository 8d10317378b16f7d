using LossGen.Generator.Model;

namespace LossGen.Generator.Functions;

/// <summary>Arithmetic on choices: two choices with one condition are one choice, and a constant joins the branches of one.</summary>
internal static class SelectAlgebra
{
    /// <summary>(c ? a : b) ∘ (c ? x : y) = c ? a ∘ x : b ∘ y; also with a plain operand where both results are no larger than before.</summary>
    public static Expr? Merge(Call call) => (call[0], call[1]) switch
    {
        (Select left, Select right) when left.Condition.Equals(right.Condition) => Build.Select(
            left.Condition,
            Build.Call(call.Function, left.WhenTrue, right.WhenTrue),
            Build.Call(call.Function, left.WhenFalse, right.WhenFalse)),
        (Select left, Literal constant) when IsCheap(left.WhenTrue, left.WhenFalse) => Build.Select(
            left.Condition,
            Build.Call(call.Function, left.WhenTrue, constant),
            Build.Call(call.Function, left.WhenFalse, constant)),
        (Literal constant, Select right) when IsCheap(right.WhenTrue, right.WhenFalse) => Build.Select(
            right.Condition,
            Build.Call(call.Function, constant, right.WhenTrue),
            Build.Call(call.Function, constant, right.WhenFalse)),
        _ => null,
    };

    /// <summary>Whether an operation on both branches costs no more than one on the choice: at least one branch is a constant.</summary>
    public static bool IsCheap(Expr whenTrue, Expr whenFalse) => whenTrue is Literal || whenFalse is Literal;
}
