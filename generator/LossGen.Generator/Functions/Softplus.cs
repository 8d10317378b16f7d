using System;
using LossGen.Generator.Model;
using LossGen.Generator.Stability;

namespace LossGen.Generator.Functions;

/// <summary>log(1 + eˣ).</summary>
internal sealed class Softplus() : UnaryFunction("Softplus")
{
    public static readonly Softplus Instance = new();

    public static Expr Of(Expr argument) => Build.Call(Instance, argument);

    protected override Expr Derivative(Expr argument, Call value) => Sigmoid.Of(argument);

    protected override Interval Range(Interval argument, ElementType type) => argument.MapIncreasing(Evaluate, type).Within(0, double.PositiveInfinity);

    protected override double Evaluate(double argument) => Math.Max(argument, 0) + Math.Log(1 + Math.Exp(-Math.Abs(argument)));
}
