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

        List<Part?> parts = [.. SumTerm.Of(expression).Select(Part.Of)];
        return parts.All(static part => part is not null) && Part.Collect(parts!) is [var left, var right]
            ? left.Bases.Concat(right.Bases).Distinct().Select(@base => Combine(left, right, @base)).FirstOrDefault(static combined => combined is not null)
            : null;
    }

    private static Expr? Combine(Part left, Part right, Expr @base)
    {
        if (left.PowerOf(@base) is not { } first || right.PowerOf(@base) is not { } second || first.Above(second) is not (1 or -1))
        {
            return null;
        }

        bool isLeftHigher = first.Above(second) == 1;
        Monomial leftRest = left.Without(@base);
        Monomial rightRest = right.Without(@base);
        (Monomial higher, Monomial lower) = isLeftHigher ? (leftRest, rightRest) : (rightRest, leftRest);
        Power power = isLeftHigher ? first : second;
        List<KeyValuePair<Expr, int>> common = [.. higher.Powers.Where(factor => lower.PowerOf(factor.Key) == factor.Value)];
        Expr a = ToExpr(Without(higher, common));
        Expr b = ToExpr(Without(lower, common));
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
        combined = left.Guards.Aggregate(combined, (unguarded, guard) => Build.Select(guard, right.ToExpr(), unguarded));
        return right.Guards.Aggregate(combined, (unguarded, guard) => Build.Select(guard, left.ToExpr(), unguarded));
    }

    private static Monomial Without(Monomial product, List<KeyValuePair<Expr, int>> factors) => factors.Aggregate(product, static (rest, factor) => rest.Without(factor.Key));

    private static Expr ToExpr(Monomial product) => Polynomial.Of([product], false).ToExpr();

    private static bool IsConstant(Expr factor) => factor is Literal || ProductForm.IsHyperparameter(factor);

    /// <summary>Whether the terms have opposite signs, for all that is known.</summary>
    private static bool MayCancel(Monomial higher, Monomial lower, List<KeyValuePair<Expr, int>> common) =>
        (higher.Coefficient < 0) != (lower.Coefficient < 0) || Without(higher, common).Powers.Concat(Without(lower, common).Powers).Any(static factor => ProductForm.IsHyperparameter(factor.Key));

    /// <summary>x to a whole power times x to another one that is an expression.</summary>
    private sealed record Power(int Whole, Expr? Exponent)
    {
        /// <summary>By how much the exponent is larger, if that is a whole number that is known.</summary>
        public int? Above(Power other) => (Exponent, other.Exponent) switch
        {
            (null, null) => Whole - other.Whole,
            ({ } one, { } another) when SumForm.Simplify(one - another) is Literal { Value: >= -8 and <= 8 } difference && difference.Value == (int)difference.Value =>
                Whole - other.Whole + (int)difference.Value,
            _ => null,
        };

        public Expr Times(Expr factor, Expr @base)
        {
            Expr product = Exponent is null ? factor : factor * Pow.Of(@base, Exponent);
            for (int division = 0; division > Whole; division--)
            {
                product /= @base;
            }

            return Whole > 0 ? product * ProductForm.Power(@base, Whole) : product;
        }
    }

    /// <summary>A term as a product of powers, and the conditions under which it is 0 instead.</summary>
    private sealed record Part(Monomial Product, List<Expr> Guards)
    {
        /// <summary>What has a negative power, or one that may be negative.</summary>
        public IEnumerable<Expr> Bases => Product.Powers
            .Where(static factor => factor.Value < 0 && factor.Key is Variable or Read)
            .Select(static factor => factor.Key)
            .Concat(Product.Powers.Where(static factor => factor.Key is Call { Function: Pow }).Select(static factor => ((Call)factor.Key)[0]).Where(static factor => factor is Variable or Read))
            .Distinct();

        public static Part? Of(SumTerm term)
        {
            List<Expr> guards = [];
            Expr guarded = term.Expression;
            while (guarded is Select { WhenTrue: Literal { Value: 0 } } guard)
            {
                guards.Add(guard.Condition);
                guarded = guard.WhenFalse;
            }

            return guarded is not Call { Function: Add or Subtract } && Polynomial.Of(guarded)?.Times(term.Sign).Terms is [var single] ? new(single, guards) : null;
        }

        /// <summary>The parts with those added up that differ by a constant only.</summary>
        public static List<Part> Collect(List<Part> parts)
        {
            List<Part> collected = [];
            foreach (Part part in parts)
            {
                int position = collected.FindIndex(other => other.Product.IsLike(part.Product) && other.Guards.SequenceEqual(part.Guards));
                if (position < 0)
                {
                    collected.Add(part);
                }
                else
                {
                    collected[position] = part with { Product = part.Product.WithCoefficient(part.Product.Coefficient + collected[position].Product.Coefficient) };
                }
            }

            return collected;
        }

        public Expr ToExpr() => Guards.AsEnumerable().Reverse().Aggregate(CommonPowers.ToExpr(Product), static (unguarded, guard) => Build.Select(guard, Build.Zero, unguarded));

        /// <summary>The power of a factor; null if it has several that are expressions.</summary>
        public Power? PowerOf(Expr @base)
        {
            List<KeyValuePair<Expr, int>> powers = [.. Product.Powers.Where(factor => IsPowerOf(factor.Key, @base))];
            return powers switch
            {
                [] => new(Product.PowerOf(@base), null),
                [{ Value: 1 } power] => new(Product.PowerOf(@base), ((Call)power.Key)[1]),
                _ => null,
            };
        }

        public Monomial Without(Expr @base) => Product.Powers.Where(factor => IsPowerOf(factor.Key, @base)).Aggregate(Product.Without(@base), static (rest, power) => rest.Without(power.Key));

        private static bool IsPowerOf(Expr factor, Expr @base) => factor is Call { Function: Pow } power && power[0].Equals(@base);
    }
}
