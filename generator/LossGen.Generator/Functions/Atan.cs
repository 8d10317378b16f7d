using System;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>The angle in [−π/2, π/2] with a given tangent.</summary>
internal sealed class Atan() : UnaryFunction("Atan")
{
    public static readonly Atan Instance = new();

    public static Expr Of(Expr argument) => Build.Call(Instance, argument);

    protected override Expr Derivative(Expr argument, Call value) => 1 / (1 + Square.Of(argument));

    protected override Interval Range(Interval argument, ElementType type) => argument.MapIncreasing(Evaluate, type);

    protected override double Evaluate(double argument) => Math.Atan(argument);

    protected override Shadow Shadow(Shadow argument) => ShadowMath.Atan(argument);

    protected override Printed Print(Printed argument) => Printed.Call("arctan", argument);

    protected override Expr? Simplify(Expr argument) => argument switch
    {
        Call { Function: Negate } negate => -Of(negate[0]),
        _ => null,
    };
}
