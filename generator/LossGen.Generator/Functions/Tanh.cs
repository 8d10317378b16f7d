using System;
using LossGen.Generator.Model;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>The hyperbolic tangent.</summary>
internal sealed class Tanh() : UnaryFunction("Tanh")
{
    public static readonly Tanh Instance = new();

    public static Expr Of(Expr argument) => Build.Call(Instance, argument);

    protected override Expr Derivative(Expr argument, Call value) => SechSquared.Of(argument);

    protected override Interval Range(Interval argument, ElementType type) => argument.MapIncreasing(Evaluate, type).Within(-1, 1);

    protected override double Evaluate(double argument) => Math.Tanh(argument);

    protected override Shadow Shadow(Shadow argument) => ShadowMath.Tanh(argument);

    protected override Expr? Simplify(Expr argument) => argument switch
    {
        Call { Function: Negate } negate => -Of(negate[0]),
        _ => null,
    };
}
