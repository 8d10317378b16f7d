using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering;

/// <summary>Value and derivatives of an element-wise loss → straight-line steps.</summary>
internal static class ElementLowering
{
    public static ElementProgram Lower(Expr value, ImmutableArray<DerivativeOutput> derivatives, ImmutableArray<KernelField> fields, NameAllocator allocator)
    {
        HashSet<Expr> constants = [.. fields.Select(static field => field.Value)];
        ImmutableArray<Step> steps = LocalPlanner.Plan(
            [value, .. derivatives.Select(static output => output.Value)],
            [],
            allocator,
            node => node is Variable || constants.Contains(node));
        return new(steps, derivatives, value);
    }
}
