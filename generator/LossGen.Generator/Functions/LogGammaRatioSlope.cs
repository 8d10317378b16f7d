using System.Collections.Immutable;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>ψ(x + a) − ψ(x) − a/x, the derivative of <see cref="LogGammaRatio"/> by x. Not in <c>LossMath</c>.</summary>
internal sealed class LogGammaRatioSlope() : Function("LogGammaRatioSlope", 2)
{
    public static readonly LogGammaRatioSlope Instance = new();

    public static Expr Of(Expr argument, Expr step) => Build.Call(Instance, argument, step);

    public override Expr Derivative(Call call, int argument) => argument == 0 ? LogGammaRatioCurvature.Of(call[0], call[1]) : Trigamma.Of(call[0] + call[1]) - (1 / call[0]);

    public override Interval Range(ImmutableArray<Interval> arguments, ElementType type) => Interval.All;

    public override double Evaluate(ImmutableArray<double> arguments) => ShadowMath.LogGammaRatioSlope(arguments[0], arguments[1]).ToDouble();

    public override Shadow Shadow(ImmutableArray<Shadow> arguments) => ShadowMath.LogGammaRatioSlope(arguments[0], arguments[1]);

    public override Printed Print(ImmutableArray<Printed> arguments) => new($"ψ({arguments[0].Within(Precedence.Additive)} + {arguments[1].Within(Precedence.Additive)}) − ψ({arguments[0].Text}) − {arguments[1].Within(Precedence.Multiplicative)} / {arguments[0].Within(Precedence.Unary)}", Precedence.Additive);

    protected override bool IsInLossMath => false;
}
