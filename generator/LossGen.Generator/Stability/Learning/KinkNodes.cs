using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Calculus;
using LossGen.Generator.Emission;
using LossGen.Generator.Model;

namespace LossGen.Generator.Stability.Learning;

/// <summary>The parts of a formula that have kinks, each with a sentence about it.</summary>
internal static class KinkNodes
{
    public static IEnumerable<(Expr Node, string Description)> Of(Expr value) =>
        ExprOrder.ChildrenFirst(value, ExprChildren.Of)
            .Select(static node => (Node: node, Description: Kinks.DescribeNode(node)?.TrimEnd('.')))
            .Where(static kink => kink.Description is not null)
            .Select(static kink => (kink.Node, kink.Description!));
}
