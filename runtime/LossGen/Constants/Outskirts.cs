namespace LossGen.Constants;

/// <summary>Looks beyond the starting points, in steps whose exponent doubles, until the loss goes up towards the outside or the range ends.</summary>
internal static class Outskirts
{
    /// <summary>Adds what is seen beyond the first and the last point.</summary>
    internal static void Explore<TFunction>(ref TFunction function, List<Sight> sights, double minimum, double maximum)
        where TFunction : ISlopeFunction, allows ref struct
    {
        double center = sights[sights.Count / 2].X;
        double step = Math.Max(1, sights[^1].X - sights[0].X);
        while (sights[0].Slope.Direction is Direction.Rises or Direction.Flat && Next(sights[0].X, center, step, minimum) is { } x)
            sights.Insert(0, new Sight(x, function.At(x)));
        while (sights[^1].Slope.Direction is Direction.Falls or Direction.Flat && Next(sights[^1].X, center, step, maximum) is { } x)
            sights.Add(new Sight(x, function.At(x)));
    }

    /// <summary>The next point outwards; null behind the last.</summary>
    private static double? Next(double x, double center, double step, double end)
    {
        double last = double.IsFinite(end) ? (end > center ? Math.BitDecrement(end) : Math.BitIncrement(end)) : Math.CopySign(1e300, end);
        if (x == last)
            return null;

        // Towards a finite end the distance to it shrinks as the distance from the center grows towards an infinite one.
        double next = double.IsFinite(end)
            ? end - ((end - center) * Shrunk((end - x) / (end - center)))
            : center + Math.CopySign(step * Grown(Math.Abs(x - center) / step), end);
        return end > center ? Math.Min(Math.Max(next, Math.BitIncrement(x)), last) : Math.Max(Math.Min(next, Math.BitDecrement(x)), last);
    }

    private static double Grown(double ratio) => ratio < 2 ? 2 * Math.Max(ratio, 1) : ratio * ratio;

    private static double Shrunk(double ratio) => ratio > 0.5 ? 0.5 * ratio : ratio * ratio;
}
