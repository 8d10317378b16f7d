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
    /// <param name="derivatives">Its derivatives.</param>
    /// <param name="first">What the first stage has computed.</param>
    /// <param name="fields">The kernel's fields.</param>
    /// <param name="allocator">Makes names.</param>
    public static ElementProgram Lower(
        Expr value, ImmutableArray<DerivativeOutput> derivatives, ImmutableArray<Expr> first, ImmutableArray<KernelField> fields, NameAllocator allocator)
    {
        HashSet<Expr> given = [.. fields.Select(static field => field.Value), .. first];
        ImmutableArray<OrderedRoot> roots = OrderedRoot.Of(value, derivatives);
        EvaluationOrders orders = new(roots, node => node is Variable || given.Contains(node) ? [] : ExprChildren.Of(node));
        return new(
            LocalPlanner.Plan([.. roots.Select(static root => root.Value)], [], allocator, node => node is Variable || given.Contains(node), orders.Of),
            derivatives,
            value,
            ExprOrder.ChildrenFirst([.. roots.Select(static root => root.Value)], node => given.Contains(node) ? [] : ExprChildren.Of(node)).Count(node => LongOperation.Is(node) && !given.Contains(node)));
    }

    /// <summary>The stage before.</summary>
    public static ElementStage LowerFirstStage(ImmutableArray<Expr> first, ImmutableArray<KernelField> fields, NameAllocator allocator)
    {
        HashSet<Expr> given = [.. fields.Select(static field => field.Value)];
        return new(LocalPlanner.Plan(first, [], allocator, node => node is Variable || given.Contains(node)), first);
    }
}
