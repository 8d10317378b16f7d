using System;
using System.Collections.Immutable;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;
using LossGen.Generator.Stability;

namespace LossGen.Generator.Functions;

/// <summary>xʸ, with the special values of <see cref="Math.Pow"/>: x⁰ = 1 for every x.</summary>
internal sealed class Pow() : Function("Pow", 2)
{
    public static readonly Pow Instance = new();

    public static Expr Of(Expr @base, Expr exponent) => Build.Call(Instance, @base, exponent);

    /// <summary>∂/∂x = y·xʸ⁻¹, 0 for y = 0; ∂/∂y = xʸ·log x, 0 where x = 0 and y ≥ 0.</summary>
    public override Expr Derivative(Call call, int argument) => argument == 0
        ? call[1] * Of(call[0], call[1] - Build.One)
        : Build.Select(Build.Call(Equal.Instance, call[0], Build.Zero), Build.Zero, call * Log.Of(call[0]));

    public override Interval Range(ImmutableArray<Interval> arguments, ElementType type) => Interval.All;

    public override double Evaluate(ImmutableArray<double> arguments) => Math.Pow(arguments[0], arguments[1]);

    public override Printed Print(ImmutableArray<Printed> arguments) =>
        new($"{arguments[0].Within(Precedence.Primary)}^{arguments[1].Within(Precedence.Primary)}", Precedence.Power);

    public override Expr? Simplify(Call call) => call[1] switch
    {
        Literal { Value: 0 } => Build.One,
        Literal { Value: 1 } => call[0],
        Literal { Value: -1 } => Build.One / call[0],
        _ => null,
    };
}
