using System.Collections.Immutable;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>logΓ(x) + logΓ(y) − logΓ(x + y) for x, y &gt; 0, without the cancellation where one of them is large. Not in <c>LossMath</c>.</summary>
internal sealed class LogBeta() : Function("LogBeta", 2)
{
    public static readonly LogBeta Instance = new();

    public static Expr Of(Expr left, Expr right) => Build.Call(Instance, left, right);

    public override Expr Derivative(Call call, int argument) => LogBetaSlope.Of(call[argument], call[1 - argument]);

    public override Interval Range(ImmutableArray<Interval> arguments, ElementType type) => Interval.All;

    public override double Evaluate(ImmutableArray<double> arguments) => ShadowMath.LogBeta(arguments[0], arguments[1]).ToDouble();

    public override Shadow Shadow(ImmutableArray<Shadow> arguments) => ShadowMath.LogBeta(arguments[0], arguments[1]);

    public override Printed Print(ImmutableArray<Printed> arguments) => Printed.Primary($"logB({arguments[0].Text}, {arguments[1].Text})");

    protected override bool IsInLossMath => false;
}
