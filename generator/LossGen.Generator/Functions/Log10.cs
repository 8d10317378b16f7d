using System;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>The logarithm to base 10: −∞ at 0 and NaN below.</summary>
internal sealed class Log10() : UnaryFunction("Log10")
{
    /// <summary>1 / log 10.</summary>
    private const double OneOverLn10 = 0.43429448190325183;

    public static readonly Log10 Instance = new();

    public static Expr Of(Expr argument) => Build.Call(Instance, argument);

    protected override Expr Derivative(Expr argument, Call value) => OneOverLn10 / argument;

    protected override Interval Range(Interval argument, ElementType type) => argument.Restrict(0, double.PositiveInfinity).MapIncreasing(Evaluate, type);

    protected override double Evaluate(double argument) => Math.Log10(argument);

    protected override Shadow Shadow(Shadow argument) => ShadowMath.Log10(argument);

    protected override Printed Print(Printed argument) => Printed.Primary($"log₁₀({argument.Text})");
}
