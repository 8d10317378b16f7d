using LossGen.Generator.Model;

namespace LossGen.Generator.Functions;

/// <summary>The sign of a product's constant, which comes first in it.</summary>
internal static class LeadingSign
{
    /// <summary>The product with its constant's sign turned, if it starts with a negative constant; else null.</summary>
    public static Expr? Turn(Expr expression) => expression switch
    {
        Literal { Value: < 0 } literal => new Literal(-literal.Value),
        Call { Function: Multiply } product when Turn(product[0]) is { } positive => positive * product[1],
        Call { Function: Divide } quotient when Turn(quotient[0]) is { } positive => positive / quotient[1],
        _ => null,
    };
}
