using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using LossGen.Generator.Calculus;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering;

/// <summary>Value and derivatives of an element-wise loss → straight-line steps.</summary>
internal static class ElementLowering
{
    /// <param name="value">The loss.</param>
    /// <param name="gradients">The first derivatives.</param>
    /// <param name="hessians">The second derivatives.</param>
    /// <param name="first">What the first stage has computed.</param>
    /// <param name="fields">The kernel's fields.</param>
    /// <param name="allocator">Makes names.</param>
    public static ElementProgram Lower(
        Expr value, ImmutableArray<DerivativeOutput> gradients, ImmutableArray<DerivativeOutput> hessians, ImmutableArray<Expr> first, ImmutableArray<KernelField> fields, NameAllocator allocator)
    {
        HashSet<Expr> given = [.. fields.Select(static field => field.Value), .. first];
        ImmutableArray<OrderedRoot> roots =
        [
            new(EvaluationOrder.Value, value),
            .. gradients.Select(static output => new OrderedRoot(output.Order, output.Value)),
            .. hessians.Select(static output => new OrderedRoot(output.Order, output.Value)),
        ];
        EvaluationOrders orders = new(roots, node => node is Variable || given.Contains(node) ? [] : ExprChildren.Of(node));
        ILookup<EvaluationOrder, Step> steps = LocalPlanner
            .Plan([.. roots.Select(static root => root.Value)], [], allocator, node => node is Variable || given.Contains(node), orders.Of)
            .ToLookup(static step => step.Order);
        return new(
            [.. steps[EvaluationOrder.Value]],
            new([.. steps[EvaluationOrder.Gradient]], gradients),
            new([.. steps[EvaluationOrder.Hessian]], hessians),
            value);
    }

    /// <summary>The stage before.</summary>
    public static ElementStage LowerFirstStage(ImmutableArray<Expr> first, ImmutableArray<KernelField> fields, NameAllocator allocator)
    {
        HashSet<Expr> given = [.. fields.Select(static field => field.Value)];
        return new(LocalPlanner.Plan(first, [], allocator, node => node is Variable || given.Contains(node)), first);
    }
}
