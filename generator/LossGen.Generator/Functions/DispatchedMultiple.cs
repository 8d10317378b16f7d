using System.Collections.Immutable;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>
/// x times the hyperparameter that kernels are generic over: twice a number is a sum, which is computed where a product would wait for
/// the multipliers that polynomials keep busy. It exists in lowered code only.
/// </summary>
internal sealed class DispatchedMultiple() : Function("DispatchedMultiple", 2)
{
    public static readonly DispatchedMultiple Instance = new();

    public override Expr Derivative(Call call, int argument) => call[1 - argument];

    public override Interval Range(ImmutableArray<Interval> arguments, ElementType type) => Multiply.Instance.Range(arguments, type);

    public override double Evaluate(ImmutableArray<double> arguments) => Multiply.Instance.Evaluate(arguments);

    public override Shadow Shadow(ImmutableArray<Shadow> arguments) => arguments[0] * arguments[1];

    public override Printed Print(ImmutableArray<Printed> arguments) => Multiply.Instance.Print(arguments);

    public override string Emit(ImmutableArray<string> arguments) => $"TExponent.Multiple<V, T>({arguments[0]}, {arguments[1]})";
}
