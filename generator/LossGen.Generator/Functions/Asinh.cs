using LossGen.Generator.Functions.Scalar;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>The inverse hyperbolic sine.</summary>
/// <remarks>The derivative is 1/√(x² + 1) as a hypotenuse: x² would overflow.</remarks>
internal sealed class Asinh() : UnaryFunction("Asinh")
{
    public static readonly Asinh Instance = new();

    public static Expr Of(Expr argument) => Build.Call(Instance, argument);

    protected override Expr Derivative(Expr argument, Call value) => 1 / Hypot.Of(argument, 1);

    protected override Interval Range(Interval argument, ElementType type) => argument.MapIncreasing(Evaluate, type);

    protected override double Evaluate(double argument) => ScalarMath.Asinh(argument);

    protected override Shadow Shadow(Shadow argument) => ShadowMath.Asinh(argument);

    protected override Printed Print(Printed argument) => Printed.Call("arsinh", argument);

    protected override Expr? Simplify(Expr argument) => argument switch
    {
        Call { Function: Negate } negate => -Of(negate[0]),
        _ => null,
    };
}
