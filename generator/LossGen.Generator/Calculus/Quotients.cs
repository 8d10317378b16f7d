using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Calculus;

/// <summary>
/// The derivative of a quotient whose numerator and denominator differ by a constant: 1/b − (a/b)/b is (b − a)/b², without the
/// cancellation of the two terms where a is large. Saturating losses such as r²/(1 + r²) live by it.
/// </summary>
internal static class Quotients
{
    public static Expr? Collect(Expr expression) =>
        expression is Call { Function: Subtract } difference
        && difference[0] is Call { Function: Divide } first
        && difference[1] is Call { Function: Divide } second
        && second[0] is Call { Function: Divide } quotient
        && first[1].Equals(second[1])
        && first[1].Equals(quotient[1])
        && Numerator(quotient[0], first[0]) is { } numerator
        && SumForm.Simplify(first[1] - numerator) is Literal constant
            ? constant * first[0] / first[1] / first[1]
            : null;

    /// <summary>The expression without the factor.</summary>
    private static Expr? Numerator(Expr product, Expr factor) => product switch
    {
        _ when factor.IsOne() => product,
        Call { Function: Multiply } call when call[0].Equals(factor) => call[1],
        Call { Function: Multiply } call when call[1].Equals(factor) => call[0],
        _ => null,
    };
}
