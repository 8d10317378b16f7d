using System.Collections.Immutable;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>The product of two numbers plus a third, rounded once. It exists in lowered code only.</summary>
internal sealed class MultiplyAdd() : Function("MultiplyAdd", 3)
{
    public static readonly MultiplyAdd Instance = new();

    public static Expr Of(Expr left, Expr right, Expr addend) => Build.Call(Instance, left, right, addend);

    public override string Emit(ImmutableArray<string> arguments) => $"V.MultiplyAdd({arguments[0]}, {arguments[1]}, {arguments[2]})";

    public override string EmitScalar(ImmutableArray<string> arguments) => $"(({arguments[0]} * {arguments[1]}) + {arguments[2]})";

    public override Expr Derivative(Call call, int argument) => argument == 2 ? Build.One : call[1 - argument];

    public override Interval Range(ImmutableArray<Interval> arguments, ElementType type) => arguments[0].Multiply(arguments[1], type).Add(arguments[2], type);

    public override double Evaluate(ImmutableArray<double> arguments) => (arguments[0] * arguments[1]) + arguments[2];

    public override Shadow Shadow(ImmutableArray<Shadow> arguments) => (arguments[0] * arguments[1]) + arguments[2];

    public override Printed Print(ImmutableArray<Printed> arguments) => Add.Instance.Print([Multiply.Instance.Print([arguments[0], arguments[1]]), arguments[2]]);
}
