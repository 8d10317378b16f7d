using System.Collections.Immutable;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>ψ(x) − ψ(x + a), the derivative of <see cref="LogBeta"/> by x. Not in <c>LossMath</c>.</summary>
internal sealed class LogBetaSlope() : Function("LogBetaSlope", 2)
{
    public static readonly LogBetaSlope Instance = new();

    public static Expr Of(Expr argument, Expr step) => Build.Call(Instance, argument, step);

    public override Expr Derivative(Call call, int argument) => argument == 0 ? LogBetaCurvature.Of(call[0], call[1]) : -Trigamma.Of(call[0] + call[1]);

    public override Interval Range(ImmutableArray<Interval> arguments, ElementType type) => Interval.All;

    public override double Evaluate(ImmutableArray<double> arguments) => ShadowMath.LogBetaSlope(arguments[0], arguments[1]).ToDouble();

    public override Shadow Shadow(ImmutableArray<Shadow> arguments) => ShadowMath.LogBetaSlope(arguments[0], arguments[1]);

    public override Printed Print(ImmutableArray<Printed> arguments) => new($"ψ({arguments[0].Text}) − ψ({arguments[0].Within(Precedence.Additive)} + {arguments[1].Within(Precedence.Additive)})", Precedence.Additive);

    protected override bool IsInLossMath => false;
}
