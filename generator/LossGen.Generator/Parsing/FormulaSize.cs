using System;
using System.Collections.Generic;
using LossGen.Generator.Calculus;
using LossGen.Generator.Model;

namespace LossGen.Generator.Parsing;

/// <summary>Shares equal subexpressions while a formula is built, and keeps account of its size: a formula beyond a limit is not compiled.</summary>
internal sealed class FormulaSize
{
    /// <summary>Distinct operations. The largest loss in the catalogue has fewer than 100.</summary>
    public const int MaximumNodes = 2_000;

    /// <summary>Levels of nesting: later passes recurse, three derivatives deep, on stacks of 1 MB.</summary>
    public const int MaximumDepth = 400;

    /// <summary>Every distinct operation: the node that represents it, and its size.</summary>
    private readonly Dictionary<Expr, Entry> _entries = [];

    public bool IsWithinBudget => Excess is null;

    /// <summary>The first limit exceeded, as a message; null within the budget.</summary>
    public string? Excess { get; private set; }

    /// <summary>The node that represents all equal ones.</summary>
    public Expr Share(Expr expression) => Find(expression).Node;

    private Entry Find(Expr expression)
    {
        if (_entries.TryGetValue(expression, out Entry known))
        {
            return known;
        }

        Entry entry = Measure(ExprChildren.Map(expression, Share));
        _entries.Add(entry.Node, entry);
        Excess ??= (_entries.Count, entry) switch
        {
            ( > MaximumNodes, _) => $"more than {MaximumNodes} operations",
            (_, { Depth: > MaximumDepth }) => $"operations nested more than {MaximumDepth} deep",
            _ => null,
        };
        return entry;
    }

    private Entry Measure(Expr node)
    {
        int depth = 0;
        foreach (Expr child in ExprChildren.Of(node))
        {
            depth = Math.Max(depth, _entries[child].Depth);
        }

        return new Entry(node, depth + 1);
    }

    private readonly record struct Entry(Expr Node, int Depth);
}
