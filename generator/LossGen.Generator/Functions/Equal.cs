using LossGen.Generator.Model;
using LossGen.Generator.Stability;

namespace LossGen.Generator.Functions;

/// <summary>The condition that a number equals another.</summary>
internal sealed class Equal() : Comparison("Equal", "=")
{
    public static readonly Equal Instance = new();

    public static Expr Of(Expr left, Expr right) => Build.Call(Instance, left, right);

    protected override bool Holds(double left, double right) => left == right;

    protected override bool CanHold(Interval left, Interval right) => left.Low <= right.High && right.Low <= left.High;

    protected override bool CanFail(Interval left, Interval right) => !(left.Low == left.High && left.Low == right.Low && right.Low == right.High);
}
