using LossGen.Generator.Functions.Scalar;
using LossGen.Generator.Model;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>The complementary error function 1 − erf(x), accurate in its right tail.</summary>
internal sealed class Erfc() : UnaryFunction("Erfc")
{
    public static readonly Erfc Instance = new();

    public static Expr Of(Expr argument) => Build.Call(Instance, argument);

    protected override Expr Derivative(Expr argument, Call value) => -ScalarMath.TwoOverSqrtPi * Gaussian.Of(argument);

    protected override Interval Range(Interval argument, ElementType type) => argument.MapDecreasing(Evaluate, type, MonotoneMap.SpecialUnits).NonNegative(type).Within(0, 2);

    protected override double Evaluate(double argument) => ScalarMath.Erfc(argument);

    protected override Shadow Shadow(Shadow argument) => ShadowMath.Erfc(argument);
}
