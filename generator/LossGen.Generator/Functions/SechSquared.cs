using System;
using System.Collections.Immutable;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>1/cosh²(x), the derivative of the hyperbolic tangent, accurate in both tails. Not in <c>LossMath</c>.</summary>
internal sealed class SechSquared() : UnaryFunction("SechSquared")
{
    public static readonly SechSquared Instance = new();

    public static Expr Of(Expr argument) => Build.Call(Instance, argument);

    public override string EmitScalar(ImmutableArray<string> arguments) => $"global::System.Math.Pow(global::System.Math.Cosh({arguments[0]}), -2.0)";

    protected override Expr Derivative(Expr argument, Call value) => -2 * Tanh.Of(argument) * value;

    protected override Interval Range(Interval argument, ElementType type) => argument.Magnitude().MapDecreasing(Evaluate, type, MonotoneMap.SpecialUnits).NonNegative(type);

    protected override double Evaluate(double argument)
    {
        // 4·σ(2x)·σ(−2x), the larger factor being at least ½.
        double tail = Math.Exp(-2 * Math.Abs(argument));
        return 4 * tail / ((1 + tail) * (1 + tail));
    }

    protected override Shadow Shadow(Shadow argument) => ShadowMath.SechSquared(argument);

    protected override Printed Print(Printed argument) => Printed.Call("sech²", argument);

    protected override Expr? Simplify(Expr argument) => argument switch
    {
        Call { Function: Abs or Negate } even => Of(even[0]),
        _ => null,
    };
}
