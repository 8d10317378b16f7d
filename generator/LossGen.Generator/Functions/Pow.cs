using System;
using System.Collections.Immutable;
using System.Linq;
using LossGen.Generator.Calculus;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>xʸ, with the special values of <see cref="Math.Pow"/>: x⁰ = 1 for every x, and NaN for x &lt; 0 unless y is an integer.</summary>
internal sealed class Pow() : Function("Pow", 2)
{
    public static readonly Pow Instance = new();

    public static Expr Of(Expr @base, Expr exponent) => Build.Call(Instance, @base, exponent);

    /// <summary>∂/∂x = y·xʸ⁻¹, and 0 for y = 0 even where xʸ⁻¹ is infinite; ∂/∂y = xʸ·log x, and 0 where x = 0 and y ≥ 0.</summary>
    public override Expr Derivative(Call call, int argument)
    {
        Expr @base = call[0];
        Expr exponent = call[1];
        return argument == 0
            ? Build.Select(IsConstantInBase(@base, exponent), Build.Zero, exponent * Of(@base, exponent - Build.One))
            : Build.Select(And.Of(Equal.Of(@base, Build.Zero), GreaterThanOrEqual.Of(exponent, Build.Zero)), Build.Zero, call * Log.Of(@base));
    }

    /// <summary>
    /// Where x⁰ counts as constant in x. An exponent that varies with a prediction passes through 0, where y·xʸ⁻¹ is 0 but its derivative
    /// in y is not; it is left alone except where xʸ⁻¹ is infinite.
    /// </summary>
    private static Expr IsConstantInBase(Expr @base, Expr exponent) => ExprOrder.ChildrenFirst(exponent, ExprChildren.Of).Any(IsPrediction)
        ? And.Of(Equal.Of(exponent, Build.Zero), Equal.Of(@base, Build.Zero))
        : Equal.Of(exponent, Build.Zero);

    private static bool IsPrediction(Expr node) => node is Variable { Input.Role: InputRole.Prediction } or Read { Row.Role: InputRole.Prediction };

    public override Interval Range(ImmutableArray<Interval> arguments, ElementType type) => PowRange.Of(arguments[0], arguments[1], type);

    public override double Evaluate(ImmutableArray<double> arguments) => Math.Pow(arguments[0], arguments[1]);

    public override Shadow Shadow(ImmutableArray<Shadow> arguments) => ShadowMath.Pow(arguments[0], arguments[1]);

    public override Printed Print(ImmutableArray<Printed> arguments) =>
        new($"{arguments[0].Within(Precedence.Primary)}^{arguments[1].Within(Precedence.Primary)}", Precedence.Power);

    /// <summary>Exponents for which a few operations are at least as accurate as the general power.</summary>
    public override Expr? Simplify(Call call) => call[1] switch
    {
        Literal { Value: 0 } => Build.One,
        Literal { Value: 0.5 } => Sqrt.Of(call[0]),
        Literal { Value: -0.5 } => 1 / Sqrt.Of(call[0]),
        Literal { Value: 1 } => call[0],
        Literal { Value: -1 } => Build.One / call[0],
        Literal { Value: 2 } => Square.Of(call[0]),
        Literal { Value: 3 } => Cube.Of(call[0]),
        Literal { Value: 4 } => Square.Of(Square.Of(call[0])),
        _ => null,
    };
}
