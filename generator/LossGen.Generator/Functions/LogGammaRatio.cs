using System.Collections.Immutable;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>log(Γ(x + a)/Γ(x)) − a·log x for x &gt; 0 and a ≥ 0, without the cancellation at large x, where it is about a·(a − 1)/2x. Not in <c>LossMath</c>.</summary>
internal sealed class LogGammaRatio() : Function("LogGammaRatio", 2)
{
    public static readonly LogGammaRatio Instance = new();

    public static Expr Of(Expr argument, Expr step) => Build.Call(Instance, argument, step);

    public override Expr Derivative(Call call, int argument) => argument == 0 ? LogGammaRatioSlope.Of(call[0], call[1]) : Digamma.Of(call[0] + call[1]) - Log.Of(call[0]);

    public override Interval Range(ImmutableArray<Interval> arguments, ElementType type) => Interval.All;

    public override double Evaluate(ImmutableArray<double> arguments) => ShadowMath.LogGammaRatio(arguments[0], arguments[1]).ToDouble();

    public override Shadow Shadow(ImmutableArray<Shadow> arguments) => ShadowMath.LogGammaRatio(arguments[0], arguments[1]);

    public override Printed Print(ImmutableArray<Printed> arguments) => new($"logΓ({arguments[0].Within(Precedence.Additive)} + {arguments[1].Within(Precedence.Additive)}) − logΓ({arguments[0].Text}) − {arguments[1].Within(Precedence.Multiplicative)}·log({arguments[0].Text})", Precedence.Additive);

    protected override bool IsInLossMath => false;
}
