using System;
using System.Collections.Immutable;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>1 − a·e⁻ˣ, accurate also where the product is next to 1. The exponential is an argument so that it is computed once. It exists in lowered code only.</summary>
internal sealed class OneMinusScaledExp() : Function("OneMinusScaledExp", 3)
{
    public static readonly OneMinusScaledExp Instance = new();

    public static Expr Of(Expr argument, Expr scale, Expr exponential) => Build.Call(Instance, argument, scale, exponential);

    public override string EmitScalar(ImmutableArray<string> arguments) => $"(1.0 - ({arguments[1]} * {arguments[2]}))";

    public override Expr Derivative(Call call, int argument) => argument switch
    {
        0 => call[1] * Exp.Of(-call[0]),
        1 => -Exp.Of(-call[0]),
        _ => Build.Zero,
    };

    public override Interval Range(ImmutableArray<Interval> arguments, ElementType type) => Interval.Point(1).Add(arguments[1].Multiply(arguments[2], type).Negate(), type);

    public override double Evaluate(ImmutableArray<double> arguments) => 1 - (arguments[1] * Math.Exp(-arguments[0]));

    public override Shadow Shadow(ImmutableArray<Shadow> arguments) => ShadowMath.Exp(-arguments[0]) * -arguments[1] + 1;

    public override Printed Print(ImmutableArray<Printed> arguments) =>
        Subtract.Instance.Print([Printed.Primary("1"), Multiply.Instance.Print([arguments[1], Exp.Instance.Print([Negate.Instance.Print([arguments[0]])])])]);
}
