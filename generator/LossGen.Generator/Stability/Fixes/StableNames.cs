using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using LossGen.Generator.Calculus;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;
using LossGen.Generator.Stability.Witnesses;

namespace LossGen.Generator.Stability.Fixes;

/// <summary>Parts of a formula that spell out what one function does with all digits, in the value and in the derivatives.</summary>
internal static class StableNames
{
    private static readonly ImmutableArray<Form> Table = [.. LogarithmForms.Names, .. ExponentialForms.Names, .. RowForms.All];

    /// <summary>The largest such parts, but for those in which something fails and is reported as such.</summary>
    public static IEnumerable<Finding> Of(LossModel model, EquatableArray<Finding> failures)
    {
        HashSet<Expr> covered = [.. failures.Items.SelectMany(static failure => Below(failure.Culprit).AsEnumerable())];
        covered.UnionWith(Around(model.Value.Root, [.. failures.Items.Select(static failure => failure.Culprit)]));
        Dictionary<Expr, Expr> simplified = [];
        Substitution.Rebuild(model.Value.Root, (node, rebuilt) =>
        {
            simplified[node] = rebuilt;
            return null;
        });
        foreach (Expr node in Below(model.Value.Root).Reverse())
        {
            if (!covered.Contains(node) && NameOf(node, () => simplified[node]) is not null)
            {
                covered.UnionWith(Below(node));
                yield return new(FindingKind.StableNameExists, node, new([]), new(null, 0, 0, string.Empty), IsMendedByRewrites: true);
            }
        }
    }

    /// <summary>The function that a node, as written, spells out; null if it does not.</summary>
    public static string? NameOf(Expr written) => NameOf(written, () => Substitution.Rebuild(written, static _ => null));

    private static string? NameOf(Expr written, Func<Expr> simplify)
    {
        if (written is not (Call { Function: Log or LogP1 or Divide or Add or Subtract or Multiply or Sqrt }))
        {
            return null;
        }

        Expr simplified = simplify();
        if (written is Call { Function: Log or LogP1 } logarithm && NameOfResult(simplified) is { } known && known != logarithm.Function.Name)
        {
            return known;
        }

        return Table.Select(form => form(simplified)).OfType<Expr>().Select(NameOfResult).FirstOrDefault(static name => name is not null);
    }

    private static string? NameOfResult(Expr expression) => expression switch
    {
        Call { Function: Negate } negate when negate[0] is Call { Function: Softplus } => "LogSigmoid",
        Call { Function: Negate } negate => NameOfResult(negate[0]),
        Call { Function: LogP1 or ExpM1 or Softplus or LogAddExp or Log1MExp or LogCosh or LogErfc or Sigmoid or Tanh or Sinh or Cosh or Hypot or Erfc or Asinh or Acosh } call => call.Function.Name,
        Call { Function: NormRoot } => "Norm",
        Call { Function: SoftMaxWeight } => "SoftMax",
        Call { Function: Subtract } difference when difference[1] is Reduce { Kind: ReductionKind.LogSumExp } => "LogSoftMax",
        Reduce { Kind: ReductionKind.LogSumExp } => "LogSumExp",
        Call { Function: Divide } mean when mean[1] is ColumnCount && mean.MeanTerms() is Call { Function: Square } => "Variance",
        _ => null,
    };

    private static ImmutableArray<Expr> Below(Expr expression) => ExprOrder.ChildrenFirst(expression, ExprChildren.Of);

    /// <summary>The culprits and everything that they are a part of.</summary>
    private static HashSet<Expr> Around(Expr root, HashSet<Expr> culprits)
    {
        HashSet<Expr> around = [];
        foreach (Expr node in Below(root))
        {
            if (culprits.Contains(node) || ExprChildren.Of(node).Any(around.Contains))
            {
                around.Add(node);
            }
        }

        return around;
    }
}
