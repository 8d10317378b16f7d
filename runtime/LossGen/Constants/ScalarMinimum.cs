namespace LossGen.Constants;

/// <summary>
/// The minimum of a loss over one number, found by the signs of its slope: kinks and flat parts are as good as smooth minima. Of a loss
/// with several valleys it is the lowest that the starting points tell apart, and of equally low ones the nearest to 0. No starting point is lower.
/// </summary>
internal static class ScalarMinimum
{
    /// <summary>Valleys between starting points that are followed to the ground.</summary>
    private const int MostValleys = 8;

    /// <summary>The same with the valleys that are found on the way.</summary>
    private const int MostFloors = 16;

    /// <summary>Where 0 and the starts lie within this part of the distance to them, the losses of targets no longer differ, and what is seen of a periodic one is rounding.</summary>
    private const double Reach = 1e6;

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
        double spread = starts.IsEmpty ? 0 : Math.Max(starts[^1] - starts[0], double.Epsilon);
        List<Sight> sights = [];
        foreach (double start in starts)
            Add(ref function, sights, start, spread);

        if (sights.TrueForAll(static sight => sight.Slope.Direction == Direction.Undefined))
            return double.NaN;

        double pull = sights.Max(static sight => Finite(sight.Slope.Magnitude));
        Sight[] near = [.. sights];
        Outskirts.Explore(ref function, sights, minimum, maximum);
        return Lowest(ref function, sights, near, new Terrain(minimum, maximum, spread, pull));
    }

    /// <summary>Adds a point, and the middle before it if the last point was flat and as high: two wells look like one level.</summary>
    private static void Add<TFunction>(ref TFunction function, List<Sight> sights, double x, double spread)
        where TFunction : ISlopeFunction, allows ref struct
    {
        Sight sight = new(x, function.At(x));
        if (sights.Count > 0 && sights[^1].IsLevelWith(sight, spread))
        {
            double middle = sights[^1].X + (0.5 * (x - sights[^1].X));
            sights.Add(new Sight(middle, function.At(middle)));
        }

        sights.Add(sight);
    }

    private static double Lowest<TFunction>(ref TFunction function, List<Sight> sights, Sight[] starts, Terrain terrain)
        where TFunction : ISlopeFunction, allows ref struct
    {
        List<Valley> valleys = [.. Valleys.Of(sights, terrain.Spread).OrderBy(static valley => valley.Height).Take(MostValleys)];
        List<Sight> floors = [];
        for (int i = 0; i < Math.Min(valleys.Count, MostFloors); i++)
        {
            if (ValleyFloor.Find(ref function, valleys[i], terrain, valleys) is not { } x)
                continue;
            if (valleys.Count == 1)
                return x;

            Slope slope = double.IsFinite(x) ? function.At(x) : default;
            floors.Add(new Sight(x, double.IsFinite(x) && double.IsFinite(slope.Value) ? slope : new Slope(valleys[i].Height, 0, 0)));
        }

        Sight start = starts.MinBy(static sight => sight.Slope.Height);
        if (floors.Exists(floor => Math.Abs(floor.X) <= Reach * terrain.Spread))
            floors.RemoveAll(floor => double.IsFinite(floor.X) && Math.Abs(floor.X) > Reach * terrain.Spread);

        List<Sight> lowest = floors.FindAll(floor => !floor.IsHigherThan(start, terrain.Spread) && floors.TrueForAll(other => !floor.IsHigherThan(other, terrain.Spread)));
        return lowest.OrderBy(static floor => Math.Abs(floor.X)).ThenBy(static floor => floor.X).FirstOrDefault(start).X;
    }

    private static double Finite(double value) => double.IsFinite(value) ? value : 0;
}
