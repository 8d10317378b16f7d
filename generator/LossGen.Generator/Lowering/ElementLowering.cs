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
        ImmutableArray<OrderedRoot> ordered = OrderedRoot.Of(value, derivatives);
        ImmutableArray<Expr> roots = [.. ordered.Select(static root => root.Value)];
        EvaluationOrders orders = new(ordered, Children);
        return new(
            LocalPlanner.Plan(roots, [], allocator, IsRead, orders.Of),
            derivatives,
            value,
            ExprOrder.ChildrenFirst(roots, Children).Count(node => LongOperation.Is(node) && !IsRead(node)));

        bool IsRead(Expr node) => node is Variable || given.Contains(node);

        ImmutableArray<Expr> Children(Expr node) => IsRead(node) ? [] : ExprChildren.Of(node);
    }

    /// <summary>The stage before.</summary>
    public static ElementStage LowerFirstStage(ImmutableArray<Expr> first, ImmutableArray<KernelField> fields, NameAllocator allocator)
    {
        HashSet<Expr> given = [.. fields.Select(static field => field.Value)];
        return new(LocalPlanner.Plan(first, [], allocator, node => node is Variable || given.Contains(node)), first);
    }
}
