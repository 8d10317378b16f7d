using System;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>The exponential function.</summary>
internal sealed class Exp() : UnaryFunction("Exp")
{
    public static readonly Exp Instance = new();

    public static Expr Of(Expr argument) => Build.Call(Instance, argument);

    protected override Expr Derivative(Expr argument, Call value) => value;

    /// <summary>The exponential never rounds across 1, its value at 0.</summary>
    protected override Interval Range(Interval argument, ElementType type) => argument
        .MapIncreasing(Evaluate, type)
        .NonNegative(type)
        .Within(argument.Low >= 0 ? 1 : 0, argument.High <= 0 ? 1 : double.PositiveInfinity);

    protected override double Evaluate(double argument) => Math.Exp(argument);

    protected override Shadow Shadow(Shadow argument) => ShadowMath.Exp(argument);

    protected override Printed Print(Printed argument) => new($"e^{argument.Within(Precedence.Primary)}", Precedence.Power);

    protected override Expr? Simplify(Expr argument) => argument switch
    {
        Call { Function: Negate } negate when negate[0] is Call { Function: Softplus } softplus => Sigmoid.Of(-softplus[0]),
        Call { Function: Negate } negate when negate[0] is Call { Function: Square } square => Gaussian.Of(square[0]),
        _ => null,
    };
}
