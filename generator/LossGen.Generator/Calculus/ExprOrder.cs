using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using LossGen.Generator.Model;

namespace LossGen.Generator.Calculus;

/// <summary>Walks a graph of expressions, every node once, without recursion.</summary>
internal static class ExprOrder
{
    /// <summary>All nodes reachable from the roots by <paramref name="children"/>, each after its children.</summary>
    public static ImmutableArray<Expr> ChildrenFirst(Expr root, Func<Expr, ImmutableArray<Expr>> children) => ChildrenFirst([root], children);

    /// <inheritdoc cref="ChildrenFirst(Expr, Func{Expr, ImmutableArray{Expr}})"/>
    public static ImmutableArray<Expr> ChildrenFirst(ImmutableArray<Expr> roots, Func<Expr, ImmutableArray<Expr>> children)
    {
        ImmutableArray<Expr>.Builder order = ImmutableArray.CreateBuilder<Expr>();
        HashSet<Expr> entered = [];
        Stack<(Expr Node, ImmutableArray<Expr> Children, int Next)> path = new();
        foreach (Expr root in roots)
        {
            Enter(root);
            while (path.Count > 0)
            {
                (Expr node, ImmutableArray<Expr> below, int next) = path.Pop();
                if (next == below.Length)
                {
                    order.Add(node);
                    continue;
                }

                path.Push((node, below, next + 1));
                Enter(below[next]);
            }
        }

        return order.ToImmutable();

        void Enter(Expr node)
        {
            if (entered.Add(node))
            {
                path.Push((node, children(node), 0));
            }
        }
    }
}
