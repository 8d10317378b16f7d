using System.Collections.Generic;
using LossGen.Generator.Model;

namespace LossGen.Generator.Calculus;

/// <summary>
/// Shares equal subexpressions: of all equal nodes that pass through, one represents the others. A formula becomes a graph in which
/// equality is a comparison of references, and no pass takes longer than the graph is large.
/// </summary>
internal sealed class ExprInterner
{
    private readonly Dictionary<Expr, Expr> _representatives = [];

    public Expr Intern(Expr expression)
    {
        if (_representatives.TryGetValue(expression, out Expr? known))
        {
            return known;
        }

        Expr shared = ExprChildren.Map(expression, Intern);
        _representatives.Add(shared, shared);
        return shared;
    }
}
