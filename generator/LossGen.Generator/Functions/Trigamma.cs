using LossGen.Generator.Functions.Scalar;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>ψ′, the derivative of the digamma function: positive, +∞ at 0 and the negative integers. Not in <c>LossMath</c>.</summary>
internal sealed class Trigamma() : UnaryFunction("Trigamma")
{
    public static readonly Trigamma Instance = new();

    public static Expr Of(Expr argument) => Build.Call(Instance, argument);

    protected override bool IsInLossMath => false;

    protected override Expr Derivative(Expr argument, Call value) => Tetragamma.Of(argument);

    protected override Interval Range(Interval argument, ElementType type) => argument.IsEmpty || !IntervalArithmetic.IsNegative(argument.Low)
        ? argument.MapDecreasing(Evaluate, type, MonotoneMap.SpecialUnits).NonNegative(type)
        : new(0, double.PositiveInfinity, argument.MayBeNaN || double.IsNegativeInfinity(argument.Low));

    protected override double Evaluate(double argument) => ScalarMath.Trigamma(argument);

    protected override Shadow Shadow(Shadow argument) => ShadowMath.Trigamma(argument);

    protected override Printed Print(Printed argument) => Printed.Primary($"ψ′({argument.Text})");
}
