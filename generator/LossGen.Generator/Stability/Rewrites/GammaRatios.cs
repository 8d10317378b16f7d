using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Calculus;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Stability.Rewrites;

/// <summary>
/// log Γ(x + a) − log Γ(x) with a that is not predicted, as in the likelihoods of Student's t and of the negative binomial, is a·log x and a remainder that falls
/// with x; log Γ(x) + log Γ(y) − log Γ(x + y) is the logarithm of the beta function. Written out, they cancel where x is large, and so do their derivatives.
/// What stands around the remainder is collected by <see cref="GammaLogarithms"/>.
/// </summary>
internal static class GammaRatios
{
    /// <summary>The expression with every sum of gamma functions rewritten. Sums are taken as a whole: their parts do not show what belongs together.</summary>
    public static Expr ApplyToSums(Expr expression) =>
        ExprOrder.ChildrenFirst(expression, ExprChildren.Of).Any(static node => node is Call { Function: LogGamma }) ? WholeSums.Rebuild(expression, OfSum) : expression;

    private static Expr? OfSum(Expr expression)
    {
        List<SumTerm> terms = SumTerm.Of(expression);
        List<Expr> conditions = [];
        bool changes = false;
        while ((Pair(terms, conditions) ?? Triple(terms, conditions)) is { } rewritten)
        {
            (terms, changes) = (rewritten, true);
        }

        // Where a condition does not hold, the form as written stays.
        return !changes ? null : conditions.Distinct().Aggregate(SumTerm.ToExpr(terms), (sum, condition) => Build.Select(condition, sum, expression));
    }

    /// <summary>The terms with one pair c·log Γ(x + a) − c·log Γ(x) rewritten; null if there is none.</summary>
    private static List<SumTerm>? Pair(List<SumTerm> terms, List<Expr> conditions)
    {
        List<GammaTerm> gammas = [.. terms.SelectMany(GammaTerm.Of)];
        foreach (GammaTerm upper in gammas)
        {
            foreach (GammaTerm lower in gammas.Where(other => other.Coefficient.IsLike(upper.Coefficient) && other.Coefficient.Coefficient == -upper.Coefficient.Coefficient && !Given.Is(other.Argument)))
            {
                if (Step(upper.Argument, lower.Argument) is { } step)
                {
                    Expr x = lower.Argument;
                    if (step is not Literal)
                    {
                        // Beside a large step neither a·log x nor its slope is near what it is taken from.
                        conditions.Add(And.Of(GreaterThanOrEqual.Of(step, Build.Zero), GreaterThan.Of(x, step)));
                    }
                    else if (!IsPositive(x, terms))
                    {
                        conditions.Add(GreaterThan.Of(x, Build.Zero));
                    }

                    return Replaced(terms, [upper, lower], LogGammaRatio.Of(x, step) + (step * GammaLogarithms.LogarithmOf(x)), upper.Coefficient);
                }
            }
        }

        return null;
    }

    /// <summary>The terms with c·log Γ(x) + c·log Γ(y) − c·log Γ(x + y) rewritten; null if there are none.</summary>
    private static List<SumTerm>? Triple(List<SumTerm> terms, List<Expr> conditions)
    {
        List<GammaTerm> gammas = [.. terms.SelectMany(GammaTerm.Of)];
        foreach (GammaTerm sum in gammas)
        {
            List<GammaTerm> parts = [.. gammas.Where(other => other.Coefficient.IsLike(sum.Coefficient) && other.Coefficient.Coefficient == -sum.Coefficient.Coefficient)];
            foreach ((GammaTerm left, GammaTerm right) in parts.SelectMany((left, position) => parts.Skip(position + 1).Select(right => (left, right))))
            {
                if (Polynomial.Of(sum.Argument - left.Argument - right.Argument) is { Terms: [] })
                {
                    conditions.AddRange(new[] { left.Argument, right.Argument }.Where(argument => !IsPositive(argument, terms)).Select(static argument => GreaterThan.Of(argument, Build.Zero)));
                    return Replaced(terms, [sum, left, right], LogBeta.Of(left.Argument, right.Argument), left.Coefficient);
                }
            }
        }

        return null;
    }

    /// <summary>x + a less x, if that is not predicted and for all that is known not negative.</summary>
    private static Expr? Step(Expr upper, Expr lower) =>
        Polynomial.In(GammaLogarithms.ScaleOf(lower), upper - lower) is { Terms: [_, ..] } difference && difference.ToExpr() is var step && Given.Is(step)
        && (difference.Terms.All(static term => term.Coefficient > 0) || (difference.Terms.Any(static term => term.Coefficient > 0) && upper.Size > lower.Size))
            ? step
            : null;

    /// <summary>Whether an expression is positive by its form, or the sum is not a number where it is not, as the logarithm of it is a term.</summary>
    private static bool IsPositive(Expr expression, List<SumTerm> terms) => expression switch
    {
        Literal literal => literal.Value > 0,
        Call { Function: Exp or Softplus } => true,
        Call { Function: Add or Multiply or Divide } call when call.Arguments.Items.All(part => IsPositive(part, terms)) => true,
        _ => terms.SelectMany(static term => Factors<Log>(term)).Any(log => GammaLogarithms.ScaleOf(log[0]).Equals(GammaLogarithms.ScaleOf(expression))),
    };

    private static IEnumerable<Call> Factors<TFunction>(SumTerm term)
        where TFunction : Function =>
        term.Product?.Powers.Where(static power => power.Value == 1).Select(static power => power.Key).OfType<Call>().Where(static call => call.Function is TFunction) ?? [];

    private static List<SumTerm> Replaced(List<SumTerm> terms, GammaTerm[] replaced, Expr replacement, Monomial coefficient) =>
    [
        .. terms.Where(term => !replaced.Any(gamma => ReferenceEquals(gamma.Term, term))),
        .. SumTerm.Of(replacement).SelectMany(term => SumTerm.Of(Polynomial.Of([coefficient.WithCoefficient(term.Sign * coefficient.Coefficient)], false).ToExpr() * term.Expression)),
    ];

    /// <summary>A term c·log Γ(x).</summary>
    private sealed record GammaTerm(SumTerm Term, Call Function, Monomial Coefficient)
    {
        public Expr Argument => Function[0];

        public static IEnumerable<GammaTerm> Of(SumTerm term) => Factors<LogGamma>(term).Select(gamma => new GammaTerm(term, gamma, term.Product!.Without(gamma))).Take(1);
    }
}
