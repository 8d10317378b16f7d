using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using LossGen.Generator.Calculus;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering;

/// <summary>
/// The slope of a cosine is what is left of one row without its part along the other, y − (x·y/‖x‖²)x. Of rows that are nearly parallel little is left, and the
/// rounding of the factor is as much along x as the part that was taken out: it goes when the part is taken out once more ("twice is enough", W. Kahan).
/// </summary>
internal static class ParallelRemainders
{
    public static Expr Mark(Expr expression) =>
        ExprOrder.ChildrenFirst(expression, ExprChildren.Of).Any(static node => node is Call { Function: NormRoot }) ? Substitution.Rebuild(expression, Apply) : expression;

    private static Expr? Apply(Expr node) => node is Reduce { Kind: ReductionKind.Sum, Body: Call { Function: Square } square } ? OfSquares(square[0]) : OfSum(node);

    /// <summary>
    /// Σ(x/‖x‖ − y/‖y‖)² = 2 − 2cos = 2·sin²/(1 + cos), the sine being that of the remainder: a difference of unit vectors has the rounding of their components.
    /// </summary>
    private static Expr? OfSquares(Expr difference)
    {
        if (difference is not Call { Function: Subtract } || RowOf(((Call)difference)[0]) is not var (row, norm) || RowOf(((Call)difference)[1]) is not var (other, otherNorm))
        {
            return null;
        }

        Expr dot = Build.Sum(row * other);
        Expr cosine = dot / (norm * otherNorm);
        Expr sine = Build.Sum(Square.Of(Rest(row, other, dot, Build.Sum(Square.Of(row))))) / Build.Sum(Square.Of(other));
        return 2 * Build.Select(GreaterThan.Of(dot, Build.Zero), sine / (Build.One + cosine), Build.One - cosine);
    }

    /// <summary>The row of x/‖x‖, and its norm.</summary>
    private static (Expr Row, Expr Norm)? RowOf(Expr unit) =>
        unit is Call { Function: Divide } quotient && quotient[1] is Call { Function: NormRoot } norm && norm[0].Equals(Build.Sum(Square.Of(quotient[0]))) ? (quotient[0], norm) : null;

    private static Expr? OfSum(Expr node)
    {
        if (node is not Call { Function: Add or Subtract } || !node.Indices.HasColumns || node.Size > SumForm.MaximumSize)
        {
            return null;
        }

        ImmutableArray<Part> parts = [.. Addends.Of(node).Select(static addend => Part.Of(addend.Sign < 0 ? -addend.Term : addend.Term))];
        foreach (Part along in parts)
        {
            foreach ((Expr row, Expr other, Expr dot) in along.Products())
            {
                Expr square = Build.Sum(Square.Of(row));
                Monomial factor = Monomial.Of(dot, 1).Times(Monomial.Of(NormRoot.Of(square), -2)).Times(Monomial.Of(row, 1)).Times(Monomial.Of(other, -1));
                if (parts.FirstOrDefault(part => part.Product?.PowerOf(other) == 1 && IsNegative(part.Product.Times(factor), along.Product!)) is { } whole)
                {
                    Expr scale = Polynomial.Of([whole.Product!.Without(other)], false).ToExpr();
                    return parts.Where(part => part != along && part != whole).Aggregate(scale * Of(row, other, dot, square), static (sum, part) => sum + part.Term);
                }
            }
        }

        return null;
    }

    private static bool IsNegative(Monomial left, Monomial right) => left.IsLike(right) && left.Coefficient == -right.Coefficient;

    /// <summary>What is left of a row without its part along another one.</summary>
    private static Expr Of(Expr row, Expr other, Expr dot, Expr square)
    {
        Expr rest = Rest(row, other, dot, square);
        return MultiplyAdd.Of(-Share(Build.Sum(row * rest), square), row, rest);
    }

    /// <summary>The same after one step. The product is rounded together with the difference: its own rounding would not be along that row.</summary>
    private static Expr Rest(Expr row, Expr other, Expr dot, Expr square) => MultiplyAdd.Of(-Share(dot, square), row, other);

    private static Expr Share(Expr product, Expr square) => Build.Select(Equal.Of(square, Build.Zero), Build.Zero, product / square);

    /// <summary>A term of a sum, as a product if it is one. The 0 that it is for a row without a length is that of the row.</summary>
    private sealed record Part(Expr Term, Monomial? Product)
    {
        public static Part Of(Expr term)
        {
            Expr guarded = term is Select { WhenTrue: Literal { Value: 0 }, Condition: Call { Function: Equal } isZero } select && isZero[1].IsZero() ? select.WhenFalse : term;
            return new(term, Polynomial.Of(guarded)?.Terms is [var product] ? product : null);
        }

        /// <summary>Rows x and y of which the term has x·(x·y) as factors.</summary>
        public IEnumerable<(Expr Row, Expr Other, Expr Dot)> Products() =>
            from dot in Product?.Powers.Where(static power => power.Value == 1).Select(static power => power.Key).OfType<Reduce>() ?? []
            where dot is { Kind: ReductionKind.Sum, Body: Call { Function: Multiply } }
            let body = (Call)dot.Body
            from order in new[] { (body[0], body[1]), (body[1], body[0]) }
            where Product!.PowerOf(order.Item1) == 1
            select (order.Item1, order.Item2, (Expr)dot);
    }
}
