using LossGen.Generator.Functions.Scalar;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>log(cosh x) without overflow.</summary>
internal sealed class LogCosh() : UnaryFunction("LogCosh")
{
    public static readonly LogCosh Instance = new();

    public static Expr Of(Expr argument) => Build.Call(Instance, argument);

    protected override Expr Derivative(Expr argument, Call value) => Tanh.Of(argument);

    protected override Interval Range(Interval argument, ElementType type) => argument.Magnitude().MapIncreasing(Evaluate, type).Within(0, double.PositiveInfinity);

    protected override double Evaluate(double argument) => ScalarMath.LogCosh(argument);

    protected override Shadow Shadow(Shadow argument) => ShadowMath.LogCosh(argument);

    protected override Printed Print(Printed argument) => Printed.Primary($"log(cosh({argument.Text}))");

    protected override Expr? Simplify(Expr argument) => argument switch
    {
        Call { Function: Abs or Negate } even => Of(even[0]),
        _ => null,
    };
}
