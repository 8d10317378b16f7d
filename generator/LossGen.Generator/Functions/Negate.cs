using System.Collections.Immutable;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>The negative of a number.</summary>
internal sealed class Negate() : UnaryFunction("Negate")
{
    public static readonly Negate Instance = new();

    public override Precedence EmittedPrecedence => Precedence.Unary;

    public override string Emit(ImmutableArray<string> arguments) => $"-{arguments[0]}";

    protected override Expr Derivative(Expr argument, Call value) => new Literal(-1);

    protected override Interval Range(Interval argument, ElementType type) => argument.Negate();

    protected override double Evaluate(double argument) => -argument;

    protected override Shadow Shadow(Shadow argument) => -argument;

    protected override Printed Print(Printed argument) => new($"−{argument.Within(Precedence.Unary)}", Precedence.Unary);

    protected override Expr? Simplify(Expr argument) => argument switch
    {
        Call { Function: Negate } negate => negate[0],
        Call { Function: Subtract } difference => difference[1] - difference[0],
        _ when LeadingSign.Turn(argument) is { } positive => positive,
        Call { Function: Multiply } product when product[0] is Literal constant => new Literal(-constant.Value) * product[1],
        Call { Function: Multiply } product when product[0] is Call { Function: Negate } left => left[0] * product[1],
        Call { Function: Multiply } product when product[1] is Call { Function: Negate } right => product[0] * right[0],
        Call { Function: Divide } quotient when quotient[0] is Literal constant => new Literal(-constant.Value) / quotient[1],
        Select select when SelectAlgebra.IsCheap(select.WhenTrue, select.WhenFalse) => Build.Select(select.Condition, -select.WhenTrue, -select.WhenFalse),
        _ => null,
    };
}
