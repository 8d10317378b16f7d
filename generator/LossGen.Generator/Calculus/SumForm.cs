using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Calculus;

/// <summary>A sum taken apart into terms with constant coefficients.</summary>
internal static class SumForm
{
    /// <summary>
    /// Operations, written out. Larger sums and products are left as they are: taken apart, an expression whose locals are used twice at every step
    /// would fill the memory.
    /// </summary>
    public const int MaximumSize = 500;

    /// <summary>Two units in the last place of a coefficient.</summary>
    private const double Rounding = 4.4408920985006262e-16;

    /// <summary>The sum with like terms collected and common functions taken out where that makes it shorter; null if there is nothing to collect.</summary>
    public static Expr? Collect(Expr expression)
    {
        if (expression is not Call { Function: Add or Subtract } || expression.Size > MaximumSize)
        {
            return null;
        }

        List<Term> terms = TermsOf(expression);
        List<Term> collected = MergeSumsOverOthers(CollectLikeTerms(terms));
        List<Term> factored = CommonFactors.TakeOut(TakeOutCommonFunctions(MergeChoices(collected)));
        return factored.Count < terms.Count ? ToExpr(factored) : null;
    }

    /// <summary>The collected sum, or the expression itself if there is nothing to collect.</summary>
    public static Expr Simplify(Expr expression) => Collect(expression) ?? expression;

    private static List<Term> TermsOf(Expr sum) =>
    [
        .. Addends.Of(sum).Select(static addend =>
        {
            ProductForm product = ProductForm.Of(addend.Term);
            return new Term(addend.Sign * product.Coefficient, product.Core);
        }),
    ];

    private static List<Term> CollectLikeTerms(List<Term> terms) =>
    [
        .. terms.GroupBy(static term => term.Core)
            .Select(static group => new Term(SumOfCoefficients(group), group.Key))
            .Where(static term => term.Coefficient != 0),
    ];

    /// <summary>0 if nothing is left but rounding: √(2/π) in one term is 2/√(2π) in another.</summary>
    private static double SumOfCoefficients(IEnumerable<Term> terms)
    {
        double sum = terms.Sum(static term => term.Coefficient);
        return IsRounding(sum, terms.Max(static term => Math.Abs(term.Coefficient))) ? 0 : sum;
    }

    /// <summary>Whether a sum of coefficients is 0 but for the rounding of the larger.</summary>
    internal static bool IsRounding(double sum, double coefficient) => Math.Abs(sum) <= Rounding * Math.Abs(coefficient) && !double.IsInfinity(sum);

    /// <summary>
    /// Sums over the other column become one sum, whose terms have cancelled before they are summed up. What is taken as often as there are columns goes into
    /// it where it cancels there: Σⱼ(a − bⱼ) − n·a is Σⱼ(−bⱼ).
    /// </summary>
    private static List<Term> MergeSumsOverOthers(List<Term> terms)
    {
        List<Term> sums = [.. terms.Where(static term => term.Core is SumOverOthers)];
        List<Term> others = [.. terms.Except(sums)];
        if (sums.Count == 0 || (sums.Count == 1 && !others.Exists(static term => OfEachColumn(term) is not null)))
        {
            return terms;
        }

        Expr body = Simplify(ToExpr([.. sums.Select(static term => term with { Core = ((SumOverOthers)term.Core).Body })]));
        foreach (Term term in others.ToArray())
        {
            if (OfEachColumn(term) is { } share && Simplify(body + share) is { } merged && TermsOf(merged).Count < TermsOf(body).Count)
            {
                body = merged;
                others.Remove(term);
            }
        }

        return CollectLikeTerms([.. TermsOf(Build.SumOverOthers(body)), .. others]);
    }

    /// <summary>a of a term n·a.</summary>
    private static Expr? OfEachColumn(Term term)
    {
        List<Expr> factors = [.. ProductForm.Of(term.Core).Factors];
        return factors.Remove(ColumnCount.Instance) ? new Literal(term.Coefficient) * Product(factors) : null;
    }

    /// <summary>Choices by one condition become one choice of sums, or one sum where the condition does not matter after all.</summary>
    private static List<Term> MergeChoices(List<Term> terms)
    {
        List<Term> result = [];
        foreach (IGrouping<Expr, Term> group in terms.GroupBy(static term => term.Core is Select select ? select.Condition : term.Core))
        {
            List<Term> alike = [.. group];
            if (alike.Count == 1 || alike[0].Core is not Select)
            {
                result.AddRange(alike);
                continue;
            }

            Expr whenTrue = Simplify(ToExpr([.. alike.Select(static term => term with { Core = ((Select)term.Core).WhenTrue })]));
            Expr whenFalse = Simplify(ToExpr([.. alike.Select(static term => term with { Core = ((Select)term.Core).WhenFalse })]));
            result.AddRange(TermsOf(Build.Select(group.Key, whenTrue, whenFalse)));
        }

        return CollectLikeTerms(result);
    }

    /// <summary>a·f(x) + b·f(x) = (a + b)·f(x), if a + b collects to fewer terms than there were.</summary>
    private static List<Term> TakeOutCommonFunctions(List<Term> terms)
    {
        List<Term> result = [];
        List<FactorSet> functions = [.. terms.Select(FunctionsOf)];
        bool[] isDone = new bool[terms.Count];
        for (int first = 0; first < terms.Count; first++)
        {
            if (isDone[first])
            {
                continue;
            }

            int[] alike = functions[first].IsEmpty
                ? [first]
                : [.. Enumerable.Range(first + 1, terms.Count - first - 1).Where(other => !isDone[other] && functions[other].Equals(functions[first])), first];
            if (alike.Length > 1 && CoefficientOf([.. alike.Select(position => terms[position])]) is { } coefficient)
            {
                foreach (int position in alike)
                {
                    isDone[position] = true;
                }

                ProductForm product = ProductForm.Of(coefficient * functions[first].ToProduct());
                result.Add(new(product.Coefficient, product.Core));
            }
            else
            {
                result.Add(terms[first]);
            }
        }

        return result;
    }

    /// <summary>The sum of what multiplies the common functions, if it is a constant.</summary>
    private static Expr? CoefficientOf(List<Term> terms)
    {
        Expr sum = ToExpr([.. terms.Select(static term => new Term(term.Coefficient, Product(ProductForm.Of(term.Core).Factors.Where(static factor => !IsFunction(factor)))))]);
        return (Collect(sum) ?? sum) as Literal;
    }

    /// <summary>The factors of a term that are worth sharing.</summary>
    private static FactorSet FunctionsOf(Term term) => new(ProductForm.Of(term.Core).Factors.Where(IsFunction));

    /// <summary>Whether a factor is a function of something rather than a plain number or an operation.</summary>
    internal static bool IsFunction(Expr factor) =>
        factor is Call { IsCondition: false, Function: not (Add or Subtract or Multiply or Divide or Negate) };

    internal static Expr Product(IEnumerable<Expr> factors) => factors.Aggregate(Build.One, static (left, right) => left * right);

    internal static Expr ToExpr(List<Term> terms) => terms.Aggregate(Build.Zero, static (sum, term) => term.Coefficient < 0
        ? sum - (new Literal(-term.Coefficient) * term.Core)
        : sum + (new Literal(term.Coefficient) * term.Core));

    /// <summary>A term: a constant times a product without one.</summary>
    internal sealed record Term(double Coefficient, Expr Core);
}
