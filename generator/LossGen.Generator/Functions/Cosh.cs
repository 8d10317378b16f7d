using System;
using LossGen.Generator.Model;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>The hyperbolic cosine.</summary>
internal sealed class Cosh() : UnaryFunction("Cosh")
{
    public static readonly Cosh Instance = new();

    public static Expr Of(Expr argument) => Build.Call(Instance, argument);

    protected override Expr Derivative(Expr argument, Call value) => Sinh.Of(argument);

    protected override Interval Range(Interval argument, ElementType type) => argument.Magnitude().MapIncreasing(Evaluate, type).Within(1, double.PositiveInfinity);

    protected override double Evaluate(double argument) => Math.Cosh(argument);

    protected override Shadow Shadow(Shadow argument) => ShadowMath.Cosh(argument);

    protected override Expr? Simplify(Expr argument) => argument switch
    {
        Call { Function: Abs or Negate } even => Of(even[0]),
        _ => null,
    };
}
