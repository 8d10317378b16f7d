using System.Collections.Immutable;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>w·log(1 + m/w), which tends to m for large w: its slope in w does not, like the terms of the product rule, cancel there. Not in <c>LossMath</c>.</summary>
internal sealed class ScaledLogP1() : Function("ScaledLogP1", 2)
{
    public static readonly ScaledLogP1 Instance = new();

    public override bool NamesArguments => true;

    public override Precedence EmittedPrecedence => Precedence.Multiplicative;

    public static Expr Of(Expr scale, Expr part) => Build.Call(Instance, scale, part);

    public override Expr Derivative(Call call, int argument) => argument == 0 ? LogP1Excess.Of(call[1] / call[0]) : 1 / (1 + (call[1] / call[0]));

    public override Interval Range(ImmutableArray<Interval> arguments, ElementType type) => Interval.All;

    public override double Evaluate(ImmutableArray<double> arguments) => arguments[0] * LogP1.Instance.Evaluate([arguments[1] / arguments[0]]);

    public override Shadow Shadow(ImmutableArray<Shadow> arguments) => arguments[0] * ShadowMath.LogP1(arguments[1] / arguments[0]);

    public override Printed Print(ImmutableArray<Printed> arguments) => Multiply.Instance.Print([arguments[0], LogP1.Instance.Print([Divide.Instance.Print([arguments[1], arguments[0]])])]);

    public override string Emit(ImmutableArray<string> arguments) => $"{arguments[0]} * V.LogP1({arguments[1]} / {arguments[0]})";

    public override string EmitScalar(ImmutableArray<string> arguments) => $"({arguments[0]} * global::LossGen.LossMath.LogP1({arguments[1]} / {arguments[0]}))";
}
