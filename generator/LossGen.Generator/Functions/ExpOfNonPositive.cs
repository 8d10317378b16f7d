using System;
using System.Collections.Immutable;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>eˣ for x ≤ 0: the exponential without care for overflow, as softplus, sigmoid and softmax need it.</summary>
internal sealed class ExpOfNonPositive() : UnaryFunction("ExpOfNonPositive")
{
    public static readonly ExpOfNonPositive Instance = new();

    public static Expr Of(Expr argument) => Build.Call(Instance, argument);

    public override string EmitScalar(ImmutableArray<string> arguments) => Exp.Instance.EmitScalar(arguments);

    protected override Expr Derivative(Expr argument, Call value) => value;

    protected override Interval Range(Interval argument, ElementType type) => argument.MapIncreasing(Evaluate, type).NonNegative(type).Within(0, 1);

    protected override double Evaluate(double argument) => Math.Exp(argument);

    protected override Shadow Shadow(Shadow argument) => ShadowMath.Exp(argument);

    protected override Printed Print(Printed argument) => Exp.Instance.Print([argument]);
}
