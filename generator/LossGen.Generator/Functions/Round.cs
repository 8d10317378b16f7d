using System;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>Rounds to the nearest integer, ties to even. The derivative is 0 everywhere.</summary>
internal sealed class Round() : UnaryFunction("Round")
{
    public static readonly Round Instance = new();

    public static Expr Of(Expr argument) => Build.Call(Instance, argument);

    protected override Expr Derivative(Expr argument, Call value) => Build.Zero;

    protected override Interval Range(Interval argument, ElementType type) => argument.IsEmpty ? argument : argument with { Low = Evaluate(argument.Low), High = Evaluate(argument.High) };

    protected override double Evaluate(double argument) => Math.Round(argument);

    protected override Shadow Shadow(Shadow argument) => ShadowMath.Round(argument);

    protected override Printed Print(Printed argument) => Printed.Primary($"round({argument.Text})");

    protected override Expr? Simplify(Expr argument) => argument switch
    {
        Call { Function: Floor or Ceiling or Round or Truncate or Sign } => argument,
        Call { Function: Negate } negate => -Of(negate[0]),
        _ => null,
    };
}
