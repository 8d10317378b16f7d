using LossGen.Generator.Functions.Scalar;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>
/// 2/√π·e^(−x²)/erfc(x), the negative slope of log(erfc x): the hazard rate of a normal distribution, the reciprocal of Mills' ratio.
/// It rises from 0, and is near 2x where erfc(x) underflows. Not in <c>LossMath</c>.
/// </summary>
internal sealed class ErfcHazard() : UnaryFunction("ErfcHazard")
{
    public static readonly ErfcHazard Instance = new();

    public static Expr Of(Expr argument) => Build.Call(Instance, argument);

    protected override bool IsInLossMath => false;

    protected override Expr Derivative(Expr argument, Call value) => ErfcHazardSlope.Of(argument);

    protected override Interval Range(Interval argument, ElementType type) => argument.MapIncreasing(Evaluate, type, MonotoneMap.SpecialUnits).NonNegative(type);

    protected override double Evaluate(double argument) => ScalarMath.ErfcHazard(argument);

    protected override Shadow Shadow(Shadow argument) => ShadowMath.ErfcHazard(argument);

    protected override Printed Print(Printed argument) => new(Text(argument), Precedence.Multiplicative);

    /// <summary>The formula, a quotient.</summary>
    internal static string Text(Printed argument) => $"2/√π·e^(−{argument.Within(Precedence.Primary)}²) / erfc({argument.Text})";
}
