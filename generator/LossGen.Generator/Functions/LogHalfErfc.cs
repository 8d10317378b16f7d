using LossGen.Generator.Functions.Scalar;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>log(½·erfc x), the logarithm of a normal tail: accurate in both tails, of which the left one is −½·erfc(−x). Not in <c>LossMath</c>.</summary>
internal sealed class LogHalfErfc() : UnaryFunction("LogHalfErfc")
{
    public static readonly LogHalfErfc Instance = new();

    public static Expr Of(Expr argument) => Build.Call(Instance, argument);

    protected override bool IsInLossMath => false;

    protected override Expr Derivative(Expr argument, Call value) => -ErfcHazard.Of(argument);

    protected override Interval Range(Interval argument, ElementType type) =>
        argument.MapDecreasing(Evaluate, type, MonotoneMap.SpecialUnits).Within(double.NegativeInfinity, 0);

    protected override double Evaluate(double argument) => ScalarMath.LogHalfErfc(argument);

    protected override Shadow Shadow(Shadow argument) => ShadowMath.LogHalfErfc(argument);

    protected override Printed Print(Printed argument) => Printed.Primary($"log(½·erfc({argument.Text}))");
}
