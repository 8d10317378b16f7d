using System;
using System.Collections.Immutable;
using LossGen.Generator.Functions.Scalar;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>e^(−x²), whose relative accuracy does not suffer from the rounding of x². Not in <c>LossMath</c>.</summary>
internal sealed class Gaussian() : UnaryFunction("Gaussian")
{
    public static readonly Gaussian Instance = new();

    public static Expr Of(Expr argument) => Build.Call(Instance, argument);

    public override string EmitScalar(ImmutableArray<string> arguments) => $"global::System.Math.Exp(-({arguments[0]} * {arguments[0]}))";

    protected override Expr Derivative(Expr argument, Call value) => -2 * argument * value;

    protected override Interval Range(Interval argument, ElementType type) => argument.Magnitude().MapDecreasing(Evaluate, type).NonNegative(type).Within(0, 1);

    protected override double Evaluate(double argument) => ScalarMath.Gaussian(argument);

    protected override Shadow Shadow(Shadow argument) => ShadowMath.Gaussian(argument);

    protected override Printed Print(Printed argument) => new($"e^(−{argument.Within(Precedence.Primary)}²)", Precedence.Power);

    protected override Expr? Simplify(Expr argument) => argument switch
    {
        Call { Function: Abs or Negate } even => Of(even[0]),
        Call { Function: Divide } quotient when quotient[1] is Literal divisor && IsRootHalf(1 / divisor.Value) => HalfGaussian.Of(quotient[0]),
        Call { Function: Multiply } product when product[0] is Literal factor && IsRootHalf(factor.Value) => HalfGaussian.Of(product[1]),
        _ => null,
    };

    /// <summary>Whether a factor is 1/√2, rounded once or twice, or its negative.</summary>
    private static bool IsRootHalf(double factor) => Math.Abs((2 * factor * factor) - 1) < 1e-15;
}
