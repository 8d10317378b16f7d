using System;
using LossGen.Generator.Model;
using LossGen.Generator.Stability;

namespace LossGen.Generator.Functions;

/// <summary>The exponential function.</summary>
internal sealed class Exp() : UnaryFunction("Exp")
{
    public static readonly Exp Instance = new();

    public static Expr Of(Expr argument) => Build.Call(Instance, argument);

    protected override Expr Derivative(Expr argument, Call value) => value;

    protected override Interval Range(Interval argument, ElementType type) => argument.MapIncreasing(Evaluate, type).Within(0, double.PositiveInfinity);

    protected override double Evaluate(double argument) => Math.Exp(argument);
}
