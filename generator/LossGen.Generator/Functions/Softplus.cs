using LossGen.Generator.Functions.Scalar;
using LossGen.Generator.Model;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>log(1 + eˣ).</summary>
internal sealed class Softplus() : UnaryFunction("Softplus")
{
    public static readonly Softplus Instance = new();

    public static Expr Of(Expr argument) => Build.Call(Instance, argument);

    protected override Expr Derivative(Expr argument, Call value) => Sigmoid.Of(argument);

    protected override Interval Range(Interval argument, ElementType type) => argument.MapIncreasing(Evaluate, type).NonNegative(type);

    protected override double Evaluate(double argument) => ScalarMath.Softplus(argument);

    protected override Shadow Shadow(Shadow argument) => ShadowMath.Softplus(argument);
}
