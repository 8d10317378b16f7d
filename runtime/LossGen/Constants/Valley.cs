namespace LossGen.Constants;

/// <summary>A stretch with a minimum: its ends, null where it goes on for ever, and a flat point between them if one was seen that is not higher than they are.</summary>
/// <remarks>
/// From one of the ends the loss goes down into the stretch; it does so from the other too, or that one is higher, or the loss is not defined there.
/// </remarks>
internal readonly record struct Valley(Sight? Left, Sight? Flat, Sight? Right)
{
    /// <summary>The lowest that was seen of it.</summary>
    internal double Height => Math.Min(Flat?.Slope.Height ?? double.PositiveInfinity, Math.Min(Left?.Slope.Height ?? double.PositiveInfinity, Right?.Slope.Height ?? double.PositiveInfinity));
}
