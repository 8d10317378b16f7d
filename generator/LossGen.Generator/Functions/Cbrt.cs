using LossGen.Generator.Functions.Scalar;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>The cube root, defined for negative numbers too. Its derivative at 0 is +∞.</summary>
internal sealed class Cbrt() : UnaryFunction("Cbrt")
{
    public static readonly Cbrt Instance = new();

    public static Expr Of(Expr argument) => Build.Call(Instance, argument);

    protected override Expr Derivative(Expr argument, Call value) => 1 / (3 * Square.Of(value));

    protected override Interval Range(Interval argument, ElementType type) => argument.MapIncreasing(Evaluate, type);

    protected override double Evaluate(double argument) => ScalarMath.Cbrt(argument);

    protected override Shadow Shadow(Shadow argument) => ShadowMath.Cbrt(argument);

    protected override Printed Print(Printed argument) => Printed.Primary($"∛({argument.Text})");

    protected override Expr? Simplify(Expr argument) => argument switch
    {
        Call { Function: Cube } cube => cube[0],
        Call { Function: Negate } negate => -Of(negate[0]),
        _ => null,
    };
}
