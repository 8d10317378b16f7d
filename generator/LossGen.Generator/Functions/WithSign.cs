using System;
using System.Collections.Immutable;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>A non-negative magnitude with the sign of another number, that of zero included. It exists in lowered code only.</summary>
internal sealed class WithSign() : Function("WithSign", 2)
{
    public static readonly WithSign Instance = new();

    public static Expr Of(Expr magnitude, Expr sign) => Build.Call(Instance, magnitude, sign);

    public override string Emit(ImmutableArray<string> arguments) => $"V.Or({arguments[0]}, V.And({arguments[1]}, V.Create(-0.0)))";

    public override string EmitScalar(ImmutableArray<string> arguments) => $"global::System.Math.CopySign({arguments[0]}, {arguments[1]})";

    public override Expr Derivative(Call call, int argument) => argument == 0 ? Sign.Of(call[1]) : Build.Zero;

    public override Interval Range(ImmutableArray<Interval> arguments, ElementType type) => arguments[0].Union(arguments[0].Negate());

    public override double Evaluate(ImmutableArray<double> arguments) => arguments[1] < 0 || 1 / arguments[1] < 0 ? -Math.Abs(arguments[0]) : Math.Abs(arguments[0]);

    public override Shadow Shadow(ImmutableArray<Shadow> arguments) => ShadowMath.WithSignOf(arguments[0], arguments[1]);

    public override Printed Print(ImmutableArray<Printed> arguments) => Printed.Call("copySign", arguments[0], arguments[1]);
}
