using System;
using System.Collections.Immutable;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>The negative of the magnitude, by one operation on the bits. It exists in lowered code only.</summary>
internal sealed class MinusAbs() : Function("MinusAbs", 1)
{
    public static readonly MinusAbs Instance = new();

    public static Expr Of(Expr argument) => Build.Call(Instance, argument);

    public override string Emit(ImmutableArray<string> arguments) => $"V.Or({arguments[0]}, V.Create(-0.0))";

    public override string EmitScalar(ImmutableArray<string> arguments) => $"(-global::System.Math.Abs({arguments[0]}))";

    public override Expr Derivative(Call call, int argument) => -Sign.Of(call[0]);

    public override Interval Range(ImmutableArray<Interval> arguments, ElementType type) => Abs.Instance.Range(arguments, type).Negate();

    public override double Evaluate(ImmutableArray<double> arguments) => -Math.Abs(arguments[0]);

    public override Shadow Shadow(ImmutableArray<Shadow> arguments) => -ShadowMath.Abs(arguments[0]);

    public override Printed Print(ImmutableArray<Printed> arguments) => Negate.Instance.Print([Abs.Instance.Print([arguments[0]])]);

    public override Expr? Simplify(Call call) => call[0] is Call { Function: Negate or Abs } argument ? Of(argument[0]) : null;
}
