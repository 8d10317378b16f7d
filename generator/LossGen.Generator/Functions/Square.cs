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
        _ => null,
    };
}
