using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering;

/// <summary>Value and derivatives of an element-wise loss → straight-line steps.</summary>
internal static class ElementLowering
{
    /// <param name="value">The loss.</param>
    /// <param name="derivatives">What the program hands over.</param>
    /// <param name="first">What the first stage has computed.</param>
    /// <param name="fields">The kernel's fields.</param>
    /// <param name="allocator">Makes names.</param>
    public static ElementProgram Lower(Expr value, ImmutableArray<DerivativeOutput> derivatives, ImmutableArray<Expr> first, ImmutableArray<KernelField> fields, NameAllocator allocator)
    {
        HashSet<Expr> given = [.. fields.Select(static field => field.Value), .. first];
        return new(Plan([value, .. derivatives.Select(static output => output.Value)], given, allocator), derivatives, value);
    }

    /// <summary>The stage before.</summary>
    public static ElementStage LowerFirstStage(ImmutableArray<Expr> first, ImmutableArray<KernelField> fields, NameAllocator allocator) =>
        new(Plan(first, [.. fields.Select(static field => field.Value)], allocator), first);

    private static ImmutableArray<Step> Plan(ImmutableArray<Expr> roots, HashSet<Expr> given, NameAllocator allocator) =>
        LocalPlanner.Plan(roots, [], allocator, node => node is Variable || given.Contains(node));
}
