using System.Collections.Immutable;
using LossGen.Generator.Model;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>The number itself, taken as a constant: nothing flows to it.</summary>
internal sealed class StopGradient() : UnaryFunction("StopGradient")
{
    public static readonly StopGradient Instance = new();

    public static Expr Of(Expr argument) => Build.Call(Instance, argument);

    public override string Emit(ImmutableArray<string> arguments) => $"({arguments[0]})";

    protected override Expr Derivative(Expr argument, Call value) => Build.Zero;

    protected override Interval Range(Interval argument, ElementType type) => argument;

    protected override double Evaluate(double argument) => argument;

    protected override Shadow Shadow(Shadow argument) => argument;

    protected override Expr? Simplify(Expr argument) => argument switch
    {
        Call { Function: StopGradient } => argument,
        _ => null,
    };
}
