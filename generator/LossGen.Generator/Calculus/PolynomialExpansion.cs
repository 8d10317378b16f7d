using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Calculus;

/// <summary>Multiplies an expression out, every part of it once.</summary>
/// <param name="variable">What is to have powers in as many terms as possible; null if there is no such part.</param>
internal sealed class PolynomialExpansion(Expr? variable)
{
    /// <summary>Larger expressions have too many terms, and are not looked through to find that out.</summary>
    private const int MaximumSize = 500;

    private readonly Dictionary<Expr, Polynomial?> _known = [];
    private readonly Dictionary<Expr, Polynomial?> _knownFactors = [];

    public Polynomial? Of(Expr expression)
    {
        if (expression.Size > MaximumSize)
        {
            return null;
        }

        if (!_known.TryGetValue(expression, out Polynomial? polynomial))
        {
            polynomial = Expand(expression);
            _known.Add(expression, polynomial);
        }

        return polynomial;
    }

    private Polynomial? Expand(Expr expression) => expression switch
    {
        Literal literal => Polynomial.Of(literal.Value == 0 ? [] : [Monomial.Constant(literal.Value)], false),
        Call { Function: Add } sum => Of(sum[0])?.Plus(Of(sum[1])),
        Call { Function: Subtract } difference => Of(difference[0])?.Plus(Of(difference[1])?.Times(-1)),
        Call { Function: Negate } negate => Of(negate[0])?.Times(-1),
        Call { Function: Multiply } product => Factor(product[0])?.Times(Factor(product[1])),
        Call { Function: Square } square => Power(square[0], 2),
        Call { Function: Cube } cube => Power(cube[0], 3),
        Call { Function: Divide } quotient => Factor(quotient[0])?.Times(Reciprocal(quotient[1])),
        Select { WhenTrue: Literal { Value: 0 } } guarded when variable is not null && ProductForm.IsHyperparameter(guarded.Condition) =>
            Factor(guarded.WhenFalse)?.Times(Polynomial.Atom(Build.Select(guarded.Condition, Build.Zero, Build.One))),
        _ => Polynomial.Atom(expression),
    };

    private Polynomial? Factor(Expr factor)
    {
        if (!_knownFactors.TryGetValue(factor, out Polynomial? polynomial))
        {
            polynomial = ExpandFactor(factor);
            _knownFactors.Add(factor, polynomial);
        }

        return polynomial;
    }

    /// <summary>
    /// A factor that is a plain sum stays one: (x − y)·z multiplied out would cancel. Sums of quotients, as the product rule makes them, are taken
    /// apart, and so are sums that cannot cancel.
    /// </summary>
    private Polynomial? ExpandFactor(Expr factor)
    {
        if (!IsPlainSum(factor) || (variable is not null && Has(factor, variable)))
        {
            return Of(factor);
        }

        if (!ProductForm.IsHyperparameter(factor) && Of(factor) is { } terms && terms.Terms.All(Polynomial.HasOneSign))
        {
            return terms;
        }

        return variable is null ? Polynomial.Atom(factor) : Polynomial.Of(factor)?.AsFactor();
    }

    private Polynomial? Power(Expr root, int power)
    {
        if (root is Call { Function: Add or Subtract } && (variable is null || !Has(root, variable)))
        {
            return Polynomial.Of([Monomial.Of(root, power)], false);
        }

        Polynomial? factor = Of(root);
        Polynomial? product = factor;
        for (int times = 1; times < power; times++)
        {
            product = product?.Times(factor);
        }

        return product;
    }

    private static Polynomial? Reciprocal(Expr denominator)
    {
        if (Polynomial.Of(denominator) is not { } polynomial)
        {
            return null;
        }

        return !IsPlainSum(denominator) && polynomial.Terms is [var single] && single.Coefficient != 0
            ? Polynomial.Of([single.Powers.Aggregate(Monomial.Constant(1 / single.Coefficient), static (product, power) => product.Times(Monomial.Of(power.Key, -power.Value)))], polynomial.Cancels)
            : Polynomial.Of([Monomial.Of(denominator, -1)], false);
    }

    private static bool Has(Expr expression, Expr variable) =>
        expression.Equals(variable)
        || (expression is Select { WhenTrue: Literal { Value: 0 } } guarded && Has(guarded.WhenFalse, variable))
        || (expression is Call { Function: Add or Subtract or Multiply or Negate or Square or Cube } call && call.Arguments.Items.Any(argument => Has(argument, variable)));

    private static bool IsPlainSum(Expr expression) => expression switch
    {
        Call { Function: Add or Subtract } sum => IsWithoutQuotient(sum[0]) && IsWithoutQuotient(sum[1]),
        Call { Function: Negate } negate => IsPlainSum(negate[0]),
        _ => false,
    };

    private static bool IsWithoutQuotient(Expr expression) => expression switch
    {
        Call { Function: Divide } quotient => quotient[1] is not Call { Function: Add or Subtract } && IsWithoutQuotient(quotient[0]),
        Call { Function: Add or Subtract or Multiply or Negate } call => call.Arguments.Items.All(IsWithoutQuotient),
        _ => true,
    };
}
