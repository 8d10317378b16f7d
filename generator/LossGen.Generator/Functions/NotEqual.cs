using LossGen.Generator.Stability;

namespace LossGen.Generator.Functions;

/// <summary>The condition that a number differs from another.</summary>
internal sealed class NotEqual() : Comparison("NotEqual", "≠")
{
    public static readonly NotEqual Instance = new();

    protected override bool HoldsForNaN => true;

    protected override bool Holds(double left, double right) => left != right;

    protected override bool CanHold(Interval left, Interval right) => !(left.Low == left.High && left.Low == right.Low && right.Low == right.High);

    protected override bool CanFail(Interval left, Interval right) => left.Low <= right.High && right.Low <= left.High;
}
