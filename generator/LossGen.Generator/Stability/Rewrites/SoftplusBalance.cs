using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Calculus;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Stability.Rewrites;

/// <summary>
/// In a sum, a·softplus(x) + b·softplus(−x) + c·x becomes (a + c)·softplus(x) + (b − c)·softplus(−x). The two are equal since
/// x = softplus(x) − softplus(−x), but softplus(x) − y·x loses every digit where y is 1 and x large, and so does its slope
/// σ(x) − y. All ways to write binary cross-entropy on logits meet in this form.
/// </summary>
internal static class SoftplusBalance
{
    public static Expr? Apply(Expr expression)
    {
        if (expression is not Call { Function: Add or Subtract } || expression.Size > SumForm.MaximumSize)
        {
            return null;
        }

        List<Term> terms = [.. Addends.Of(expression).Select(static addend => TermOf(addend.Term, addend.Sign))];
        MergeWrittenOut(terms);
        return terms
            .SelectMany(static term => term.Factors)
            .OfType<Call>()
            .Where(static factor => factor.Function is Softplus)
            .Select(static softplus => softplus[0] is Call { Function: Negate } negate ? negate[0] : softplus[0])
            .Distinct()
            .Select(argument => Balance(expression, terms, argument))
            .FirstOrDefault(static balanced => balanced is not null);
    }

    private static Expr? Balance(Expr whole, List<Term> terms, Expr argument)
    {
        Expr positive = Build.Zero;
        Expr negative = Build.Zero;
        Expr linear = Build.Zero;
        Expr rest = Build.Zero;
        foreach (Term term in terms)
        {
            if (term.Without(Softplus.Of(argument)) is { } ofPositive)
            {
                positive += ofPositive;
            }
            else if (term.Without(Softplus.Of(-argument)) is { } ofNegative)
            {
                negative += ofNegative;
            }
            else if (term.Without(argument) is { } ofArgument)
            {
                linear += ofArgument;
            }
            else
            {
                rest += term.ToExpr();
            }
        }

        if (linear.IsZero() && (positive.IsZero() || negative.IsZero()))
        {
            return null;
        }

        Expr balanced = ((positive + linear) * Softplus.Of(argument)) + ((negative - linear) * Softplus.Of(-argument)) + rest;
        return balanced.Equals(whole) ? null : balanced;
    }

    /// <summary>c·max(x, 0) + c·log1p(e^−|x|) is c·softplus(x), written out.</summary>
    private static void MergeWrittenOut(List<Term> terms)
    {
        for (int position = 0; position < terms.Count; position++)
        {
            if (terms[position].Factors.OfType<Call>().FirstOrDefault(IsTail) is not { } tail)
            {
                continue;
            }

            Expr argument = ((Call)((Call)tail[0])[0])[0];
            Expr coefficient = terms[position].Without(tail)!;
            int partner = terms.FindIndex(term => term.Factors.Any(factor => IsRampOf(factor, argument))
                && term.Without(term.Factors.First(factor => IsRampOf(factor, argument)))!.Equals(coefficient));
            if (partner >= 0)
            {
                Expr ramp = terms[partner].Factors.First(factor => IsRampOf(factor, argument));
                Expr direction = ramp is Call { Function: Relu } relu ? relu[0] : ((Call)ramp)[0].IsZero() ? ((Call)ramp)[1] : ((Call)ramp)[0];
                terms[position] = terms[position].Replace(tail, Softplus.Of(direction));
                terms.RemoveAt(partner);
                return;
            }
        }
    }

    /// <summary>log1p(e^−|x|), or the softplus(−|x|) that it has become.</summary>
    private static bool IsTail(Call factor) =>
        factor.Function is Softplus && factor[0] is Call { Function: Negate } negate && negate[0] is Call { Function: Abs };

    private static bool IsRampOf(Expr factor, Expr argument) => factor switch
    {
        Call { Function: Relu } relu => IsPlusMinus(relu[0], argument),
        Call { Function: Max } max when max[0].IsZero() => IsPlusMinus(max[1], argument),
        Call { Function: Max } max when max[1].IsZero() => IsPlusMinus(max[0], argument),
        _ => false,
    };

    private static bool IsPlusMinus(Expr expression, Expr argument) => expression.Equals(argument) || (-expression).Equals(argument);

    private static Term TermOf(Expr term, double sign)
    {
        List<Expr> factors = [];
        return new(Factor(term, factors) ^ (sign < 0), factors);
    }

    /// <summary>Takes a product apart; true if its sign is turned.</summary>
    private static bool Factor(Expr expression, List<Expr> factors)
    {
        switch (expression)
        {
            case Call { Function: Multiply } product:
                bool left = Factor(product[0], factors);
                return left ^ Factor(product[1], factors);
            case Call { Function: Negate } negate:
                return !Factor(negate[0], factors);
            default:
                factors.Add(expression);
                return false;
        }
    }

    /// <summary>A signed product.</summary>
    private sealed record Term(bool Negative, List<Expr> Factors)
    {
        /// <summary>The rest of the product if it has the factor (or its negative), else null.</summary>
        public Expr? Without(Expr factor)
        {
            bool turned = factor is Call { Function: Negate };
            Expr plain = turned ? ((Call)factor)[0] : factor;
            int position = Factors.FindIndex(candidate => candidate.Equals(plain));
            return position < 0 ? null : ToExpr(Negative ^ turned, Factors.Where((_, index) => index != position));
        }

        public Term Replace(Expr factor, Expr replacement) =>
            this with { Factors = [.. Factors.Select(candidate => candidate.Equals(factor) ? replacement : candidate)] };

        public Expr ToExpr() => ToExpr(Negative, Factors);

        private static Expr ToExpr(bool negative, IEnumerable<Expr> factors)
        {
            Expr product = factors.Aggregate(Build.One, static (left, right) => left * right);
            return negative ? -product : product;
        }
    }
}
