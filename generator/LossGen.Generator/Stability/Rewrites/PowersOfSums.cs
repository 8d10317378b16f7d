using System.Linq;
using LossGen.Generator.Calculus;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Stability.Rewrites;

/// <summary>
/// a·xᵉ + a·m·t·xᵉ⁻¹, where x = t + r is a sum and m and r are numbers for the whole batch, as in the second derivative of a power of 1 + s²: it is
/// a·xᵉ·(1 + m·t/x), and where t is most of x, so that 1 and m may cancel, a·xᵉ·(1 + m − m·r/x). Barron's loss is an example.
/// </summary>
internal static class PowersOfSums
{
    public static Expr? Combine(PowerTerm higher, PowerTerm lower) =>
        higher.PowerBases.Where(static @base => @base is Call { Function: Add }).Select(@base => Combine(higher, lower, @base)).FirstOrDefault(static combined => combined is not null);

    private static Expr? Combine(PowerTerm higher, PowerTerm lower, Expr @base)
    {
        if (higher.PowerOf(@base) is not { } power || lower.PowerOf(@base) is not { } other || power.Above(other) != 1 || Polynomial.Of(@base)?.Terms is not [var first, var second])
        {
            return null;
        }

        Monomial multiple = lower.Without(@base).Times(Inverse(higher.Without(@base)));
        return Split(multiple, first, second) ?? Split(multiple, second, first);

        Expr? Split(Monomial multiple, Monomial part, Monomial rest)
        {
            Monomial factor = multiple.Times(Inverse(part));
            if (!(factor.Powers.Any() || factor.Coefficient < 0) || !IsConstant(factor) || !IsConstant(rest))
            {
                return null;
            }

            Expr m = PowerTerm.ToExpr(factor);
            Expr t = PowerTerm.ToExpr(part);
            Expr r = PowerTerm.ToExpr(rest);
            Expr sum = Build.Select(LessThan.Of(t, r), 1 + (m * (t / @base)), (1 + m) - (m * (r / @base)));
            return PowerTerm.Guard(higher, lower, power.Times(PowerTerm.ToExpr(higher.Without(@base)), @base) * sum);
        }
    }

    private static Monomial Inverse(Monomial product) =>
        product.Powers.Aggregate(Monomial.Constant(1 / product.Coefficient), static (inverse, factor) => inverse.Times(Monomial.Of(factor.Key, -factor.Value)));

    private static bool IsConstant(Monomial product) => product.Powers.All(static factor => ProductForm.IsHyperparameter(factor.Key));
}
