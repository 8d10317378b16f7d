using LossGen.Generator.Functions.Scalar;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>The inverse hyperbolic tangent: ±∞ at ±1 and NaN beyond.</summary>
internal sealed class Atanh() : UnaryFunction("Atanh")
{
    public static readonly Atanh Instance = new();

    public static Expr Of(Expr argument) => Build.Call(Instance, argument);

    protected override Expr Derivative(Expr argument, Call value) => 1 / OneMinusSquare.Of(argument);

    protected override Interval Range(Interval argument, ElementType type) => argument.Restrict(-1, 1).MapIncreasing(Evaluate, type);

    protected override double Evaluate(double argument) => ScalarMath.Atanh(argument);

    protected override Shadow Shadow(Shadow argument) => ShadowMath.Atanh(argument);

    protected override Printed Print(Printed argument) => Printed.Call("artanh", argument);

    protected override Expr? Simplify(Expr argument) => argument switch
    {
        Call { Function: Negate } negate => -Of(negate[0]),
        _ => null,
    };
}
