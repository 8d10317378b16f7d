using LossGen.Generator.Functions.Scalar;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>eˣ − 1 − x, accurate near 0, where it is ½x². Its derivative is eˣ − 1. Not in <c>LossMath</c>.</summary>
internal sealed class ExpM1MinusX() : UnaryFunction("ExpM1MinusX")
{
    public static readonly ExpM1MinusX Instance = new();

    public static Expr Of(Expr argument) => Build.Call(Instance, argument);

    protected override bool IsInLossMath => false;

    protected override Expr Derivative(Expr argument, Call value) => ExpM1.Of(argument);

    /// <summary>It falls up to 0 and rises from there.</summary>
    protected override Interval Range(Interval argument, ElementType type) => argument.IsEmpty ? argument : (MonotoneMap.Around(Evaluate(argument.Low), type, MonotoneMap.SpecialUnits)
        .Union(MonotoneMap.Around(Evaluate(argument.High), type, MonotoneMap.SpecialUnits))
        .Union(argument.Contains(0) ? Interval.Point(0) : Interval.Empty(false)) with
    { MayBeNaN = argument.MayBeNaN }).Within(0, double.PositiveInfinity);

    protected override double Evaluate(double argument) => ScalarMath.ExpM1MinusX(argument);

    protected override Shadow Shadow(Shadow argument) => ShadowMath.ExpM1MinusX(argument);

    protected override Printed Print(Printed argument) =>
        new($"e^{argument.Within(Precedence.Primary)} − 1 − {argument.Within(Precedence.Multiplicative)}", Precedence.Additive);
}
