using LossGen.Generator.Model;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>The condition that a number is neither infinite nor NaN.</summary>
internal sealed class IsFinite() : UnaryFunction("IsFinite")
{
    public static readonly IsFinite Instance = new();

    public static Expr Of(Expr argument) => Build.Call(Instance, argument);

    public override ExprKind ExprKind => ExprKind.Condition;

    protected override Expr Derivative(Expr argument, Call value) => Build.Zero;

    protected override Interval Range(Interval argument, ElementType type) => new(
        argument.IsEmpty || argument.MayBeNaN || argument.MayBeInfinite ? 0 : 1,
        argument.IsEmpty || (argument.IsPoint && argument.MayBeInfinite) ? 0 : 1);

    protected override double Evaluate(double argument) => IsNumber(argument) ? 1 : 0;

    protected override Shadow Shadow(Shadow argument) => ShadowMath.Truth(argument.IsFinite);

    protected override Expr? Simplify(Expr argument) => argument is Literal literal ? (IsNumber(literal.Value) ? Truth.True : Truth.False) : null;

    private static bool IsNumber(double value) => !double.IsNaN(value) && !double.IsInfinity(value);
}
