using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Stability.Rewrites;

/// <summary>
/// Products, quotients and powers of exponentials are exponentials, which neither overflow in between nor leave quotients of
/// exponentials to their derivatives: a ÷ eˣ is a·e⁻ˣ, eˣ·eʸ is eˣ⁺ʸ, (eˣ)ᵏ is eᵏˣ.
/// </summary>
internal static class ExponentialProducts
{
    public static Expr? Apply(Expr expression) => expression switch
    {
        Call { Function: Divide } quotient when quotient[0] is Call { Function: Exp } dividend && quotient[1] is Call { Function: Exp } divisor => Exp.Of(dividend[0] - divisor[0]),
        Call { Function: Divide } quotient when quotient[1] is Call { Function: Exp } exp => quotient[0] * Exp.Of(-exp[0]),
        Call { Function: Multiply } product when product[0] is Call { Function: Exp } left && product[1] is Call { Function: Exp } right => Exp.Of(left[0] + right[0]),
        Call { Function: Pow } power when power[0] is Call { Function: Exp } exp => Exp.Of(power[1] * exp[0]),
        Call { Function: Sqrt } root when root[0] is Call { Function: Exp } exp => Exp.Of(Build.Half * exp[0]),
        _ => null,
    };
}
