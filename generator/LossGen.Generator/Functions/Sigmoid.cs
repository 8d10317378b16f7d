using System;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>The logistic function 1 / (1 + e⁻ˣ).</summary>
internal sealed class Sigmoid() : UnaryFunction("Sigmoid")
{
    public static readonly Sigmoid Instance = new();

    public static Expr Of(Expr argument) => Build.Call(Instance, argument);

    protected override Expr Derivative(Expr argument, Call value) => value * Of(-argument);

    protected override Interval Range(Interval argument, ElementType type) => argument.MapIncreasing(Evaluate, type).NonNegative(type).Within(0, 1);

    protected override double Evaluate(double argument) => argument >= 0 ? 1 / (1 + Math.Exp(-argument)) : Math.Exp(argument) / (1 + Math.Exp(argument));

    protected override Shadow Shadow(Shadow argument) => ShadowMath.Sigmoid(argument);

    protected override Printed Print(Printed argument) => Printed.Call("σ", argument);
}
