using System;
using System.Collections.Immutable;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>eˣ − c, accurate also where the two are next to each other. The exponential is an argument so that it is computed once. It exists in lowered code only.</summary>
internal sealed class ExpMinus() : Function("ExpMinus", 3)
{
    public static readonly ExpMinus Instance = new();

    public static Expr Of(Expr argument, Expr subtrahend, Expr exponential) => Build.Call(Instance, argument, subtrahend, exponential);

    public override string EmitScalar(ImmutableArray<string> arguments) => $"({arguments[2]} - {arguments[1]})";

    public override Expr Derivative(Call call, int argument) => argument switch
    {
        0 => Exp.Of(call[0]),
        1 => -Build.One,
        _ => Build.Zero,
    };

    public override Interval Range(ImmutableArray<Interval> arguments, ElementType type) => arguments[2].Add(arguments[1].Negate(), type);

    public override double Evaluate(ImmutableArray<double> arguments) => Math.Exp(arguments[0]) - arguments[1];

    public override Shadow Shadow(ImmutableArray<Shadow> arguments) => ShadowMath.Exp(arguments[0]) - arguments[1];

    public override Printed Print(ImmutableArray<Printed> arguments) => Subtract.Instance.Print([Exp.Instance.Print([arguments[0]]), arguments[1]]);
}
