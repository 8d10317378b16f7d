namespace LossGen.Constants;

/// <summary>The loss as it was seen at a point.</summary>
internal readonly record struct Sight(double X, Slope Slope)
{
    /// <summary>Values that differ by less, as a part of them and of what the pulls do over the starts' spread, are the same but for rounding.</summary>
    private const double Rounding = 1e-12;

    internal Direction Direction => Slope.Direction;

    /// <summary>Whether the loss is higher here than there, by more than rounding. Where it is not defined it is infinitely high.</summary>
    internal bool IsHigherThan(Sight other, double spread)
    {
        double scale = Math.Max(Math.Abs(Slope.Height), Math.Abs(other.Slope.Height)) + (Math.Max(Slope.Magnitude, other.Slope.Magnitude) * spread);
        return double.IsFinite(scale) ? Slope.Height - other.Slope.Height > Rounding * scale : Slope.Height > other.Slope.Height;
    }

    /// <summary>Whether both are flat, and neither is higher.</summary>
    internal bool IsLevelWith(Sight other, double spread) =>
        Direction == Direction.Flat && other.Direction == Direction.Flat && !IsHigherThan(other, spread) && !other.IsHigherThan(this, spread);
}
