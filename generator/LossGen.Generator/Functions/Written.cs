using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Calculus;
using LossGen.Generator.Model;

namespace LossGen.Generator.Functions;

/// <summary>
/// Builds expressions as their author wrote them: unlike <see cref="Build"/>, which simplifies, it keeps every operation that rounds. What a
/// formula as written computes is what the stability analysis measures, and what is generated where the author wants no rewrites.
/// </summary>
internal static class Written
{
    public static Expr Call(Function function, params EquatableArray<Expr> arguments) => new Call(function, arguments);

    public static Expr Add(Expr left, Expr right) => Call(Functions.Add.Instance, left, right);

    public static Expr Subtract(Expr left, Expr right) => Call(Functions.Subtract.Instance, left, right);

    public static Expr Multiply(Expr left, Expr right) => Call(Functions.Multiply.Instance, left, right);

    public static Expr Divide(Expr left, Expr right) => Call(Functions.Divide.Instance, left, right);

    /// <summary>The negative; of a literal a literal.</summary>
    public static Expr Negate(Expr operand) => operand is Literal { Value: var value } ? new Literal(-value) : Call(Functions.Negate.Instance, operand);

    /// <summary>A reduction over the columns. What does not depend on them is reduced as <see cref="Build"/> does, by a count.</summary>
    public static Expr Reduce(ReductionKind kind, Expr body) => body.Indices.IsEmpty ? Build.Reduce(kind, body) : new Reduce(kind, body);

    /// <summary>The sum over all pairs of columns of what depends on both; of what depends on one of them, as <see cref="Build"/> takes it.</summary>
    public static Expr SumOverPairs(Expr body) =>
        body.Indices is { HasColumns: true, HasOthers: true } ? new Reduce(ReductionKind.Sum, new SumOverOthers(body)) : Build.SumOverPairs(body);

    /// <summary>The expression with its readings of inputs replaced and nothing else changed.</summary>
    public static Expr ReplaceInputs(Expr expression, Func<Expr, Expr?> replace) =>
        Replace(expression, node => node is Variable or Read ? replace(node) : null);

    /// <summary>The expression with constants computed: of operations on literals nothing is left to round at run time.</summary>
    public static Expr FoldConstants(Expr expression) => Replace(expression, static node =>
        node is Call { IsCondition: false } call && call.Arguments.Items.All(static argument => argument is Literal)
            ? Build.Call(call.Function, call.Arguments)
            : null);

    /// <summary>Maps nodes bottom-up; where <paramref name="replace"/> answers, its answer stands for the mapped node. Nothing is simplified.</summary>
    public static Expr Replace(Expr expression, Func<Expr, Expr?> replace)
    {
        Dictionary<Expr, Expr> mapped = [];
        foreach (Expr node in ExprOrder.ChildrenFirst(expression, ExprChildren.Of))
        {
            Expr candidate = ExprChildren.Map(node, child => mapped[child]);
            mapped[node] = replace(candidate) ?? candidate;
        }

        return mapped[expression];
    }

    /// <summary>The element-wise expression at one column. Reductions bind their own column and stay as they are.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="index">The column.</param>
    /// <param name="moved">Is told of every subexpression and what it is at that column.</param>
    public static Expr AtColumn(Expr expression, Expr index, Action<Expr, Expr>? moved = null)
    {
        Dictionary<Expr, Expr> seen = [];
        return Visit(expression);

        Expr Visit(Expr node)
        {
            if (node.Indices.IsEmpty)
            {
                return node;
            }

            if (!seen.TryGetValue(node, out Expr? result))
            {
                result = node is Column ? index : node is Reduce ? node : ExprChildren.Map(node, Visit);
                seen.Add(node, result);
                moved?.Invoke(node, result);
            }

            return result;
        }
    }
}
