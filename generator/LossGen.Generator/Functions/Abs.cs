using System;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;
using LossGen.Generator.Stability;

namespace LossGen.Generator.Functions;

/// <summary>The absolute value. Its derivative at the kink is 0, the subgradient of minimum norm.</summary>
internal sealed class Abs() : UnaryFunction("Abs")
{
    public static readonly Abs Instance = new();

    public static Expr Of(Expr argument) => Build.Call(Instance, argument);

    protected override Expr Derivative(Expr argument, Call value) => Sign.Of(argument);

    protected override Interval Range(Interval argument, ElementType type) => argument.IsEmpty ? argument : argument with { Low = argument.Contains(0) ? 0 : Math.Min(Math.Abs(argument.Low), Math.Abs(argument.High)), High = Math.Max(Math.Abs(argument.Low), Math.Abs(argument.High)) };

    protected override double Evaluate(double argument) => Math.Abs(argument);

    protected override Printed Print(Printed argument) => Printed.Primary($"|{argument.Text}|");

    protected override Expr? Simplify(Expr argument) => argument switch
    {
        Call { Function: Negate } negate => Of(negate[0]),
        Call { Function: Abs or Exp or Sigmoid or Softplus } => argument,
        _ => null,
    };
}
