using LossGen.Generator.Functions.Scalar;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>ψ, the derivative of log Γ: −∞ at +0, +∞ at −0, NaN at the negative integers.</summary>
internal sealed class Digamma() : UnaryFunction("Digamma")
{
    public static readonly Digamma Instance = new();

    public static Expr Of(Expr argument) => Build.Call(Instance, argument);

    protected override Expr Derivative(Expr argument, Call value) => Trigamma.Of(argument);

    protected override Interval Range(Interval argument, ElementType type) => argument.IsEmpty || !IntervalArithmetic.IsNegative(argument.Low)
        ? argument.MapIncreasing(Evaluate, type, MonotoneMap.SpecialUnits).Widen(MonotoneMap.SpecialUnits, type)
        : Interval.All;

    protected override double Evaluate(double argument) => ScalarMath.Digamma(argument);

    protected override Shadow Shadow(Shadow argument) => ShadowMath.Digamma(argument);

    protected override Printed Print(Printed argument) => Printed.Primary($"ψ({argument.Text})");
}
