using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Calculus;

/// <summary>
/// x·(a·xʸ⁻¹ + b) is a·xʸ + b·x. The derivative of a power leaves xʸ⁻¹, which is infinite where x is 0 and y below 1, and the chain rule
/// multiplies it with x only after adding other terms.
/// </summary>
internal static class ReducedPowers
{
    public static Expr? Collect(Expr expression)
    {
        if (expression is not Call { Function: Multiply } || expression.Size > SumForm.MaximumSize)
        {
            return null;
        }

        List<Expr> factors = [.. Factors(expression)];
        foreach (Expr sum in factors.Where(static factor => factor is Select or Call { Function: Add or Subtract }))
        {
            if (factors.FirstOrDefault(factor => factor is not Literal && !ReferenceEquals(factor, sum) && HasReduced(sum, factor)) is { } @base)
            {
                factors.Remove(@base);
                factors[factors.IndexOf(sum)] = Raise(sum, @base);
                return SumForm.Product(factors);
            }
        }

        return null;
    }

    private static IEnumerable<Expr> Factors(Expr product) =>
        product is Call { Function: Multiply } call ? Factors(call[0]).Concat(Factors(call[1])) : [product];

    private static bool HasReduced(Expr expression, Expr @base) => expression switch
    {
        Call { Function: Pow } power => IsReduced(power, @base),
        Call { Function: Add or Subtract or Multiply or Negate } call => call.Arguments.Items.Any(argument => HasReduced(argument, @base)),
        Select { WhenTrue: Literal { Value: 0 } } guarded => HasReduced(guarded.WhenFalse, @base),
        _ => false,
    };

    private static bool IsReduced(Call power, Expr @base) => power[0].Equals(@base) && power[1] is Call { Function: Subtract } exponent && exponent[1].IsOne();

    /// <summary>The expression times the base.</summary>
    private static Expr Raise(Expr expression, Expr @base) => expression switch
    {
        Call { Function: Pow } power when IsReduced(power, @base) => Pow.Of(@base, ((Call)power[1])[0]),
        Call { Function: Add } sum => Raise(sum[0], @base) + Raise(sum[1], @base),
        Call { Function: Subtract } difference => Raise(difference[0], @base) - Raise(difference[1], @base),
        Call { Function: Negate } negate => -Raise(negate[0], @base),
        Call { Function: Multiply } product when HasReduced(product[0], @base) => Raise(product[0], @base) * product[1],
        Call { Function: Multiply } product when HasReduced(product[1], @base) => product[0] * Raise(product[1], @base),
        Select { WhenTrue: Literal { Value: 0 } } guarded => Build.Select(guarded.Condition, Build.Zero, Raise(guarded.WhenFalse, @base)),
        _ => Masked.Multiply(@base, expression),
    };
}
