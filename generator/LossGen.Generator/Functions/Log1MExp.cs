using LossGen.Generator.Functions.Scalar;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>log(1 − eˣ): −∞ at 0 and NaN above.</summary>
/// <remarks>The derivative −1/(e⁻ˣ − 1) is written as eˣ/(eˣ − 1): nothing overflows, in the second derivative neither.</remarks>
internal sealed class Log1MExp() : UnaryFunction("Log1MExp")
{
    public static readonly Log1MExp Instance = new();

    public static Expr Of(Expr argument) => Build.Call(Instance, argument);

    protected override Expr Derivative(Expr argument, Call value) => Exp.Of(argument) / ExpM1.Of(argument);

    protected override Interval Range(Interval argument, ElementType type) => argument.Restrict(double.NegativeInfinity, 0).MapDecreasing(Evaluate, type).Within(double.NegativeInfinity, 0);

    protected override double Evaluate(double argument) => ScalarMath.Log1MExp(argument);

    protected override Shadow Shadow(Shadow argument) => ShadowMath.Log1MExp(argument);

    protected override Printed Print(Printed argument) => Printed.Primary($"log(1 − e^{argument.Within(Precedence.Primary)})");
}
