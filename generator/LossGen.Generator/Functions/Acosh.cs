using LossGen.Generator.Functions.Scalar;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>The inverse hyperbolic cosine: NaN below 1.</summary>
/// <remarks>The derivative is 1/√(x² − 1) in factors: x² would cancel near 1 and overflow far out.</remarks>
internal sealed class Acosh() : UnaryFunction("Acosh")
{
    public static readonly Acosh Instance = new();

    public static Expr Of(Expr argument) => Build.Call(Instance, argument);

    protected override Expr Derivative(Expr argument, Call value) => 1 / (Sqrt.Of(argument - 1) * Sqrt.Of(argument + 1));

    protected override Interval Range(Interval argument, ElementType type) => argument.Restrict(1, double.PositiveInfinity).MapIncreasing(Evaluate, type);

    protected override double Evaluate(double argument) => ScalarMath.Acosh(argument);

    protected override Shadow Shadow(Shadow argument) => ShadowMath.Acosh(argument);

    protected override Printed Print(Printed argument) => Printed.Call("arcosh", argument);
}
