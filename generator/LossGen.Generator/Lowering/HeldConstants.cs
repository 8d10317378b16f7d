using System.Linq;
using LossGen.Generator.Calculus;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering;

/// <summary>
/// What a formula holds constant is a number like any other once the derivatives are taken: x − stopGradient(x), which is there for its slope, is nothing to the
/// value. Computed, it would cost as much as x, and be ∞ − ∞ where x is infinite.
/// </summary>
internal static class HeldConstants
{
    public static Expr Release(Expr expression) => ExprOrder.ChildrenFirst(expression, ExprChildren.Of).Any(static node => node is Call { Function: StopGradient })
        ? Substitution.Rebuild(expression, static node => node is Call { Function: StopGradient } held ? held[0] : SumForm.Collect(node))
        : expression;
}
