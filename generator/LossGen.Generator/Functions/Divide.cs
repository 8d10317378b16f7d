using System.Collections.Immutable;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>The quotient of two numbers.</summary>
internal sealed class Divide() : Function("Divide", 2)
{
    public static readonly Divide Instance = new();

    /// <summary>∂(a/b)/∂a = 1/b; ∂(a/b)/∂b = −(a/b)/b, which neither overflows nor underflows where −a/b² would.</summary>
    public override Expr Derivative(Call call, int argument) => argument == 0 ? Build.One / call[1] : -(call / call[1]);

    public override Interval Range(ImmutableArray<Interval> arguments, ElementType type) => arguments[0].Divide(arguments[1], type);

    public override double Evaluate(ImmutableArray<double> arguments) => arguments[0] / arguments[1];

    public override Shadow Shadow(ImmutableArray<Shadow> arguments) => arguments[0] / arguments[1];

    public override Printed Print(ImmutableArray<Printed> arguments) =>
        new($"{arguments[0].Within(Precedence.Multiplicative)} / {arguments[1].Within(Precedence.Unary)}", Precedence.Multiplicative);

    public override Precedence EmittedPrecedence => Precedence.Multiplicative;

    public override string Emit(ImmutableArray<string> arguments) => $"{arguments[0]} / {arguments[1]}";

    public override Expr? Simplify(Call call) => (call[0], call[1]) switch
    {
        (_, Literal { Value: 1 }) => call[0],
        (_, Literal { Value: -1 }) => -call[0],
        (Call { Function: Negate } negate, _) => -(negate[0] / call[1]),
        (_, Call { Function: Negate } negate) => -(call[0] / negate[0]),
        (_, Literal constant) when PowersOfTwo.HasExactReciprocal(constant.Value) =>
            new Literal(1 / constant.Value) * call[0],
        _ => null,
    };
}
