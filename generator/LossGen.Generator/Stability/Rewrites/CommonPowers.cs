using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Calculus;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Stability.Rewrites;

/// <summary>
/// a·xᵉ + b·xᵉ⁻¹ = (a·x + b)/x·xᵉ, where a is one number for the whole batch and e may be negative: the gradient 1/p − y/p² of a deviance is
/// (p − y)/p², with a difference of inputs that is exact, and ∞ − ∞ where p is tiny becomes one infinity. For finished expressions.
/// </summary>
internal static class CommonPowers
{
    public static Expr? Apply(Expr expression) => expression is Select choice
        ? (OfSum(choice.WhenTrue), OfSum(choice.WhenFalse)) switch
        {
            (null, null) => null,
            var (whenTrue, whenFalse) => Build.Select(choice.Condition, whenTrue ?? choice.WhenTrue, whenFalse ?? choice.WhenFalse),
        }
        : OfSum(expression);

    private static Expr? OfSum(Expr expression)
    {
        if (expression is not Call { Function: Add or Subtract } || expression.Size > SumForm.MaximumSize)
        {
            return null;
        }

        // Other terms, such as those of hyperparameters for which the formula is another one, stay as they are.
        List<(SumTerm Term, PowerTerm? Power)> terms = [.. SumTerm.Of(expression).Select(static term => (term, PowerTerm.Of(term)))];
        List<PowerTerm> powers = PowerTerm.Collect(terms.Select(static term => term.Power).OfType<PowerTerm>());
        foreach ((PowerTerm left, PowerTerm right) in Pairs(powers))
        {
            if ((OfPair(left, right) ?? PowersOfSums.Combine(left, right) ?? PowersOfSums.Combine(right, left)) is { } combined)
            {
                Expr others = SumTerm.ToExpr(terms.Where(static term => term.Power is null).Select(static term => term.Term));
                return powers.Where(power => !ReferenceEquals(power, left) && !ReferenceEquals(power, right)).Aggregate(others, static (sum, power) => sum + power.ToExpr()) + combined;
            }
        }

        return null;
    }

    private static IEnumerable<(PowerTerm Left, PowerTerm Right)> Pairs(List<PowerTerm> powers) =>
        powers.SelectMany((left, position) => powers.Skip(position + 1).Select(right => (left, right)));

    private static Expr? OfPair(PowerTerm left, PowerTerm right) =>
        BasesOf(left).Concat(BasesOf(right)).Distinct().Select(@base => Combine(left, right, @base)).FirstOrDefault(static combined => combined is not null);

    /// <summary>What has a negative power, or one that may be negative.</summary>
    private static IEnumerable<Expr> BasesOf(PowerTerm term) =>
        term.Product.Powers.Where(static factor => factor.Value < 0).Select(static factor => factor.Key).Concat(term.PowerBases).Where(static @base => @base is Variable or Read).Distinct();

    private static Expr? Combine(PowerTerm left, PowerTerm right, Expr @base)
    {
        if (left.PowerOf(@base) is not { } first || right.PowerOf(@base) is not { } second || first.Above(second) is not (1 or -1))
        {
            return null;
        }

        bool isLeftHigher = first.Above(second) == 1;
        Monomial leftRest = left.Without(@base);
        Monomial rightRest = right.Without(@base);
        (Monomial higher, Monomial lower) = isLeftHigher ? (leftRest, rightRest) : (rightRest, leftRest);
        BasePower power = isLeftHigher ? first : second;
        List<KeyValuePair<Expr, int>> common = [.. higher.Powers.Where(factor => lower.PowerOf(factor.Key) == factor.Value)];
        Expr a = PowerTerm.ToExpr(Without(higher, common));
        Expr b = PowerTerm.ToExpr(Without(lower, common));
        if (!IsConstant(a) || !MayCancel(higher, lower, common))
        {
            return null;
        }

        // Of a power that is not whole, xᵉ may be 0 where the quotient is infinite, and xᵉ⁻¹ underflow where x is large.
        Expr numerator = (a * @base) + b;
        Expr ofLarge = power.Times(numerator / @base, @base);
        Expr combined = (power.Exponent is null
            ? ofLarge
            : Build.Select(LessThan.Of(Abs.Of(@base), Build.One), (isLeftHigher ? second : first).Times(numerator, @base), ofLarge)) * Polynomial.Product(common);
        return PowerTerm.Guard(left, right, combined);
    }

    private static Monomial Without(Monomial product, List<KeyValuePair<Expr, int>> factors) => factors.Aggregate(product, static (rest, factor) => rest.Without(factor.Key));

    private static bool IsConstant(Expr factor) => factor is Literal || ProductForm.IsHyperparameter(factor);

    /// <summary>Whether the terms have opposite signs, for all that is known.</summary>
    private static bool MayCancel(Monomial higher, Monomial lower, List<KeyValuePair<Expr, int>> common) =>
        (higher.Coefficient < 0) != (lower.Coefficient < 0) || Without(higher, common).Powers.Concat(Without(lower, common).Powers).Any(static factor => ProductForm.IsHyperparameter(factor.Key));
}
