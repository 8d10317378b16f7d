using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using LossGen.Generator.Calculus;

namespace LossGen.Generator.Model;

/// <summary>
/// The root of a formula, as a member of the pipeline's model. Its equality compares graphs, each pair of nodes once: locals make
/// shared subexpressions, and comparing those as trees could take exponential time.
/// </summary>
internal sealed class Formula(Expr root) : IEquatable<Formula>
{
    public Expr Root { get; } = root;

    public bool Equals(Formula? other) => other is not null && AreEqual(Root, other.Root, new(ReferencePairComparer.Instance));

    public override bool Equals(object? obj) => Equals(obj as Formula);

    public override int GetHashCode() => Root.GetHashCode();

    private static bool AreEqual(Expr left, Expr right, HashSet<(Expr Left, Expr Right)> compared)
    {
        if (ReferenceEquals(left, right) || !compared.Add((left, right)))
        {
            return true;
        }

        ImmutableArray<Expr> leftChildren = ExprChildren.Of(left);
        ImmutableArray<Expr> rightChildren = ExprChildren.Of(right);
        if (!ExprChildren.SameNode(left, right) || leftChildren.Length != rightChildren.Length)
        {
            return false;
        }

        for (int child = 0; child < leftChildren.Length; child++)
        {
            if (!AreEqual(leftChildren[child], rightChildren[child], compared))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Compares pairs by reference. A pair seen before is equal, or the whole comparison has failed already.</summary>
    private sealed class ReferencePairComparer : IEqualityComparer<(Expr Left, Expr Right)>
    {
        public static readonly ReferencePairComparer Instance = new();

        public bool Equals((Expr Left, Expr Right) x, (Expr Left, Expr Right) y) => ReferenceEquals(x.Left, y.Left) && ReferenceEquals(x.Right, y.Right);

        public int GetHashCode((Expr Left, Expr Right) obj) => unchecked((obj.Left.GetHashCode() * 397) ^ obj.Right.GetHashCode());
    }
}
