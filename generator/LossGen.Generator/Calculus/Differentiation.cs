using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Calculus;

/// <summary>
/// Symbolic differentiation in reverse mode on the shared graph of a formula: one sweep, whatever the number of variables, and no
/// swell of repeated subexpressions.
/// </summary>
/// <remarks>
/// The sweep is generic over shapes. The adjoint of a node that depends on the column is an expression of the column; where a scalar is
/// used at every column, its adjoint is the sum over the columns; where a reduction takes a body, the body's adjoint follows from
/// the reduction's (<see cref="ReductionAdjoint"/>). A reading <c>row[label]</c> hands its adjoint to the one column. In a sum over pairs, the adjoint of what
/// depends on the other column is one of the pair (i, j), until a reading of the row at j: what flows to its element k is the sum over i of the pairs (i, k).
/// </remarks>
internal static class Differentiation
{
    /// <summary>∂formula/∂input, for a formula that is a scalar of the sample: an expression of the column if the input is a row.</summary>
    public static Expr Gradient(Expr formula, Input input, ExprInterner interner)
    {
        formula = interner.Intern(formula);
        Expr gradient = Build.Zero;
        foreach ((Expr leaf, Expr adjoint) in Sweep(formula, node => IsReadingOf(node, input), sumOverColumns: true, interner))
        {
            gradient += leaf switch
            {
                Read { Index: OtherColumn } => Build.SumOverOthers(Substitution.Swap(adjoint)),
                Read { Index: not Column } read => Build.Select(Build.Call(Equal.Instance, Column.Instance, read.Index), adjoint, Build.Zero),
                _ => adjoint,
            };
        }

        return interner.Intern(gradient);
    }

    /// <summary>
    /// The diagonal of the second derivative, given the gradient. For a row, gᵢ depends on zᵢ of its own column and on scalars
    /// Sₖ of the row, so that the diagonal is ∂gᵢ/∂zᵢ at fixed S, plus Σₖ ∂gᵢ/∂Sₖ · (∇Sₖ)ᵢ. Of a sum over pairs, gᵢ = Σⱼ h(zᵢ, zⱼ), the other
    /// element is zᵢ itself at j = i.
    /// </summary>
    public static Expr HessianDiagonal(Expr gradient, Input input, ExprInterner interner)
    {
        gradient = interner.Intern(gradient);
        if (gradient.Indices.IsEmpty && input.Role == InputRole.Prediction && !ReadsRow(gradient, input))
        {
            return Gradient(gradient, input, interner);
        }

        Expr diagonal = Build.Zero;
        foreach ((Expr leaf, Expr partial) in Sweep(gradient, node => node.Indices.IsEmpty || IsReadingOf(node, input), sumOverColumns: false, interner))
        {
            Expr direction = leaf.Indices.IsEmpty ? Gradient(leaf, input, interner) : Build.One;
            diagonal += Masked.Multiply(leaf is Read { Index: OtherColumn } ? OfOwnPair(partial) : partial, direction);
        }

        return interner.Intern(diagonal);
    }

    /// <summary>An expression of pairs at the pair of a column with itself, which is neither less nor greater.</summary>
    private static Expr OfOwnPair(Expr expression) => Substitution.Rebuild(
        Substitution.AtOther(expression, Column.Instance),
        static node => node switch
        {
            Call { Function: LessThan or GreaterThan } comparison when comparison[0].Equals(comparison[1]) => Truth.False,
            Call { Function: Equal } comparison when comparison[0] is Column && comparison[1] is Column => Truth.True,
            _ => null,
        });

    /// <summary>The adjoints of the leaves that the root depends on, in the order in which the leaves occur.</summary>
    private static IEnumerable<(Expr Leaf, Expr Adjoint)> Sweep(Expr root, Func<Expr, bool> isLeaf, bool sumOverColumns, ExprInterner interner)
    {
        ImmutableArray<Expr> order = ExprOrder.ChildrenFirst(root, node => isLeaf(node) ? [] : Differentiable(node));
        Dictionary<Expr, Expr> adjoints = new() { [root] = Build.One };
        for (int position = order.Length - 1; position >= 0; position--)
        {
            Expr node = order[position];
            if (isLeaf(node) || !adjoints.TryGetValue(node, out Expr? adjoint))
            {
                continue;
            }

            foreach ((Expr child, Expr contribution) in Contributions(node, adjoint, isLeaf))
            {
                Expr share = interner.Intern(SumOver(child.Indices, node.Indices, contribution, sumOverColumns));
                if (!share.IsZero())
                {
                    adjoints[child] = adjoints.TryGetValue(child, out Expr? sum) ? interner.Intern(sum + share) : share;
                }
            }
        }

        return order.Where(isLeaf).Where(adjoints.ContainsKey).Select(leaf => (leaf, adjoints[leaf]));
    }

    /// <summary>
    /// A contribution, summed over the indices on which the node depends and its child does not. What depends on the other column of a pair counts as
    /// depending on both.
    /// </summary>
    private static Expr SumOver(IndexSet child, IndexSet node, Expr contribution, bool sumOverColumns)
    {
        Expr byColumn = node.HasOthers && !child.HasOthers ? Build.SumOverOthers(contribution) : contribution;
        return sumOverColumns && child.IsEmpty && !node.IsEmpty ? Build.Sum(byColumn) : byColumn;
    }

    /// <summary>What a node hands to each of its children. A sum over the columns is taken by the caller.</summary>
    private static IEnumerable<(Expr Child, Expr Contribution)> Contributions(Expr node, Expr adjoint, Func<Expr, bool> varies)
    {
        switch (node)
        {
            case Call call:
                for (int argument = 0; argument < call.Arguments.Count; argument++)
                {
                    yield return (call[argument], FixedArguments.LeaveOut(call, argument, Masked.Multiply(adjoint, call.Function.Derivative(call, argument)), varies));
                }

                break;
            case Select select:
                yield return (select.WhenTrue, Build.Select(select.Condition, adjoint, Build.Zero));
                yield return (select.WhenFalse, Build.Select(select.Condition, Build.Zero, adjoint));
                break;
            case SumOverOthers sum:
                yield return (sum.Body, adjoint);
                break;
            case Reduce reduce:
                yield return (reduce.Body, Masked.Multiply(adjoint, ReductionAdjoint.Of(reduce)));
                break;
        }
    }

    /// <summary>The children through which a derivative flows: conditions and indices are locally constant.</summary>
    private static ImmutableArray<Expr> Differentiable(Expr node) => node switch
    {
        Select select => [select.WhenTrue, select.WhenFalse],
        Read or Call { IsCondition: true } => [],
        _ => ExprChildren.Of(node),
    };

    private static bool ReadsRow(Expr expression, Input input) =>
        ExprOrder.ChildrenFirst(expression, ExprChildren.Of).Any(node => node is Read read && read.Row == input);

    private static bool IsReadingOf(Expr node, Input input) => node switch
    {
        Variable variable => variable.Input == input,
        Read read => read.Row == input,
        _ => false,
    };
}
