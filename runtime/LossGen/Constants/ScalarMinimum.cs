namespace LossGen.Constants;

/// <summary>
/// The minimum of a loss over one number, found by the signs of its slope: kinks and flat parts are as good as smooth minima. Of a loss
/// with several valleys it is the lowest that the starting points tell apart.
/// </summary>
internal static class ScalarMinimum
{
    /// <summary>Valleys that are followed to the ground.</summary>
    private const int MostValleys = 8;

    /// <summary>Finds the minimum.</summary>
    /// <param name="function">The loss.</param>
    /// <param name="starts">Where to look first, ascending, inside of the range.</param>
    /// <param name="minimum">The smallest number allowed.</param>
    /// <param name="maximum">The largest number allowed.</param>
    /// <returns>
    /// The minimum; the middle, where it is an interval, and the finite end of one that is infinite; an infinity, or the end of the range, where
    /// the loss falls all the way; NaN where the loss is defined nowhere.
    /// </returns>
    internal static double Find<TFunction>(ref TFunction function, ReadOnlySpan<double> starts, double minimum, double maximum)
        where TFunction : ISlopeFunction, allows ref struct
    {
        List<Sight> sights = [];
        foreach (double start in starts)
            sights.Add(new Sight(start, function.At(start)));

        if (sights.TrueForAll(static sight => sight.Slope.Direction == Direction.Undefined))
            return double.NaN;

        double spread = Math.Max(sights[^1].X - sights[0].X, double.Epsilon);
        double pull = sights.Max(static sight => Finite(sight.Slope.Magnitude));
        Outskirts.Explore(ref function, sights, minimum, maximum);
        return Lowest(ref function, Valleys(sights), new Terrain(minimum, maximum, spread, pull));
    }

    /// <summary>Stretches at whose left end the loss falls, or is open, and at whose right end it rises, or is open.</summary>
    private static List<Valley> Valleys(List<Sight> sights)
    {
        List<Valley> valleys = [];
        Sight? left = null;
        bool isOpen = true;
        bool isDefined = false;
        double lowest = double.PositiveInfinity;
        foreach (Sight sight in sights)
        {
            Direction direction = sight.Slope.Direction;
            bool closes = direction == Direction.Rises || (direction == Direction.Undefined && isDefined);
            if (closes && (left is not null || isOpen))
            {
                valleys.Add(new Valley(left, sight, Math.Min(lowest, Finite(sight.Slope.Value, double.PositiveInfinity))));
                isOpen = false;
                left = null;
            }

            if (direction == Direction.Flat)
            {
                lowest = Math.Min(lowest, sight.Slope.Value);
            }
            else if (direction is Direction.Falls or Direction.Undefined)
            {
                left = sight;
                lowest = Finite(sight.Slope.Value, double.PositiveInfinity);
            }

            isDefined = direction != Direction.Undefined;
        }

        if (left is { Slope.Direction: Direction.Falls } || isOpen || (isDefined && left is not null))
            valleys.Add(new Valley(left, null, lowest));

        return [.. valleys.OrderBy(static valley => valley.Value).Take(MostValleys)];
    }

    private static double Lowest<TFunction>(ref TFunction function, List<Valley> valleys, Terrain terrain)
        where TFunction : ISlopeFunction, allows ref struct
    {
        if (valleys.Count == 1)
            return ValleyFloor.Find(ref function, valleys[0], terrain);

        double lowest = double.PositiveInfinity;
        double found = double.NaN;
        foreach (Valley valley in valleys)
        {
            double x = ValleyFloor.Find(ref function, valley, terrain);
            double value = double.IsFinite(x) ? function.At(x).Value : valley.Value;
            if (value < lowest || double.IsNaN(found))
            {
                lowest = value;
                found = x;
            }
        }

        return found;
    }

    private static double Finite(double value, double otherwise = 0) => double.IsFinite(value) ? value : otherwise;
}

/// <summary>The loss as it was seen at a point.</summary>
internal readonly record struct Sight(double X, Slope Slope);

/// <summary>A stretch with a minimum: its ends, null where it goes on for ever, and the least value seen in it.</summary>
internal readonly record struct Valley(Sight? Left, Sight? Right, double Value);

/// <summary>What belongs to the whole loss: the range, the distance between the outermost starts, and the largest pull at one of them.</summary>
internal readonly record struct Terrain(double Minimum, double Maximum, double Spread, double Pull);
