using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using LossGen.Generator.Calculus;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering;

/// <summary>
/// Cuts a kernel after its first functions. The processor executes some hundred instructions out of order, which is less than an exponential
/// and the logarithm behind it take: it waits for the chain of one vector of samples instead of beginning with the next. In two loops of half
/// the length, several vectors fit. A focal loss, e^−|x| first and the rest behind it, takes two thirds of the time.
/// </summary>
internal static class FirstStageCut
{
    /// <summary>What a kernel can keep; the buffer of the loop has room for so many.</summary>
    private const int Capacity = 4;

    /// <summary>Operations behind the first functions, in instructions, from which on the cut pays for storing and loading.</summary>
    private const int SmallestRest = 12;

    /// <summary>About what a function costs.</summary>
    private const int InstructionsOfFunction = 10;

    /// <summary>The functions to compute first; none if it is not worth while.</summary>
    /// <param name="value">The loss.</param>
    /// <param name="derivatives">The first derivatives.</param>
    /// <param name="constants">What hyperparameters alone determine.</param>
    public static ImmutableArray<Expr> Find(Expr value, IEnumerable<Expr> derivatives, ImmutableArray<KernelField> constants)
    {
        HashSet<Expr> fields = [.. constants.Select(static field => field.Value)];
        ImmutableArray<Expr> Children(Expr node) => fields.Contains(node) ? [] : ExprChildren.Of(node);
        Dictionary<Expr, int> functionsBelow = [];
        int rest = 0;
        foreach (Expr node in ExprOrder.ChildrenFirst([value, .. derivatives], Children))
        {
            bool isFunction = !fields.Contains(node) && LongOperation.Is(node);
            int below = Children(node).Select(child => functionsBelow[child]).DefaultIfEmpty(0).Max();
            functionsBelow[node] = below + (isFunction ? 1 : 0);
            rest += below == 0 ? 0 : isFunction ? InstructionsOfFunction : 1;
        }

        ImmutableArray<Expr> first = [.. ExprOrder.ChildrenFirst([value], Children).Where(node => functionsBelow[node] == 1 && !fields.Contains(node) && LongOperation.Is(node))];
        return rest >= SmallestRest && first.Length <= Capacity ? first : [];
    }
}
