using System;
using LossGen.Generator.Model;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>The sine of an angle in radians.</summary>
internal sealed class Sin() : UnaryFunction("Sin")
{
    public static readonly Sin Instance = new();

    public static Expr Of(Expr argument) => Build.Call(Instance, argument);

    protected override Expr Derivative(Expr argument, Call value) => Cos.Of(argument);

    protected override Interval Range(Interval argument, ElementType type) => Periodicity.Sine(argument, type);

    protected override double Evaluate(double argument) => Math.Sin(argument);

    protected override Shadow Shadow(Shadow argument) => ShadowMath.Sin(argument);

    protected override Expr? Simplify(Expr argument) => argument switch
    {
        Call { Function: Negate } negate => -Of(negate[0]),
        _ => null,
    };
}
