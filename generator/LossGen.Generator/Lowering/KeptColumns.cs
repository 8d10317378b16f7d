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
    public static ImmutableArray<Kept> Find(ImmutableArray<ImmutableArray<Expr>> rootsByPass, ImmutableArray<(int Prediction, int GradientPass)> slots)
    {
        Dictionary<Expr, List<int>> passes = [];
        for (int pass = 0; pass < rootsByPass.Length; pass++)
        {
            foreach (Expr node in ExprOrder.ChildrenFirst(rootsByPass[pass], static node => node.Indices.IsEmpty ? [] : ExprChildren.Of(node)).Where(IsWorthKeeping))
            {
                if (!passes.TryGetValue(node, out List<int>? users))
                {
                    passes.Add(node, users = []);
                }

                users.Add(pass);
            }
        }

        ImmutableArray<Kept>.Builder kept = ImmutableArray.CreateBuilder<Kept>();
        List<(int Prediction, int GradientPass)> free = [.. slots];
        foreach (KeyValuePair<Expr, List<int>> node in passes.Where(static node => node.Value.Count > 1).OrderBy(static node => node.Value[0]))
        {
            int slot = free.FindIndex(candidate => candidate.GradientPass >= node.Value[node.Value.Count - 1]);
            if (slot >= 0)
            {
                kept.Add(new(node.Key, free[slot].Prediction, node.Value[0], node.Value[node.Value.Count - 1]));
                free.RemoveAt(slot);
            }
        }

        return kept.ToImmutable();
    }

    /// <summary>Whether a number of a column takes longer to compute than to store and load.</summary>
    private static bool IsWorthKeeping(Expr node) =>
        node.Indices is { HasColumns: true, HasOthers: false } && (node is SumOverOthers || LongOperation.Is(node));
}

/// <summary>A number of each column that the first pass keeps in the place of a prediction's gradient and later ones, up to the last, read.</summary>
internal sealed record Kept(Expr Value, int Prediction, int FirstPass, int LastPass);
