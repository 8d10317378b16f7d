using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Calculus;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Stability.Rewrites;

/// <summary>
/// The deviances of gamma and Poisson, c·(r − 1 − log r) with r = a/b, in all the ways they are written: near a = b, where the terms cancel, they
/// are c·(x − log(1 + x)) with x = (a − b)/b; with an exponential for a or b they are c·(eᵘ − 1 − u) with u = log r. For finished expressions:
/// the derivatives of the terms as written have fewer operations.
/// </summary>
internal static class DevianceRewrites
{
    public static Expr? Apply(Expr expression)
    {
        if (expression is not Call { Function: Add or Subtract } || expression.Size > SumForm.MaximumSize)
        {
            return null;
        }

        List<SumTerm> terms = SumTerm.Of(expression);
        List<LogTerm> logarithms = [.. terms.SelectMany(LogTerm.Of)];
        return logarithms.Count == 0 ? null
            : logarithms.SelectMany(term => OfQuotient(term, logarithms, terms)).Concat(logarithms.SelectMany(term => OfExponential(term, terms)))
                .FirstOrDefault(static rewritten => rewritten is not null);
    }

    /// <summary>With the logarithm of a quotient, or the difference of two logarithms.</summary>
    private static IEnumerable<Expr?> OfQuotient(LogTerm term, List<LogTerm> logarithms, List<SumTerm> terms)
    {
        if (term.Argument is Call { Function: Divide } quotient)
        {
            yield return OfRatio(term.Factor, quotient[0], quotient[1], terms, [term.Term]);
            yield return OfRatio(term.Factor.WithCoefficient(-term.Factor.Coefficient), quotient[1], quotient[0], terms, [term.Term]);
        }

        foreach (LogTerm other in logarithms.Where(other => !ReferenceEquals(other.Term, term.Term) && other.Factor.Coefficient == -term.Factor.Coefficient && other.Factor.IsLike(term.Factor)))
        {
            yield return OfRatio(term.Factor, term.Argument, other.Argument, terms, [term.Term, other.Term]);
        }
    }

    /// <summary>f·log(a/b) − f·(a/b) + f = −f·(r − 1 − log r).</summary>
    private static Expr? OfRatio(Monomial factor, Expr a, Expr b, List<SumTerm> terms, List<SumTerm> logarithms)
    {
        Monomial opposite = factor.WithCoefficient(-factor.Coefficient);
        List<SumTerm> rest = Without(terms, logarithms);
        if (Polynomial.Of(a / b)?.Terms is not [var ratio] || !(RemoveExcess(rest, opposite, a, b) || (SumTerm.Remove(rest, opposite.Times(ratio)) && SumTerm.Remove(rest, factor))))
        {
            return null;
        }

        Expr difference = SumForm.Simplify(a - b);
        return Build.Select(
            LessThan.Of(Abs.Of(difference), Build.Half * b),
            ToExpr(opposite) * XMinusLogP1.Of(difference / b),
            WithLimit(opposite, a / b, SumTerm.ToExpr(Without(terms, rest)))) + SumTerm.ToExpr(rest);
    }

    /// <summary>k·(r − 1 − log r) is infinite where r is; the terms would be ∞ − ∞. A factor that is not constant may be 0 there.</summary>
    private static Expr WithLimit(Monomial factor, Expr ratio, Expr terms) =>
        factor.Powers.Any() ? terms : Build.Select(Build.Call(Equal.Instance, ratio, new Literal(double.PositiveInfinity)), ToExpr(factor) * ratio, terms);

    /// <summary>Takes out f·(a − b)/b.</summary>
    private static bool RemoveExcess(List<SumTerm> terms, Monomial factor, Expr a, Expr b) =>
        SumTerm.Remove(terms, factor.Times(Monomial.Of(a - b, 1)).Times(Monomial.Of(b, -1)))
        || SumTerm.Remove(terms, factor.WithCoefficient(-factor.Coefficient).Times(Monomial.Of(b - a, 1)).Times(Monomial.Of(b, -1)));

    /// <summary>k·y·eᵛ − k·v − k·log y − k, or e^v·k/y − k·v + k·log y − k.</summary>
    private static IEnumerable<Expr?> OfExponential(LogTerm term, List<SumTerm> terms)
    {
        foreach (SumTerm exponential in terms.Where(static candidate => candidate.Function is { Function: Exp }))
        {
            Monomial scale = exponential.Coefficient!;
            Monomial argument = Monomial.Of(term.Argument, 1);
            Monomial opposite = term.Factor.WithCoefficient(-term.Factor.Coefficient);
            if (AreEqual(scale, opposite.Times(argument)))
            {
                yield return OfExponent(opposite, exponential.Function![0], Log.Of(term.Argument), terms, [term.Term, exponential]);
            }
            else if (AreEqual(scale.Times(argument), term.Factor))
            {
                yield return OfExponent(term.Factor, exponential.Function![0], -Log.Of(term.Argument), terms, [term.Term, exponential]);
            }
        }
    }

    /// <summary>k·(eᵘ − 1 − u) with u = v + w, if −k·v and −k are there as well.</summary>
    private static Expr? OfExponent(Monomial scale, Expr exponent, Expr shift, List<SumTerm> terms, List<SumTerm> found)
    {
        Monomial opposite = scale.WithCoefficient(-scale.Coefficient);
        List<SumTerm> rest = Without(terms, found);
        if (!SumTerm.Remove(rest, opposite) || !SumTerm.RemoveMultiple(rest, opposite, exponent))
        {
            return null;
        }

        Expr sum = exponent + shift;
        return Build.Select(LessThan.Of(Abs.Of(sum), Build.Half), ToExpr(scale) * ExpM1MinusX.Of(sum), SumTerm.ToExpr(Without(terms, rest))) + SumTerm.ToExpr(rest);
    }

    /// <summary>The terms that are not among the others, like ones included.</summary>
    private static List<SumTerm> Without(List<SumTerm> terms, List<SumTerm> others) => [.. terms.Where(term => !others.Any(other => ReferenceEquals(other, term)))];

    private static bool AreEqual(Monomial left, Monomial right) => left.Coefficient == right.Coefficient && left.IsLike(right);

    private static Expr ToExpr(Monomial product) => Polynomial.Of([product], false).ToExpr();

    /// <summary>A term with a logarithm, and what that is multiplied with.</summary>
    private sealed record LogTerm(SumTerm Term, Monomial Factor, Expr Argument)
    {
        public static IEnumerable<LogTerm> Of(SumTerm term) =>
            term.Product?.Powers.Where(static power => power.Value == 1).Select(power => power.Key switch
            {
                Call { Function: Log } log => new LogTerm(term, term.Product.Without(log), log[0]),
                Call { Function: XLogY } entropy => Polynomial.Of(entropy[0])?.Terms is [var weight] ? new LogTerm(term, term.Product.Without(entropy).Times(weight), entropy[1]) : null,
                _ => null,
            }).OfType<LogTerm>() ?? [];
    }
}
