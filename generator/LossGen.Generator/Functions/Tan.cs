using System;
using LossGen.Generator.Model;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>The tangent of an angle in radians.</summary>
internal sealed class Tan() : UnaryFunction("Tan")
{
    public static readonly Tan Instance = new();

    public static Expr Of(Expr argument) => Build.Call(Instance, argument);

    protected override Expr Derivative(Expr argument, Call value) => 1 + Square.Of(value);

    protected override Interval Range(Interval argument, ElementType type) => Periodicity.Tangent(argument, type);

    protected override double Evaluate(double argument) => Math.Tan(argument);

    protected override Shadow Shadow(Shadow argument) => ShadowMath.Tan(argument);

    protected override Expr? Simplify(Expr argument) => argument switch
    {
        Call { Function: Negate } negate => -Of(negate[0]),
        _ => null,
    };
}
