using LossGen.Generator.Functions.Scalar;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>
/// log(softplus x), the logarithm of a rate or a scale that is kept positive: x − ½eˣ + … far below 0, also where softplus x underflows. Its derivative falls from 1 to 0
/// and is never a quotient of numbers that underflow. Not in <c>LossMath</c>.
/// </summary>
internal sealed class LogSoftplus() : UnaryFunction("LogSoftplus")
{
    public static readonly LogSoftplus Instance = new();

    public static Expr Of(Expr argument) => Build.Call(Instance, argument);

    protected override bool IsInLossMath => false;

    protected override Expr Derivative(Expr argument, Call value) => LogSoftplusSlope.Of(argument);

    protected override Interval Range(Interval argument, ElementType type) => argument.MapIncreasing(Evaluate, type, MonotoneMap.SpecialUnits);

    protected override double Evaluate(double argument) => ScalarMath.LogSoftplus(argument);

    protected override Shadow Shadow(Shadow argument) => ShadowMath.LogSoftplus(argument);

    protected override Printed Print(Printed argument) => Printed.Primary($"log(softplus({argument.Text}))");
}
