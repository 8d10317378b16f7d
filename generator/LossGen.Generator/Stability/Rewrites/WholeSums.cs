using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using LossGen.Generator.Calculus;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Stability.Rewrites;

/// <summary>Rewrites sums that are no part of other sums.</summary>
internal static class WholeSums
{
    public static Expr Rebuild(Expr expression, Func<Expr, Expr?> rewrite)
    {
        ImmutableArray<Expr> nodes = ExprOrder.ChildrenFirst(expression, ExprChildren.Of);
        HashSet<Expr> parts = [.. nodes.Where(IsSum).SelectMany(static node => ExprChildren.Of(node))];
        parts.ExceptWith(nodes.Where(static node => !IsSum(node)).SelectMany(static node => ExprChildren.Of(node)));
        parts.Remove(expression);
        return Substitution.Rebuild(expression, (node, candidate) => parts.Contains(node) || !IsSum(candidate) || candidate.Size > SumForm.MaximumSize ? null : rewrite(candidate));
    }

    private static bool IsSum(Expr node) => node is Call { Function: Add or Subtract };
}
