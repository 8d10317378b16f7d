using LossGen.Generator.Functions.Scalar;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>
/// s·(σ(−x) − s) with s = <see cref="LogSoftplusSlope"/>, its derivative: never positive, near −½eˣ far below 0, where the difference would cancel, and near −1/x² for
/// large x. A third derivative of a logarithm is never asked for. Not in <c>LossMath</c>.
/// </summary>
internal sealed class LogSoftplusCurvature() : UnaryFunction("LogSoftplusCurvature")
{
    public static readonly LogSoftplusCurvature Instance = new();

    /// <summary>Below its least value, −0.16709557… at x = 0.49498….</summary>
    private const double Least = -0.1671;

    public static Expr Of(Expr argument) => Build.Call(Instance, argument);

    protected override bool IsInLossMath => false;

    protected override Expr Derivative(Expr argument, Call value) => double.NaN;

    protected override Interval Range(Interval argument, ElementType type) => argument.IsEmpty ? argument : new Interval(Least, 0, argument.MayBeNaN);

    protected override double Evaluate(double argument) => ScalarMath.LogSoftplusCurvature(argument);

    protected override Shadow Shadow(Shadow argument) => ShadowMath.LogSoftplusCurvature(argument);

    protected override Printed Print(Printed argument) => new(
        $"{LogSoftplusSlope.Text(argument)}·({Sigmoid.Instance.Print([Negate.Instance.Print([argument])]).Text} − {LogSoftplusSlope.Text(argument)})",
        Precedence.Multiplicative);
}
