using System;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>The angle in [−π/2, π/2] with a given sine: NaN outside [−1, 1]. Its derivative at ±1 is +∞.</summary>
internal sealed class Asin() : UnaryFunction("Asin")
{
    public static readonly Asin Instance = new();

    public static Expr Of(Expr argument) => Build.Call(Instance, argument);

    protected override Expr Derivative(Expr argument, Call value) => 1 / Sqrt.Of(OneMinusSquare.Of(argument));

    protected override Interval Range(Interval argument, ElementType type) => argument.Restrict(-1, 1).MapIncreasing(Evaluate, type);

    protected override double Evaluate(double argument) => Math.Asin(argument);

    protected override Shadow Shadow(Shadow argument) => ShadowMath.Asin(argument);

    protected override Printed Print(Printed argument) => Printed.Call("arcsin", argument);

    protected override Expr? Simplify(Expr argument) => argument switch
    {
        Call { Function: Negate } negate => -Of(negate[0]),
        _ => null,
    };
}
