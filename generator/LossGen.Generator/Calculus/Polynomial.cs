using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Calculus;

/// <summary>
/// An expression multiplied out: a sum of <see cref="Monomial"/>s. Whatever is not arithmetic is a factor, and so is a sum in a denominator.
/// </summary>
internal sealed class Polynomial
{
    /// <summary>More terms than this are not worth looking through; derivatives that cancel have a dozen.</summary>
    private const int Budget = 48;

    private Polynomial(List<Monomial> terms, bool cancels) => (Terms, Cancels) = (terms, cancels);

    public List<Monomial> Terms { get; }

    /// <summary>Whether terms of opposite signs have been taken together: then the expression as written rounds what the sum has not.</summary>
    public bool Cancels { get; }

    /// <summary>The expression multiplied out; null if that has too many terms.</summary>
    public static Polynomial? Of(Expr expression) => new PolynomialExpansion(null).Of(expression);

    /// <summary>
    /// The same, with powers of the variable in as many terms as possible: sums that have it are multiplied out, too, and a guard (γ = 0 ? 0 : …) is a
    /// factor 0 or 1.
    /// </summary>
    public static Polynomial? In(Expr variable, Expr expression) => new PolynomialExpansion(variable).Of(expression);

    /// <summary>A sum as one factor, with its terms in a fixed order and the first of them positive: x − y and y − x differ by a sign. What may cancel a log-sum-exp stays next to it.</summary>
    public Polynomial AsFactor()
    {
        List<Monomial> ordered =
        [
            .. Terms.OrderBy(static term => term.Powers.Any() ? term.Powers.Any(static power => power.Key is Reduce { Kind: ReductionKind.LogSumExp }) ? 0 : 1 : 2)
                .ThenBy(static term => Product(term.Powers).SortKey, StringComparer.Ordinal),
        ];
        double sign = ordered.Count > 0 && ordered[0].Coefficient < 0 ? -1 : 1;
        return Atom(new Polynomial(ordered, false).Times(sign).ToExpr()).Times(sign);
    }

    /// <summary>Whether a term is known not to cancel against others of its kind. Constants of the batch and sums over a row are taken at their word.</summary>
    internal static bool HasOneSign(Monomial term) =>
        term.Powers.All(static power => power.Key is Reduce { Kind: ReductionKind.Sum } || ProductForm.IsHyperparameter(power.Key))
        || (term.Coefficient > 0 && term.Powers.All(static power => power.Value % 2 == 0 || ProductForm.IsHyperparameter(power.Key) || power.Key is Call { Function: Abs or Exp }));

    public static Polynomial Atom(Expr factor) => new([Monomial.Of(factor, 1)], false);

    public static Polynomial Of(IEnumerable<Monomial> terms, bool cancels) => terms.Aggregate(new Polynomial([], cancels), static (sum, term) => sum.Plus(term));

    public Polynomial? Plus(Polynomial? other) =>
        other is null || Terms.Count + other.Terms.Count > Budget ? null : other.Terms.Aggregate(new Polynomial(Terms, Cancels || other.Cancels), static (sum, term) => sum.Plus(term));

    public Polynomial? Times(Polynomial? other) => other is null || Terms.Count * other.Terms.Count > Budget
        ? null
        : Of(Terms.SelectMany(left => other.Terms.Select(left.Times)), Cancels || other.Cancels);

    /// <summary>The sum as an expression. What depends on hyperparameters only comes first in a product, so that it is one number for the whole batch.</summary>
    public Expr ToExpr() => SumForm.ToExpr([.. Terms.Select(static term => new SumForm.Term(term.Coefficient, Product(term.Powers)))]);

    /// <summary>The product of powers: the positive ones, divided by the others one by one, under the guards that are among them.</summary>
    public static Expr Product(IEnumerable<KeyValuePair<Expr, int>> powers)
    {
        List<KeyValuePair<Expr, int>> all = [.. powers];
        List<KeyValuePair<Expr, int>> factors = [.. all.Where(static factor => !Monomial.IsGuard(factor.Key)).OrderBy(static factor => ProductForm.IsHyperparameter(factor.Key) ? 0 : 1)];
        Expr product = SumForm.Product(factors.Where(static factor => factor.Value > 0).Select(static factor => ProductForm.Power(factor.Key, factor.Value)));
        foreach (KeyValuePair<Expr, int> factor in factors.Where(static factor => factor.Value < 0))
        {
            for (int division = 0; division < -factor.Value; division++)
            {
                product /= factor.Key;
            }
        }

        return all.Select(static factor => factor.Key).Where(Monomial.IsGuard).Aggregate(product, static (guarded, guard) => Masked.Multiply(guard, guarded));
    }

    public Polynomial Times(double constant) => new([.. Terms.Select(term => term.WithCoefficient(constant * term.Coefficient))], Cancels);

    private Polynomial Plus(Monomial term)
    {
        int position = Terms.FindIndex(term.IsLike);
        if (position < 0)
        {
            return term.Coefficient == 0 ? this : new([.. Terms, term], Cancels);
        }

        List<Monomial> terms = [.. Terms];
        double sum = terms[position].Coefficient + term.Coefficient;
        bool cancels = Cancels || (term.Coefficient < 0) != (terms[position].Coefficient < 0);
        if (sum == 0)
        {
            terms.RemoveAt(position);
        }
        else
        {
            terms[position] = terms[position].WithCoefficient(sum);
        }

        return new(terms, cancels);
    }
}
