namespace LossGen.Constants;

/// <summary>A loss and its slope at one point, with the slope in two parts: what pulls up and what pulls down.</summary>
/// <param name="Value">The loss.</param>
/// <param name="Rising">The sum of the samples' positive slopes, at least 0.</param>
/// <param name="Falling">The sum of the samples' negative slopes, as a magnitude.</param>
internal readonly record struct Slope(double Value, double Rising, double Falling)
{
    /// <summary>The part of the pulls that rounding may leave where they balance: 45 roundings of double.</summary>
    private const double Balance = 1e-14;

    internal double Total => Rising - Falling;

    internal double Magnitude => Rising + Falling;

    /// <summary>The loss, infinite where it or its slope is not defined.</summary>
    internal double Height => double.IsNaN(Value) || double.IsNaN(Total) ? double.PositiveInfinity : Value;

    internal Direction Direction => Total switch
    {
        double.NaN => Direction.Undefined,
        double total when Math.Abs(total) <= Balance * Magnitude => Direction.Flat,
        > 0 => Direction.Rises,
        _ => Direction.Falls,
    };
}

/// <summary>Where a loss goes as its prediction grows.</summary>
internal enum Direction
{
    Falls,
    Flat,
    Rises,

    /// <summary>The loss is not defined here.</summary>
    Undefined,
}
