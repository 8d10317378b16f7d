using System;
using LossGen.Generator.Model;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>The hyperbolic sine.</summary>
internal sealed class Sinh() : UnaryFunction("Sinh")
{
    public static readonly Sinh Instance = new();

    public static Expr Of(Expr argument) => Build.Call(Instance, argument);

    protected override Expr Derivative(Expr argument, Call value) => Cosh.Of(argument);

    protected override Interval Range(Interval argument, ElementType type) => argument.MapIncreasing(Evaluate, type);

    protected override double Evaluate(double argument) => Math.Sinh(argument);

    protected override Shadow Shadow(Shadow argument) => ShadowMath.Sinh(argument);

    protected override Expr? Simplify(Expr argument) => argument switch
    {
        Call { Function: Negate } negate => -Of(negate[0]),
        _ => null,
    };
}
