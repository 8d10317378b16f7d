using System.Collections.Immutable;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>The condition that another does not hold.</summary>
internal sealed class Not() : Function("Not", 1)
{
    public static readonly Not Instance = new();

    public override ExprKind ExprKind => ExprKind.Condition;

    public override Expr Derivative(Call call, int argument) => Build.Zero;

    public override Interval Range(ImmutableArray<Interval> arguments, ElementType type) => new(1 - arguments[0].High, 1 - arguments[0].Low);

    public override double Evaluate(ImmutableArray<double> arguments) => arguments[0] == 0 ? 1 : 0;

    public override Shadow Shadow(ImmutableArray<Shadow> arguments) => ShadowMath.Not(arguments[0]);

    public override Printed Print(ImmutableArray<Printed> arguments) => new($"¬{arguments[0].Within(Precedence.Unary)}", Precedence.Unary);

    public override Expr? Simplify(Call call) => call[0] switch
    {
        Truth truth => truth.Value ? Truth.False : Truth.True,
        Call { Function: Not } not => not[0],
        _ => null,
    };
}
