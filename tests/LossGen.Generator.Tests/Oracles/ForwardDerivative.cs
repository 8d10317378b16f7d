using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Tests.Oracles;

/// <summary>The chain rule, forwards and by the book, over the functions' own derivatives: it tests those alone, not the compiler's reverse mode.</summary>
internal static class ForwardDerivative
{
    public static Expr Of(Expr expression, Variable variable) => expression switch
    {
        Variable => expression.Equals(variable) ? Build.One : Build.Zero,
        Select select => Build.Select(select.Condition, Of(select.WhenTrue, variable), Of(select.WhenFalse, variable)),
        Call call => OfCall(call, variable),
        _ => Build.Zero,
    };

    private static Expr OfCall(Call call, Variable variable)
    {
        Expr sum = Build.Zero;
        for (int argument = 0; argument < call.Arguments.Count; argument++)
        {
            Expr inner = Of(call[argument], variable);
            if (!inner.IsZero())
            {
                Expr outer = call.Function.Derivative(call, argument);
                sum = outer.IsZero() ? sum : sum + (outer * inner);
            }
        }

        return sum;
    }
}
