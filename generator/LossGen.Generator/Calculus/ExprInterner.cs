using System.Collections.Generic;
using System.Runtime.CompilerServices;
using LossGen.Generator.Model;

namespace LossGen.Generator.Calculus;

/// <summary>
/// Shares equal subexpressions: of all equal nodes that pass through, one represents the others. A formula becomes a graph in which
/// equality is a comparison of references, and no pass takes longer than the graph is large.
/// </summary>
internal sealed class ExprInterner
{
    private readonly Dictionary<Expr, Expr> _representatives = [];
    private readonly Dictionary<Expr, Expr> _seen = new(ReferenceComparer.Instance);

    public Expr Intern(Expr expression)
    {
        if (_seen.TryGetValue(expression, out Expr? known))
        {
            return known;
        }

        Expr shared = ExprChildren.Map(expression, Intern);
        if (_representatives.TryGetValue(shared, out Expr? representative))
        {
            _seen[expression] = representative;
            return representative;
        }

        _representatives.Add(shared, shared);
        _seen[shared] = shared;
        _seen[expression] = shared;
        return shared;
    }

    private sealed class ReferenceComparer : IEqualityComparer<Expr>
    {
        public static readonly ReferenceComparer Instance = new();

        public bool Equals(Expr? x, Expr? y) => ReferenceEquals(x, y);

        public int GetHashCode(Expr obj) => RuntimeHelpers.GetHashCode(obj);
    }
}
