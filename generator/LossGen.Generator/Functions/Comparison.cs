using System.Collections.Immutable;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>A comparison of two numbers. As an interval, a condition is 0 where false and 1 where true.</summary>
internal abstract class Comparison(string name, string symbol) : Function(name, 2)
{
    public sealed override ExprKind ExprKind => ExprKind.Condition;

    public sealed override Expr Derivative(Call call, int argument) => Build.Zero;

    public sealed override double Evaluate(ImmutableArray<double> arguments) => Holds(arguments[0], arguments[1]) ? 1 : 0;

    public sealed override Shadow Shadow(ImmutableArray<Shadow> arguments)
    {
        Shadow left = arguments[0];
        Shadow right = arguments[1];
        Shadow difference = left - right;
        return left.IsFinite && right.IsFinite
            ? ShadowMath.Truth(Holds(difference.High, 0), difference.HasCertainSign)
            : ShadowMath.Truth(Holds(left.High, right.High), left.IsCertain && right.IsCertain);
    }

    public sealed override Interval Range(ImmutableArray<Interval> arguments, ElementType type)
    {
        Interval left = arguments[0];
        Interval right = arguments[1];
        bool mayBeNaN = left.MayBeNaN || right.MayBeNaN;
        bool canHold = !left.IsEmpty && !right.IsEmpty && CanHold(left, right);
        bool canFail = left.IsEmpty || right.IsEmpty || CanFail(left, right);
        return new(
            canFail || (mayBeNaN && !HoldsForNaN) ? 0 : 1,
            canHold || (mayBeNaN && HoldsForNaN) ? 1 : 0);
    }

    public sealed override Printed Print(ImmutableArray<Printed> arguments) =>
        new($"{arguments[0].Within(Precedence.Additive)} {symbol} {arguments[1].Within(Precedence.Additive)}", Precedence.Comparison);

    public sealed override Expr? Simplify(Call call) => (call[0], call[1]) switch
    {
        (Literal left, Literal right) => Holds(left.Value, right.Value) ? Truth.True : Truth.False,
        (Select { WhenTrue: Literal whenTrue, WhenFalse: Literal whenFalse } choice, Literal right) when Holds(whenTrue.Value, right.Value) && !Holds(whenFalse.Value, right.Value) => choice.Condition,
        _ => null,
    };

    protected virtual bool HoldsForNaN => false;

    protected abstract bool Holds(double left, double right);

    /// <summary>Whether the comparison is true for some numbers of the (non-empty) intervals.</summary>
    protected abstract bool CanHold(Interval left, Interval right);

    /// <summary>Whether the comparison is false for some numbers of the (non-empty) intervals.</summary>
    protected abstract bool CanFail(Interval left, Interval right);
}
