using System.Collections.Immutable;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>The sum of two numbers.</summary>
internal sealed class Add() : Function("Add", 2)
{
    public static readonly Add Instance = new();

    public override Expr Derivative(Call call, int argument) => Build.One;

    public override Interval Range(ImmutableArray<Interval> arguments, ElementType type) => arguments[0].Add(arguments[1], type);

    public override double Evaluate(ImmutableArray<double> arguments) => arguments[0] + arguments[1];

    public override Shadow Shadow(ImmutableArray<Shadow> arguments) => arguments[0] + arguments[1];

    public override Printed Print(ImmutableArray<Printed> arguments) =>
        new($"{arguments[0].Within(Precedence.Additive)} + {arguments[1].Within(Precedence.Additive)}", Precedence.Additive);

    public override Precedence EmittedPrecedence => Precedence.Additive;

    public override string Emit(ImmutableArray<string> arguments) => $"{arguments[0]} + {arguments[1]}";

    public override Expr? Simplify(Call call) => (call[0], call[1]) switch
    {
        (Literal { Value: 0 }, _) => call[1],
        (_, Literal { Value: 0 }) => call[0],
        (_, Call { Function: Negate } negate) => call[0] - negate[0],
        (Call { Function: Negate } negate, _) => call[1] - negate[0],
        _ when LeadingSign.Turn(call[1]) is { } positive => call[0] - positive,
        _ => SelectAlgebra.Merge(call),
    };
}
