using LossGen.Generator.Functions.Scalar;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>eˣ − 1, accurate near 0.</summary>
internal sealed class ExpM1() : UnaryFunction("ExpM1")
{
    public static readonly ExpM1 Instance = new();

    public static Expr Of(Expr argument) => Build.Call(Instance, argument);

    protected override Expr Derivative(Expr argument, Call value) => Exp.Of(argument);

    protected override Interval Range(Interval argument, ElementType type) => argument.MapIncreasing(Evaluate, type).Within(-1, double.PositiveInfinity);

    protected override double Evaluate(double argument) => ScalarMath.ExpM1(argument);

    protected override Shadow Shadow(Shadow argument) => ShadowMath.ExpM1(argument);

    protected override Printed Print(Printed argument) => new($"e^{argument.Within(Precedence.Primary)} − 1", Precedence.Additive);
}
