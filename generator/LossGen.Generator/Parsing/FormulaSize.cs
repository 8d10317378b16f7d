using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
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

    /// <summary>Operations when shared subexpressions are written out, as printed formulas do.</summary>
    public const int MaximumWrittenOut = 1_000_000;

    private readonly ExprInterner _interner = new();
    private readonly Dictionary<Expr, (int Depth, int WrittenOut)> _sizes = new(ReferenceComparer.Instance);

    public bool IsWithinBudget => Excess is null;

    /// <summary>The first limit exceeded, as a message; null within the budget.</summary>
    public string? Excess { get; private set; }

    public Expr Share(Expr expression)
    {
        Expr shared = _interner.Intern(expression);
        Measure(shared);
        return shared;
    }

    private (int Depth, int WrittenOut) Measure(Expr node)
    {
        if (_sizes.TryGetValue(node, out (int Depth, int WrittenOut) known))
        {
            return known;
        }

        int depth = 0;
        int writtenOut = 1;
        foreach (Expr child in ExprChildren.Of(node))
        {
            (int childDepth, int childWrittenOut) = Measure(child);
            depth = Math.Max(depth, childDepth);
            writtenOut = Math.Min(writtenOut + childWrittenOut, MaximumWrittenOut + 1);
        }

        (int Depth, int WrittenOut) size = (depth + 1, writtenOut);
        _sizes.Add(node, size);
        Excess ??= (_sizes.Count, size) switch
        {
            (> MaximumNodes, _) => $"more than {MaximumNodes} operations",
            (_, { Depth: > MaximumDepth }) => $"operations nested more than {MaximumDepth} deep",
            (_, { WrittenOut: > MaximumWrittenOut }) => $"more than {MaximumWrittenOut} operations when its locals are written out",
            _ => null,
        };
        return size;
    }

    private sealed class ReferenceComparer : IEqualityComparer<Expr>
    {
        public static readonly ReferenceComparer Instance = new();

        public bool Equals(Expr? x, Expr? y) => ReferenceEquals(x, y);

        public int GetHashCode(Expr obj) => RuntimeHelpers.GetHashCode(obj);
    }
}
