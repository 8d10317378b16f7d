using LossGen.Generator.Model;
using LossGen.Generator.Printing;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>x³.</summary>
internal sealed class Cube() : UnaryFunction("Cube")
{
    public static readonly Cube Instance = new();

    public static Expr Of(Expr argument) => Build.Call(Instance, argument);

    protected override Expr Derivative(Expr argument, Call value) => 3 * Square.Of(argument);

    protected override Interval Range(Interval argument, ElementType type) => argument.MapIncreasing(Evaluate, type);

    protected override double Evaluate(double argument) => argument * argument * argument;

    protected override Shadow Shadow(Shadow argument) => argument * argument * argument;

    protected override Printed Print(Printed argument) => new($"{argument.Within(Precedence.Primary)}³", Precedence.Power);

    protected override Expr? Simplify(Expr argument) => argument switch
    {
        Call { Function: Negate } negate => -Of(negate[0]),
        _ => null,
    };
}
