using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using LossGen.Generator.Calculus;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering;

/// <summary>
/// Finds what one pass computes of a column and a later pass needs again, such as the exponentials of a softmax. Until the gradient
/// of a row prediction is written, its place can hold one such number per column.
/// </summary>
internal static class KeptColumns
{
    /// <summary>The kept number of each pass but the first that computes it.</summary>
    /// <param name="rootsByPass">What each pass computes of a column.</param>
    /// <param name="slots">For each row prediction, the pass that writes its gradient.</param>
    public static ImmutableArray<Kept> Find(ImmutableArray<ImmutableArray<OrderedRoot>> rootsByPass, ImmutableArray<(int Prediction, int GradientPass)> slots)
    {
        Dictionary<Expr, List<(int Pass, EvaluationOrder Order)>> passes = [];
        for (int pass = 0; pass < rootsByPass.Length; pass++)
        {
            EvaluationOrders orders = new(rootsByPass[pass], OfColumns);
            foreach (Expr node in ExprOrder.ChildrenFirst([.. rootsByPass[pass].Select(static root => root.Value)], OfColumns).Where(IsWorthKeeping))
            {
                if (!passes.TryGetValue(node, out List<(int Pass, EvaluationOrder Order)>? users))
                {
                    passes.Add(node, users = []);
                }

                users.Add((pass, orders.Of(node)));
            }
        }

        ImmutableArray<Kept>.Builder kept = ImmutableArray.CreateBuilder<Kept>();
        List<(int Prediction, int GradientPass)> free = [.. slots];
        foreach (Kept candidate in passes.Where(static node => node.Value.Count > 1).Select(static node => Candidate(node.Key, node.Value)).OrderBy(static node => node.Order).ThenBy(static node => node.FirstPass))
        {
            int slot = free.FindIndex(slot => slot.GradientPass >= candidate.LastPass);
            if (slot >= 0 && !(ContainsPairs(candidate.Value) && passes[candidate.Value].Skip(1).Any(user => user.Order < candidate.Order)))
            {
                kept.Add(candidate with { Prediction = free[slot].Prediction });
                free.RemoveAt(slot);
            }
        }

        return kept.ToImmutable();
    }

    public static ImmutableArray<Expr> OfColumns(Expr node) => node.Indices.IsEmpty ? [] : ExprChildren.Of(node);

    /// <summary>A number to keep from the order of evaluation on in which two passes need it, and there is a gradient's place.</summary>
    private static Kept Candidate(Expr node, List<(int Pass, EvaluationOrder Order)> users)
    {
        EvaluationOrder second = users.Select(static user => user.Order).OrderBy(static order => order).ElementAt(1);
        return new(node, 0, users[0].Pass, users[users.Count - 1].Pass, second == EvaluationOrder.Value ? EvaluationOrder.Gradient : second);
    }

    /// <summary>Whether a number of a column takes longer to compute than to store and load.</summary>
    private static bool IsWorthKeeping(Expr node) =>
        node.Indices is { HasColumns: true, HasOthers: false } && (node is SumOverOthers || LongOperation.Is(node));

    /// <summary>Whether a loop over the other columns is run for a number: too much to have it in the code for evaluations that have no place to keep it.</summary>
    private static bool ContainsPairs(Expr node) => ExprOrder.ChildrenFirst(node, OfColumns).Any(static part => part is SumOverOthers);
}

/// <summary>
/// A number of each column that the first pass keeps in the place of a prediction's gradient and later ones, up to the last, read: from an order of
/// evaluation on; below, who needs it computes it.
/// </summary>
internal sealed record Kept(Expr Value, int Prediction, int FirstPass, int LastPass, EvaluationOrder Order);
