using LossGen.Generator.Functions.Scalar;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>σ(x)/softplus(x), the derivative of <see cref="LogSoftplus"/>: it falls from 1 to 0 and is near 1/x for large x. Not in <c>LossMath</c>.</summary>
internal sealed class LogSoftplusSlope() : UnaryFunction("LogSoftplusSlope")
{
    public static readonly LogSoftplusSlope Instance = new();

    public static Expr Of(Expr argument) => Build.Call(Instance, argument);

    protected override bool IsInLossMath => false;

    protected override Expr Derivative(Expr argument, Call value) => LogSoftplusCurvature.Of(argument);

    protected override Interval Range(Interval argument, ElementType type) => argument.MapDecreasing(Evaluate, type, MonotoneMap.SpecialUnits).NonNegative(type);

    protected override double Evaluate(double argument) => ScalarMath.LogSoftplusSlope(argument);

    protected override Shadow Shadow(Shadow argument) => ShadowMath.LogSoftplusSlope(argument);

    protected override Printed Print(Printed argument) => new(Text(argument), Precedence.Multiplicative);

    /// <summary>The formula, a quotient.</summary>
    internal static string Text(Printed argument) => $"{Sigmoid.Instance.Print([argument]).Text} / softplus({argument.Text})";
}
