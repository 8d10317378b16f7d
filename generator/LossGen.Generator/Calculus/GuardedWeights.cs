using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Calculus;

/// <summary>
/// (w ≤ 0 ? 0 : w·f) + w·g = (w ≤ 0 ? 0 : w·(f + g)) for a softmax weight w, where terms of f and g cancel: w·log w has the derivative w·(log w + 1), and what comes back
/// through the sum of all weights takes that 1 away again. Of a row with one sure class log w is far below the rounding of 1.
/// </summary>
internal static class GuardedWeights
{
    public static Expr? Collect(Expr expression)
    {
        if (expression is not Call { Function: Add or Subtract } || expression.Size > SumForm.MaximumSize)
        {
            return null;
        }

        List<(Expr Term, double Sign)> addends = Addends.Of(expression);
        return addends.Select(static addend => addend.Term).OfType<Select>().Where(static choice => WeightOf(choice) is not null).Distinct()
            .Select(guard => Collect(addends, guard.Condition, WeightOf(guard)!)).FirstOrDefault(static collected => collected is not null);
    }

    private static Expr? Collect(List<(Expr Term, double Sign)> addends, Expr condition, Expr weight)
    {
        List<Expr> factors = [];
        Expr others = Build.Zero;
        foreach ((Expr term, double sign) in addends)
        {
            Expr product = term is Select guard && guard.Condition.Equals(condition) && WeightOf(guard) is not null ? guard.WhenFalse : term;
            if (Without(product, weight) is { } factor)
            {
                factors.Add(sign * factor);
            }
            else
            {
                others += sign * term;
            }
        }

        return factors.Count > 1 && CancellingAddends.Collect(factors.Aggregate(static (sum, factor) => sum + factor)) is { } rest
            ? Build.Select(condition, Build.Zero, weight * rest) + others
            : null;
    }

    /// <summary>The softmax weight w of w ≤ 0 ? 0 : w·f.</summary>
    private static Call? WeightOf(Select choice) =>
        choice is { WhenTrue: Literal { Value: 0 }, Condition: Call { Function: LessThanOrEqual or Equal } isZero }
        && isZero[0] is Call { Function: SoftMaxWeight } weight && isZero[1].IsZero() && Without(choice.WhenFalse, weight) is not null
            ? weight
            : null;

    /// <summary>What a product multiplies a factor with; null if that is none of its factors.</summary>
    private static Expr? Without(Expr product, Expr factor)
    {
        ProductForm form = ProductForm.Of(product);
        List<Expr> factors = [.. form.Factors];
        return factors.Remove(factor) ? new Literal(form.Coefficient) * SumForm.Product(factors) : null;
    }
}
