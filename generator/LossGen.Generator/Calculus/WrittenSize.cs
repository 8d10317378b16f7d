using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using LossGen.Generator.Model;

namespace LossGen.Generator.Calculus;

/// <summary>The number of operations of expressions with their shared parts written out, which can be exponential in the size of the graph.</summary>
internal static class WrittenSize
{
    /// <summary>The sizes of all nodes under the roots.</summary>
    public static Dictionary<Expr, double> Of(ImmutableArray<Expr> roots)
    {
        Dictionary<Expr, double> sizes = [];
        foreach (Expr node in ExprOrder.ChildrenFirst(roots, ExprChildren.Of))
        {
            sizes[node] = 1 + ExprChildren.Of(node).Sum(child => sizes[child]);
        }

        return sizes;
    }
}
