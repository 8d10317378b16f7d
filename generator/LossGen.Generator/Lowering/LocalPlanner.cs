using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using LossGen.Generator.Calculus;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering;

/// <summary>Decides which subexpressions become locals: what is used more than once, and every input that is read.</summary>
internal static class LocalPlanner
{
    /// <summary>
    /// Steps, in order, after which every root can be written as one expression. Nodes that have a name already are leaves;
    /// new names are entered in <paramref name="names"/>.
    /// </summary>
    /// <param name="roots">What is to be written.</param>
    /// <param name="names">The names of nodes that have one.</param>
    /// <param name="allocator">Makes the new names.</param>
    /// <param name="isLeaf">Nodes that are read from somewhere, like an input, and so always become a local.</param>
    /// <param name="orderOf">The lowest order of evaluation that needs an expression; without, all need all.</param>
    /// <param name="later">What later steps will compute again where it has no name.</param>
    public static ImmutableArray<Step> Plan(ImmutableArray<Expr> roots, Dictionary<Expr, string> names, NameAllocator allocator, Func<Expr, bool> isLeaf, Func<Expr, EvaluationOrder>? orderOf = null, IEnumerable<Expr>? later = null) =>
        Plan(roots, names, isLeaf, static node => node is Call or Select or Reduce or SumOverOthers, allocator.AllocateFor, readsAreLocals: true, orderOf, [.. later ?? []]);

    /// <summary>The names that make formulas readable on paper: long subexpressions that occur more than once.</summary>
    public static ImmutableArray<Step> PlanForReading(ImmutableArray<Expr> roots, Dictionary<Expr, string> names, NameAllocator allocator, Func<Expr, bool> isWorthAName) =>
        Plan(roots, names, static _ => false, isWorthAName, node => allocator.AllocateFor(node) + (node.Indices.HasColumns ? "ᵢ" : "") + (node.Indices.HasOthers ? "ⱼ" : ""), readsAreLocals: false, null, []);

    private static ImmutableArray<Step> Plan(
        ImmutableArray<Expr> roots,
        Dictionary<Expr, string> names,
        Func<Expr, bool> isLeaf,
        Func<Expr, bool> isWorthAName,
        Func<Expr, string> allocate,
        bool readsAreLocals,
        Func<Expr, EvaluationOrder>? orderOf,
        HashSet<Expr> later)
    {
        ImmutableArray<Expr> Children(Expr node) => names.ContainsKey(node) || isLeaf(node) ? [] : ExprChildren.Of(node);

        ImmutableArray<Expr> order = ExprOrder.ChildrenFirst(roots, Children);
        Dictionary<Expr, int> uses = [];
        foreach (Expr used in order.SelectMany(node => Children(node).AsEnumerable()).Concat(roots))
        {
            uses[used] = uses.TryGetValue(used, out int count) ? count + 1 : 1;
        }

        HashSet<Expr> named = [.. order.OfType<Call>().Where(static call => call.Function.NamesArguments).SelectMany(static call => call.Arguments.Items.AsEnumerable())];
        ImmutableArray<Step>.Builder steps = ImmutableArray.CreateBuilder<Step>();
        foreach (Expr node in order)
        {
            if (!names.ContainsKey(node) && (isLeaf(node) || (readsAreLocals && node is Read) || ((uses[node] > 1 || named.Contains(node) || later.Contains(node)) && isWorthAName(node))))
            {
                string name = allocate(node);
                steps.Add(new(name, node, orderOf?.Invoke(node) ?? EvaluationOrder.Value));
                names.Add(node, name);
            }
        }

        return steps.ToImmutable();
    }
}
