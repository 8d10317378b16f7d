using System;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>The square root: NaN below 0. Its derivative at 0 is +∞; see <see cref="NormRoot"/> for the root of a sum of squares.</summary>
internal sealed class Sqrt() : UnaryFunction("Sqrt")
{
    public static readonly Sqrt Instance = new();

    public static Expr Of(Expr argument) => Build.Call(Instance, argument);

    protected override Expr Derivative(Expr argument, Call value) => Build.Half / value;

    protected override Interval Range(Interval argument, ElementType type) => argument.SquareRoot(type);

    protected override double Evaluate(double argument) => Math.Sqrt(argument);

    protected override Shadow Shadow(Shadow argument) => ShadowMath.Sqrt(argument);

    protected override Printed Print(Printed argument) => Printed.Primary($"√({argument.Text})");

    protected override Expr? Simplify(Expr argument) => argument switch
    {
        Call { Function: Square } square => Abs.Of(square[0]),
        _ => null,
    };
}
