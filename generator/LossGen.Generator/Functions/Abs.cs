using System;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>The absolute value. Its derivative at the kink is 0, the subgradient of minimum norm.</summary>
internal sealed class Abs() : UnaryFunction("Abs")
{
    public static readonly Abs Instance = new();

    public static Expr Of(Expr argument) => Build.Call(Instance, argument);

    protected override Expr Derivative(Expr argument, Call value) => Sign.Of(argument);

    protected override Interval Range(Interval argument, ElementType type) => argument.Magnitude();

    protected override double Evaluate(double argument) => Math.Abs(argument);

    protected override Shadow Shadow(Shadow argument) => ShadowMath.Abs(argument);

    protected override Printed Print(Printed argument) => Printed.Primary($"|{argument.Text}|");

    protected override Expr? Simplify(Expr argument) => argument switch
    {
        Call { Function: Negate } negate => Of(negate[0]),
        Call { Function: Abs or Cosh or Erfc or Exp or Exp2 or Hypot or LogCosh or Relu or Sigmoid or SoftMaxWeight or Softplus or Sqrt or Square } => argument,
        _ => null,
    };
}
