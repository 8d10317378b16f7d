using System;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>2ˣ.</summary>
internal sealed class Exp2() : UnaryFunction("Exp2")
{
    /// <summary>The natural logarithm of 2.</summary>
    private const double Ln2 = 0.69314718055994531;

    public static readonly Exp2 Instance = new();

    public static Expr Of(Expr argument) => Build.Call(Instance, argument);

    protected override Expr Derivative(Expr argument, Call value) => Ln2 * value;

    protected override Interval Range(Interval argument, ElementType type) => argument.MapIncreasing(Evaluate, type).NonNegative(type);

    protected override double Evaluate(double argument) => Math.Pow(2, argument);

    protected override Shadow Shadow(Shadow argument) => ShadowMath.Exp2(argument);

    protected override Printed Print(Printed argument) => new($"2^{argument.Within(Precedence.Primary)}", Precedence.Power);
}
