using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Stability.Fixes;

/// <summary>An expression that is equal to another over the real numbers and may be better in floating point; null where a form does not apply.</summary>
/// <param name="expression">A simplified expression.</param>
internal delegate Expr? Form(Expr expression);

/// <summary>Patterns that the tables of forms share.</summary>
internal static class FormPattern
{
    public static bool Is<TFunction>(this Expr expression, out Expr argument)
        where TFunction : Function
    {
        argument = expression is Call { Function: TFunction } call ? call[0] : expression;
        return !ReferenceEquals(argument, expression);
    }

    /// <summary>The operands of a sum or, with the second one negated, of a difference; null for anything else.</summary>
    public static (Expr First, Expr Second)? Terms(this Expr expression) => expression switch
    {
        Call { Function: Add } sum => (sum[0], sum[1]),
        Call { Function: Subtract } difference => (difference[0], -difference[1]),
        _ => null,
    };

    /// <summary>What is added to 1; null if the expression is no such sum.</summary>
    public static Expr? BeyondOne(this Expr expression) => expression.Terms() switch
    {
        ({ } first, { } second) when first.IsOne() => second,
        ({ } first, { } second) when second.IsOne() => first,
        _ => null,
    };

    /// <summary>The sum of eᵃ and eᵇ as a and b; of 1 and eᵇ as 0 and b.</summary>
    public static (Expr First, Expr Second)? ExponentsOfSum(this Expr expression) =>
        expression is Call { Function: Add } sum && Exponent(sum[0]) is { } first && Exponent(sum[1]) is { } second ? (first, second) : null;

    /// <summary>The exponent of a power of e; 1 is one, and so is 1 ÷ eˣ.</summary>
    public static Expr? Exponent(Expr expression) => expression switch
    {
        Literal { Value: 1 } => Build.Zero,
        Call { Function: Exp } exp => exp[0],
        Call { Function: Divide } quotient when quotient[0].IsOne() && Exponent(quotient[1]) is { } exponent => -exponent,
        _ => null,
    };

    /// <summary>The base of a square, also of x·x; null for anything else.</summary>
    public static Expr? SquareBase(this Expr expression) => expression switch
    {
        Call { Function: Square } square => square[0],
        Call { Function: Multiply } product when product[0].Equals(product[1]) => product[0],
        _ => null,
    };

    /// <summary>The terms whose mean over the columns it is; null for anything else.</summary>
    public static Expr? MeanTerms(this Expr expression) =>
        expression is Call { Function: Divide } quotient && quotient[1] is ColumnCount && quotient[0] is Reduce { Kind: ReductionKind.Sum } sum ? sum.Body : null;
}
