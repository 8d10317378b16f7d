using System;
using LossGen.Generator.Model;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>The cosine of an angle in radians.</summary>
internal sealed class Cos() : UnaryFunction("Cos")
{
    public static readonly Cos Instance = new();

    public static Expr Of(Expr argument) => Build.Call(Instance, argument);

    protected override Expr Derivative(Expr argument, Call value) => -Sin.Of(argument);

    protected override Interval Range(Interval argument, ElementType type) => Periodicity.Cosine(argument, type);

    protected override double Evaluate(double argument) => Math.Cos(argument);

    protected override Shadow Shadow(Shadow argument) => ShadowMath.Cos(argument);

    protected override Expr? Simplify(Expr argument) => argument switch
    {
        Call { Function: Abs or Negate } even => Of(even[0]),
        _ => null,
    };
}
