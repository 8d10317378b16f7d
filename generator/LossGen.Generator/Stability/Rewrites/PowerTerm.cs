using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Calculus;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Stability.Rewrites;

/// <summary>A term of a sum as a product of powers, and the conditions under which it is 0 instead.</summary>
internal sealed record PowerTerm(Monomial Product, List<Expr> Guards)
{
    /// <summary>What exponentiation is applied to, with an exponent that is no whole number.</summary>
    public IEnumerable<Expr> PowerBases => Product.Powers.Select(static factor => factor.Key).OfType<Call>().Where(static factor => factor.Function is Pow).Select(static power => power[0]);

    /// <summary>Null if the term is a sum.</summary>
    public static PowerTerm? Of(SumTerm term)
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

    /// <summary>The terms with those added up that differ by a constant only.</summary>
    public static List<PowerTerm> Collect(IEnumerable<PowerTerm> terms)
    {
        List<PowerTerm> collected = [];
        foreach (PowerTerm term in terms)
        {
            int position = collected.FindIndex(other => other.Product.IsLike(term.Product) && other.Guards.SequenceEqual(term.Guards));
            if (position < 0)
            {
                collected.Add(term);
            }
            else
            {
                collected[position] = term with { Product = term.Product.WithCoefficient(term.Product.Coefficient + collected[position].Product.Coefficient) };
            }
        }

        return collected;
    }

    /// <summary>What is the sum of two terms where neither is guarded, under the guards of both.</summary>
    public static Expr Guard(PowerTerm left, PowerTerm right, Expr sum)
    {
        List<Expr> common = [.. left.Guards.Where(right.Guards.Contains)];
        sum = left.Without(common).Aggregate(sum, (unguarded, guard) => Build.Select(guard, right.ToExpr(common), unguarded));
        sum = right.Without(common).Aggregate(sum, (unguarded, guard) => Build.Select(guard, left.ToExpr(common), unguarded));
        return common.AsEnumerable().Reverse().Aggregate(sum, static (unguarded, guard) => Build.Select(guard, Build.Zero, unguarded));
    }

    public static Expr ToExpr(Monomial product) => Polynomial.Of([product], false).ToExpr();

    public Expr ToExpr() => ToExpr([]);

    /// <summary>The power of a factor; null if it has several that are expressions.</summary>
    public BasePower? PowerOf(Expr @base)
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

    private IEnumerable<Expr> Without(List<Expr> guards) => Guards.Where(guard => !guards.Contains(guard));

    private Expr ToExpr(List<Expr> without) => Without(without).Reverse().Aggregate(ToExpr(Product), static (unguarded, guard) => Build.Select(guard, Build.Zero, unguarded));

    private static bool IsPowerOf(Expr factor, Expr @base) => factor is Call { Function: Pow } power && power[0].Equals(@base);
}
