using LossGen.Generator.Functions.Scalar;
using LossGen.Generator.Model;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>The error function 2/√π·∫₀ˣ e^(−t²) dt.</summary>
internal sealed class Erf() : UnaryFunction("Erf")
{
    public static readonly Erf Instance = new();

    public static Expr Of(Expr argument) => Build.Call(Instance, argument);

    protected override Expr Derivative(Expr argument, Call value) => ScalarMath.TwoOverSqrtPi * Gaussian.Of(argument);

    protected override Interval Range(Interval argument, ElementType type) => argument.MapIncreasing(Evaluate, type, MonotoneMap.SpecialUnits).Within(-1, 1);

    protected override double Evaluate(double argument) => ScalarMath.Erf(argument);

    protected override Shadow Shadow(Shadow argument) => ShadowMath.Erf(argument);

    protected override Expr? Simplify(Expr argument) => argument switch
    {
        Call { Function: Negate } negate => -Of(negate[0]),
        _ => null,
    };
}
