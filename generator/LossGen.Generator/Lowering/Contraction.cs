using System.Linq;
using LossGen.Generator.Calculus;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering;

/// <summary>
/// Sums with a product become one operation with one rounding. It is decided on the expression and not where it is written out: an expression
/// must have the same bits in every pass, or no column would be found to attain the maximum of a row.
/// </summary>
internal static class Contraction
{
    public static Expr Contract(Expr expression) => Substitution.Rebuild(expression, static node => node switch
    {
        Call { Function: Add } sum when IsOneProduct(sum) => Of(sum[0], sum[1]) ?? Of(sum[1], sum[0]),
        Call { Function: Subtract } difference when IsOneProduct(difference) => Of(difference[0], -difference[1]) ?? OfNegative(difference[1], difference[0]),
        _ => null,
    });

    /// <summary>A sum of two products is left alone: where they cancel, the rounding of one of them would be left.</summary>
    private static bool IsOneProduct(Call sum) => IsProduct(sum[0]) != IsProduct(sum[1]);

    private static bool IsProduct(Expr expression) => expression is Call { Function: Multiply or Square };

    private static Expr? Of(Expr product, Expr addend) =>
        product is Call { Function: Multiply } factors && IsWorthIt(factors, addend) ? MultiplyAdd.Of(factors[0], factors[1], addend) : null;

    private static Expr? OfNegative(Expr product, Expr minuend) =>
        product is Call { Function: Multiply } factors && IsWorthIt(factors, minuend) ? MultiplyAdd.Of(-factors[0], factors[1], minuend) : null;

    /// <summary>
    /// A product that is one number for all columns is computed once and added. A product less the largest of its kind, the row's maximum,
    /// is exactly 0 where it is that; the rounding of the product must not be left over.
    /// </summary>
    private static bool IsWorthIt(Call product, Expr addend) => product.Indices.IsEmpty
        ? addend.Indices.IsEmpty
        : !addend.Indices.IsEmpty || !ExprOrder.ChildrenFirst(addend, ExprChildren.Of).Any(static node => node is Reduce { Kind: ReductionKind.Max or ReductionKind.MaxOfNumbers or ReductionKind.Min });
}
