using System.Collections.Immutable;
using LossGen.Generator.Functions.Scalar;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>
/// e^(−½x²), the density of the standard normal distribution but for its constant: of x itself, as x/√2 rounded costs a Gaussian the digits that x² has
/// before the point. Not in <c>LossMath</c>.
/// </summary>
internal sealed class HalfGaussian() : UnaryFunction("HalfGaussian")
{
    public static readonly HalfGaussian Instance = new();

    public static Expr Of(Expr argument) => Build.Call(Instance, argument);

    public override string EmitScalar(ImmutableArray<string> arguments) => $"global::System.Math.Exp(-0.5 * {arguments[0]} * {arguments[0]})";

    protected override Expr Derivative(Expr argument, Call value) => -argument * value;

    protected override Interval Range(Interval argument, ElementType type) => argument.Magnitude().MapDecreasing(Evaluate, type).NonNegative(type).Within(0, 1);

    protected override double Evaluate(double argument) => ScalarMath.HalfGaussian(argument);

    protected override Shadow Shadow(Shadow argument) => ShadowMath.Exp(-(argument * argument).Scale(-1));

    protected override Printed Print(Printed argument) => new($"e^(−½·{argument.Within(Precedence.Primary)}²)", Precedence.Power);

    protected override Expr? Simplify(Expr argument) => argument switch
    {
        Call { Function: Abs or Negate } even => Of(even[0]),
        _ => null,
    };
}
