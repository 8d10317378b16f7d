using LossGen.Generator.Functions.Scalar;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>ψ″, the derivative of the trigamma function: −∞ at +0, +∞ at −0, NaN at the negative integers. Not in <c>LossMath</c>.</summary>
/// <remarks>Two differentiations of the functions of the language go no further, so that its own derivative has no name: it is NaN.</remarks>
internal sealed class Tetragamma() : UnaryFunction("Tetragamma")
{
    public static readonly Tetragamma Instance = new();

    public static Expr Of(Expr argument) => Build.Call(Instance, argument);

    protected override bool IsInLossMath => false;

    protected override Expr Derivative(Expr argument, Call value) => double.NaN;

    protected override Interval Range(Interval argument, ElementType type) => argument.IsEmpty || !IntervalArithmetic.IsNegative(argument.Low)
        ? argument.Negate().MapIncreasing(negated => -Evaluate(-negated), type, MonotoneMap.SpecialUnits).NonNegative(type).Negate()
        : Interval.All;

    protected override double Evaluate(double argument) => ScalarMath.Tetragamma(argument);

    protected override Shadow Shadow(Shadow argument) => ShadowMath.Tetragamma(argument);

    protected override Printed Print(Printed argument) => Printed.Primary($"ψ″({argument.Text})");
}
