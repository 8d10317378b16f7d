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
        ImmutableArray<Expr> withGradients = [value, .. gradients.Select(static output => output.Value)];
        ImmutableArray<Step> steps = Plan([.. withGradients, .. hessians.Select(static output => output.Value)], given, allocator);
        HashSet<Expr> ofValue = NeededBy([value], given);
        HashSet<Expr> ofGradients = NeededBy(withGradients, given);
        return new(
            [.. steps.Where(step => ofValue.Contains(step.Value))],
            new([.. steps.Where(step => !ofValue.Contains(step.Value) && ofGradients.Contains(step.Value))], gradients),
            new([.. steps.Where(step => !ofGradients.Contains(step.Value))], hessians),
            value);
    }

    private static HashSet<Expr> NeededBy(ImmutableArray<Expr> roots, HashSet<Expr> given) =>
        [.. ExprOrder.ChildrenFirst(roots, node => node is Variable || given.Contains(node) ? [] : ExprChildren.Of(node))];

    /// <summary>The stage before.</summary>
    public static ElementStage LowerFirstStage(ImmutableArray<Expr> first, ImmutableArray<KernelField> fields, NameAllocator allocator) =>
        new(Plan(first, [.. fields.Select(static field => field.Value)], allocator), first);

    private static ImmutableArray<Step> Plan(ImmutableArray<Expr> roots, HashSet<Expr> given, NameAllocator allocator) =>
        LocalPlanner.Plan(roots, [], allocator, node => node is Variable || given.Contains(node));
}
