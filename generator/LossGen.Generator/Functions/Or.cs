using System.Collections.Immutable;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>The condition that one of two conditions, or both hold.</summary>
internal sealed class Or() : Function("Or", 2)
{
    public static readonly Or Instance = new();

    public static Expr Of(Expr left, Expr right) => Build.Call(Instance, left, right);

    public override ExprKind ExprKind => ExprKind.Condition;

    public override Expr Derivative(Call call, int argument) => Build.Zero;

    public override Interval Range(ImmutableArray<Interval> arguments, ElementType type) => new(System.Math.Max(arguments[0].Low, arguments[1].Low), System.Math.Max(arguments[0].High, arguments[1].High));

    public override double Evaluate(ImmutableArray<double> arguments) => arguments[0] != 0 || arguments[1] != 0 ? 1 : 0;

    public override Shadow Shadow(ImmutableArray<Shadow> arguments) => ShadowMath.Or(arguments[0], arguments[1]);

    public override Printed Print(ImmutableArray<Printed> arguments) =>
        new($"{arguments[0].Within(Precedence.Or)} ∨ {arguments[1].Within(Precedence.Or)}", Precedence.Or);

    public override Expr? Simplify(Call call) => (call[0], call[1]) switch
    {
        (Truth left, _) => left.Value ? Truth.True : call[1],
        (_, Truth right) => right.Value ? Truth.True : call[0],
        _ when call[0].Equals(call[1]) => call[0],
        _ => null,
    };
}
