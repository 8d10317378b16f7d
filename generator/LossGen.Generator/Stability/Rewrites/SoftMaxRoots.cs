using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Calculus;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Stability.Rewrites;

/// <summary>
/// A polynomial in a softmax weight w that is 0 for w = 1 is 1 − w times another one: w² − w, or w·(1 + w) − 2. Written so, it keeps its digits
/// where w rounds to 1, since 1 − w is known without computing w. Every loss that ends where the label has all of the weight is
/// such a polynomial in the column of the label, and there the choice of the column is decided.
/// </summary>
internal static class SoftMaxRoots
{
    /// <summary>A finished expression, its label's column apart where that has such a root.</summary>
    public static Expr Apply(Expr expression)
    {
        Expr separate = expression.Indices.IsEmpty ? expression : SeparateLabel(expression) ?? expression;
        return Substitution.Rebuild(separate, TakeOutRoots);
    }

    private static Expr? SeparateLabel(Expr expression)
    {
        Call? isLabel = ExprOrder.ChildrenFirst(expression, static node => node is Reduce ? [] : ExprChildren.Of(node))
            .OfType<Select>()
            .Select(static select => select.Condition)
            .OfType<Call>()
            .FirstOrDefault(static condition => condition.Function is Equal && condition[0] is Column && condition[1].Indices.IsEmpty);
        if (isLabel is null || ReductionAdjoint.AsksForExtremum(expression))
        {
            return null;
        }

        Expr atLabel = Simplification.Simplify(Substitution.AtColumn(Substitution.Decide(expression, isLabel, holds: true), isLabel[1]));
        bool hasRoots = false;
        Expr rewritten = Substitution.Rebuild(atLabel, node =>
        {
            Expr? result = TakeOutRoots(node);
            hasRoots |= result is not null;
            return result;
        });
        return hasRoots ? Build.Select(isLabel, rewritten, Simplification.Simplify(Substitution.Decide(expression, isLabel, holds: false))) : null;
    }

    private static Expr? TakeOutRoots(Expr expression)
    {
        if (expression is not Call { Function: Add or Subtract or Multiply } || expression.Size > SumForm.MaximumSize)
        {
            return null;
        }

        Expr powers = InPowers(expression);
        return WeightsOf(powers).Select(weight => TakeOutRoots(powers, weight)).FirstOrDefault(static rewritten => rewritten is not null) is { } result
            ? Substitution.Rebuild(result, OutOfPowers)
            : null;
    }

    /// <summary>w − 1 of a weight that is not the one of the roots, as it was.</summary>
    private static Expr? OutOfPowers(Expr node) =>
        node is Call { Function: Subtract } difference && difference[0] is Call { Function: SoftMaxWeight } weight && difference[1].IsOne() ? -SoftMaxRewrites.OneMinus(weight) : null;

    private static Expr? TakeOutRoots(Expr expression, Call weight)
    {
        if (Polynomial.In(weight, expression) is not { } polynomial || polynomial.Terms.Any(term => term.PowerOf(weight) < 0))
        {
            return null;
        }

        List<Part> parts = Parts(polynomial, weight);
        int common = parts.Select(static part => part.Roots).DefaultIfEmpty(0).Min();
        return parts.Any(static part => part.Roots > 0)
            ? parts
                .GroupBy(static part => part.Roots)
                .OrderBy(static group => group.Key)
                .Select(group => Sum(group, weight) * Power(weight, group.Key - common))
                .Aggregate(static (sum, term) => sum + term) * Power(weight, common)
            : null;
    }

    /// <summary>The polynomial as sums of like factors times a polynomial with constant coefficients, roots of which are taken out.</summary>
    private static List<Part> Parts(Polynomial polynomial, Call weight)
    {
        List<Part> parts = [];
        List<Monomial> rest = polynomial.Terms;
        while (rest.Count > 0)
        {
            Monomial factors = rest[0].Without(weight);
            List<Monomial> alike = [.. rest.Where(term => term.Without(weight).IsLike(factors))];
            rest = [.. rest.Except(alike)];
            double[] coefficients = [.. Enumerable.Range(0, alike.Max(term => term.PowerOf(weight)) + 1)
                .Select(power => alike.Where(term => term.PowerOf(weight) == power).Sum(static term => term.Coefficient))];
            int roots = 0;
            while (coefficients.Length > 1 && coefficients.Sum() == 0)
            {
                coefficients = Quotient(coefficients);
                roots++;
            }

            parts.Add(new(factors, coefficients, roots));
        }

        return parts;
    }

    /// <summary>Σ cⱼwʲ = (1 − w)·Σ qⱼwʲ with qⱼ = c₀ + … + cⱼ, if all coefficients add up to 0.</summary>
    private static double[] Quotient(double[] coefficients) => [.. Enumerable.Range(1, coefficients.Length - 1).Select(count => coefficients.Take(count).Sum())];

    private static Expr Sum(IEnumerable<Part> parts, Call weight)
    {
        List<Part> all = [.. parts];
        return Enumerable.Range(0, all.Max(static part => part.Coefficients.Length))
            .Select(power => (Coefficient: Coefficient(power), Power: power))
            .Where(static term => term.Coefficient.Terms.Count > 0)
            .Select(term => term.Coefficient.ToExpr() * (term.Power == 0 ? Build.One : ProductForm.Power(weight, term.Power)))
            .Aggregate(Build.Zero, static (sum, term) => sum + term);

        Polynomial Coefficient(int power) =>
            Polynomial.Of(all.Where(part => power < part.Coefficients.Length).Select(part => part.Factors.WithCoefficient(part.Coefficients[power])), false);
    }

    /// <summary>(1 − w) to a power.</summary>
    private static Expr Power(Call weight, int power) => power == 0 ? Build.One : ProductForm.Power(SoftMaxRewrites.OneMinus(weight), power);

    /// <summary>(1 − w)ʳ·Σ cⱼwʲ, times factors that are the same for all powers.</summary>
    private sealed record Part(Monomial Factors, double[] Coefficients, int Roots);

    private static IEnumerable<Call> WeightsOf(Expr expression) =>
        ExprOrder.ChildrenFirst(expression, static node => IsArithmetic(node) || node is Select { WhenTrue: Literal { Value: 0 } } ? ExprChildren.Of(node) : []).OfType<Call>().Where(static node => node.Function is SoftMaxWeight);

    /// <summary>expm1(z − l), which an earlier rewrite may have made of w − 1, as that again. What functions are applied to is left alone.</summary>
    private static Expr InPowers(Expr expression) => expression switch
    {
        Call { Function: ExpM1 } call when call[0] is Call { Function: Subtract } logarithm && logarithm[1] is Reduce { Kind: ReductionKind.LogSumExp } =>
            new Call(Subtract.Instance, SoftMaxWeight.Of(logarithm[0], logarithm[1]), Build.One),
        _ when IsArithmetic(expression) => ExprChildren.Map(expression, InPowers),
        Select { WhenTrue: Literal { Value: 0 } } guarded => Build.Select(guarded.Condition, Build.Zero, InPowers(guarded.WhenFalse)),
        _ => expression,
    };

    private static bool IsArithmetic(Expr node) => node is Call { Function: Add or Subtract or Multiply or Divide or Negate or Square or Cube };
}
