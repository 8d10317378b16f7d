using LossGen.Generator.Model;
using LossGen.Generator.Printing;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>x².</summary>
internal sealed class Square() : UnaryFunction("Square")
{
    public static readonly Square Instance = new();

    public static Expr Of(Expr argument) => Build.Call(Instance, argument);

    protected override Expr Derivative(Expr argument, Call value) => 2 * argument;

    protected override Interval Range(Interval argument, ElementType type) => argument.Square(type);

    protected override double Evaluate(double argument) => argument * argument;

    protected override Shadow Shadow(Shadow argument) => argument * argument;

    protected override Printed Print(Printed argument) => new($"{argument.Within(Precedence.Primary)}²", Precedence.Power);

    protected override Expr? Simplify(Expr argument) => argument switch
    {
        Call { Function: Abs or Negate } even => Of(even[0]),
        Call { Function: NormRoot } norm => norm[0],
        Call { Function: Divide or Multiply } product when Unsigned(product[0]) is { } left => Of(Build.Call(product.Function, left, product[1])),
        Call { Function: Divide or Multiply } product when Unsigned(product[1]) is { } right => Of(Build.Call(product.Function, product[0], right)),
        _ => null,
    };

    /// <summary>x, if the factor is |x|.</summary>
    private static Expr? Unsigned(Expr factor) => factor is Call { Function: Abs } magnitude ? magnitude[0] : null;
}
