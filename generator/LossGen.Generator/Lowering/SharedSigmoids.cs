using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Calculus;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering;

/// <summary>
/// tanh(x/2) beside σ(x) is σ(x) − σ(−x), for which the exponential is there already. It rounds by as much as σ does, which is nothing in a curvature σ(x)·σ(−x)·tanh(x/2); where tanh stands
/// alone, it is left alone and keeps all digits near 0.
/// </summary>
internal static class SharedSigmoids
{
    public static Expr Restore(Expr expression)
    {
        HashSet<Expr> scores = [.. ExprOrder.ChildrenFirst(expression, ExprChildren.Of).OfType<Call>().Where(static call => call.Function is Sigmoid).SelectMany(static call => new[] { call[0], -call[0] })];
        return scores.Count == 0
            ? expression
            : Substitution.Rebuild(expression, node => node is Call { Function: Tanh } tanh && SumForm.Simplify(new Literal(2) * tanh[0]) is var score && scores.Contains(score)
                ? Sigmoid.Of(score) - Sigmoid.Of(-score)
                : null);
    }
}
