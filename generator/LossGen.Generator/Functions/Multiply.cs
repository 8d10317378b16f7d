using System.Collections.Immutable;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>The product of two numbers.</summary>
internal sealed class Multiply() : Function("Multiply", 2)
{
    public static readonly Multiply Instance = new();

    public override Expr Derivative(Call call, int argument) => call[1 - argument];

    public override Interval Range(ImmutableArray<Interval> arguments, ElementType type) => arguments[0].Multiply(arguments[1], type);

    public override double Evaluate(ImmutableArray<double> arguments) => arguments[0] * arguments[1];

    public override Shadow Shadow(ImmutableArray<Shadow> arguments) => arguments[0] * arguments[1];

    public override Printed Print(ImmutableArray<Printed> arguments) =>
        new($"{arguments[0].Within(Precedence.Multiplicative)}·{arguments[1].Within(Precedence.Unary)}", Precedence.Multiplicative);

    public override Precedence EmittedPrecedence => Precedence.Multiplicative;

    public override string Emit(ImmutableArray<string> arguments) => $"{arguments[0]} * {arguments[1]}";

    public override Expr? Simplify(Call call) => (call[0], call[1]) switch
    {
        (Literal { Value: 1 }, _) => call[1],
        (_, Literal { Value: 1 }) => call[0],
        (Literal { Value: -1 }, _) => -call[1],
        (_, Literal { Value: -1 }) => -call[0],
        (not Literal, Literal) => call[1] * call[0],
        (Call { Function: Negate } left, Call { Function: Negate } right) => left[0] * right[0],
        (Literal constant, Call { Function: Negate } right) => new Literal(-constant.Value) * right[0],
        (Call { Function: Negate } left, _) => -(left[0] * call[1]),
        (_, Call { Function: Negate } right) => -(call[0] * right[0]),
        (Literal outer, Call { Function: Multiply } product) when product[0] is Literal inner && PowersOfTwo.Commute(outer.Value, inner.Value) =>
            new Literal(outer.Value * inner.Value) * product[1],
        (Literal outer, Call { Function: Divide } quotient) when quotient[0] is Literal inner && PowersOfTwo.Commute(outer.Value, inner.Value) =>
            new Literal(outer.Value * inner.Value) / quotient[1],
        _ => SelectAlgebra.Merge(call),
    };
}
