using LossGen.Generator.Stability;

namespace LossGen.Generator.Functions;

/// <summary>The condition that a number is at most another.</summary>
internal sealed class LessThanOrEqual() : Comparison("LessThanOrEqual", "≤")
{
    public static readonly LessThanOrEqual Instance = new();

    protected override bool Holds(double left, double right) => left <= right;

    protected override bool CanHold(Interval left, Interval right) => left.Low <= right.High;

    protected override bool CanFail(Interval left, Interval right) => left.High > right.Low;
}
