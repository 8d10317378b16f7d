using LossGen.Generator.Functions.Scalar;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>
/// h·(h − 2x) with h = <see cref="ErfcHazard"/>, its derivative, without the cancellation at large x. It rises from 0 to 2. A third derivative of a logarithm
/// is never asked for. Not in <c>LossMath</c>.
/// </summary>
internal sealed class ErfcHazardSlope() : UnaryFunction("ErfcHazardSlope")
{
    public static readonly ErfcHazardSlope Instance = new();

    public static Expr Of(Expr argument) => Build.Call(Instance, argument);

    protected override bool IsInLossMath => false;

    protected override Expr Derivative(Expr argument, Call value) => double.NaN;

    protected override Interval Range(Interval argument, ElementType type) => argument.MapIncreasing(Evaluate, type, MonotoneMap.SpecialUnits).NonNegative(type);

    protected override double Evaluate(double argument) => ScalarMath.ErfcHazardSlope(argument);

    protected override Shadow Shadow(Shadow argument) => ShadowMath.ErfcHazardSlope(argument);

    protected override Printed Print(Printed argument) =>
        new($"{ErfcHazard.Text(argument)}·({ErfcHazard.Text(argument)} − 2·{argument.Within(Precedence.Multiplicative)})", Precedence.Multiplicative);
}
