using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Calculus;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Stability.Rewrites;

/// <summary>
/// xᵉ·log(1 − x), where differentiation has lowered e, is 0 at x = 0, where xᵉ is infinite for e &lt; 0. Where e may be below −1, it is xᵉ⁺¹·(log(1 − x)/x):
/// xᵉ alone overflows where the product does not. Likewise (1 − x)ᵉ·log x next to x = 1, and (−expm1(w))ᵉ·w, which is the same with x = eʷ. Focal losses with γ = ½ are examples. For finished expressions.
/// </summary>
internal static class PowersTimesLogarithms
{
    public static Expr? Apply(Expr expression)
    {
        if (expression is not Call { Function: Multiply } || expression.Size > SumForm.MaximumSize)
        {
            return null;
        }

        ProductForm product = ProductForm.Of(expression);
        List<Expr> factors = [.. product.Factors];
        foreach (Call power in factors.OfType<Call>().Where(static factor => factor.Function is Pow && factor[1] is Call { Function: Subtract } exponent && exponent[1] is Literal { Value: >= 1 }))
        {
            if (factors.Find(factor => IsLogarithmNextTo(factor, power[0])) is { } logarithm)
            {
                factors.Remove(power);
                factors.Remove(logarithm);
                Expr finite = ((Literal)((Call)power[1])[1]).Value < 2 ? power * logarithm : Pow.Of(power[0], SumForm.Simplify(power[1] + Build.One)) * (logarithm / power[0]);
                return new Literal(product.Coefficient) * SumForm.Product(factors) * Build.Select(Equal.Of(power[0], Build.Zero), Build.Zero, finite);
            }
        }

        return null;
    }

    /// <summary>Whether a factor is ±log(1 − x), which is ∓x next to x = 0.</summary>
    private static bool IsLogarithmNextTo(Expr factor, Expr x) => factor switch
    {
        Call { Function: Subtract } difference => x is Call { Function: Negate } negate && negate[0] is Call { Function: ExpM1 } exp && (exp[0].Equals(difference) || exp[0].Equals(difference[1] - difference[0])),
        Call { Function: LogP1 } log => log[0] is Call { Function: Negate } negate && negate[0].Equals(x) && x is Variable or Read,
        Call { Function: Log } log => log[0] is Variable or Read && x is Call { Function: Subtract } complement && complement[0].IsOne() && complement[1].Equals(log[0]),
        _ => false,
    };
}
