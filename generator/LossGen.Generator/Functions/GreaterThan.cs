using LossGen.Generator.Model;
using LossGen.Generator.Stability;

namespace LossGen.Generator.Functions;

/// <summary>The condition that a number is greater than another.</summary>
internal sealed class GreaterThan() : Comparison("GreaterThan", ">")
{
    public static readonly GreaterThan Instance = new();

    public static Expr Of(Expr left, Expr right) => Build.Call(Instance, left, right);

    protected override bool Holds(double left, double right) => left > right;

    protected override bool CanHold(Interval left, Interval right) => left.High > right.Low;

    protected override bool CanFail(Interval left, Interval right) => left.Low <= right.High;
}
