using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Calculus;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Stability.Rewrites;

/// <summary>
/// In a sum, c·eᵘ − c·u − c is c·(eᵘ − 1 − u) and c·u − c·log(1 + u) is c·(u − log(1 + u)), whatever the order and the factors of the terms:
/// both are ½c·u² near u = 0, where the terms cancel.
/// </summary>
internal static class ExcessRewrites
{
    public static Expr? Apply(Expr expression)
    {
        if (expression is not Call { Function: Add or Subtract } || expression.Size > SumForm.MaximumSize)
        {
            return null;
        }

        List<SumTerm> terms = SumTerm.Of(expression);
        return terms.Any(static term => term.Function is not null)
            ? terms.Select(term => Rewrite(term, terms)).FirstOrDefault(static rewritten => rewritten is not null)
            : null;
    }

    private static Expr? Rewrite(SumTerm term, List<SumTerm> terms) => term.Function switch
    {
        { Function: Exp } exp => Collect(term, exp, terms, needsOne: true) is { } rest ? (term.Factor() * ExpM1MinusX.Of(exp[0])) + rest : null,
        { Function: ExpM1 } exp => Collect(term, exp, terms, needsOne: false) is { } rest ? (term.Factor() * ExpM1MinusX.Of(exp[0])) + rest : null,
        { Function: LogP1 } log => Collect(term, log, terms, needsOne: false) is { } rest ? rest - (term.Factor() * XMinusLogP1.Of(log[0])) : null,
        _ => null,
    };

    /// <summary>The sum without the term f(u)·c, −c·u and, if it is needed, −c; null if these are not there.</summary>
    private static Expr? Collect(SumTerm term, Call function, List<SumTerm> terms, bool needsOne)
    {
        Monomial opposite = term.Coefficient!.WithCoefficient(-term.Coefficient.Coefficient);
        List<SumTerm> rest = [.. terms.Where(other => !ReferenceEquals(other, term))];
        return (!needsOne || SumTerm.Remove(rest, opposite)) && SumTerm.RemoveMultiple(rest, opposite, function[0]) ? SumTerm.ToExpr(rest) : null;
    }
}
