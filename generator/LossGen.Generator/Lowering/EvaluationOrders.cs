using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using LossGen.Generator.Calculus;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering;

/// <summary>Which expressions the value needs, which only derivatives, and which only second ones.</summary>
internal sealed class EvaluationOrders
{
    /// <summary>All orders, the lowest first.</summary>
    public static readonly ImmutableArray<EvaluationOrder> All = [EvaluationOrder.Value, EvaluationOrder.Gradient, EvaluationOrder.Hessian];

    private readonly HashSet<Expr> _ofValue;
    private readonly HashSet<Expr> _ofGradient;

    /// <param name="roots">What is computed, with the lowest order of evaluation that needs it.</param>
    /// <param name="children">What an expression is computed of.</param>
    public EvaluationOrders(ImmutableArray<OrderedRoot> roots, Func<Expr, ImmutableArray<Expr>> children)
    {
        _ofValue = NeededBy(EvaluationOrder.Value);
        _ofGradient = NeededBy(EvaluationOrder.Gradient);

        HashSet<Expr> NeededBy(EvaluationOrder order) =>
            [.. ExprOrder.ChildrenFirst([.. roots.Where(root => root.Order <= order).Select(static root => root.Value)], children)];
    }

    /// <summary>The lowest order of evaluation that needs an expression.</summary>
    public EvaluationOrder Of(Expr node) =>
        _ofValue.Contains(node) ? EvaluationOrder.Value : _ofGradient.Contains(node) ? EvaluationOrder.Gradient : EvaluationOrder.Hessian;
}

/// <summary>Something to compute, and the lowest order of evaluation that needs it.</summary>
internal readonly record struct OrderedRoot(EvaluationOrder Order, Expr Value)
{
    /// <summary>A loss and its derivatives.</summary>
    public static ImmutableArray<OrderedRoot> Of(Expr value, ImmutableArray<DerivativeOutput> derivatives) =>
        [new(EvaluationOrder.Value, value), .. derivatives.Select(static output => new OrderedRoot(output.Order, output.Value))];
}
