namespace LossGen.Constants;

/// <summary>The lowest point of one valley.</summary>
internal static class ValleyFloor
{
    /// <summary>A slope that has gone below this part of the largest has not ended but vanished: the loss falls for ever.</summary>
    private const double Vanished = 1e-200;

    /// <summary>How far from a minimum its surroundings are looked at, as a part of it or of the targets' spread.</summary>
    private const double Surroundings = 1e-9;

    /// <summary>A change of slope between neighbouring numbers that only a kink makes, as a part of the largest pull.</summary>
    private const double Jump = 1e-9;

    internal static double Find<TFunction>(ref TFunction function, Valley valley, Terrain terrain)
        where TFunction : ISlopeFunction, allows ref struct => (valley.Left, valley.Right) switch
        {
            ({ } left, { } right) => Between(ref function, left, right, terrain),
            ({ } left, null) => Open(ref function, left, terrain.Maximum, terrain),
            (null, { } right) => Open(ref function, right, terrain.Minimum, terrain),
            _ => Math.Clamp(0, terrain.Minimum, terrain.Maximum),
        };

    /// <summary>Between a point where the loss falls and one where it rises. Where it is not defined it counts as falling on the left and as rising on the right.</summary>
    private static double Between<TFunction>(ref TFunction function, Sight left, Sight right, Terrain terrain)
        where TFunction : ISlopeFunction, allows ref struct
    {
        Sight low = left;
        Sight high = right;
        double lowTotal = low.Slope.Total;
        double highTotal = high.Slope.Total;
        bool halve = false;
        int side = 0;
        while (Ordinals.Distance(low.X, high.X) > 1)
        {
            ulong gap = Ordinals.Distance(low.X, high.X);

            // The false position, with the Illinois method's weight for an end that stays; halved whenever that gains too little.
            double x = low.X - (lowTotal * ((high.X - low.X) / (highTotal - lowTotal)));
            if (halve || !(x > low.X && x < high.X))
                x = Ordinals.Middle(low.X, high.X);

            Sight sight = new(x, function.At(x));
            Direction direction = sight.Slope.Direction;
            if (direction == Direction.Flat)
                return Around(ref function, sight, left, right, terrain);

            if (direction == Direction.Falls || (direction == Direction.Undefined && low.Slope.Direction == Direction.Undefined))
            {
                low = sight;
                lowTotal = sight.Slope.Total;
                highTotal = side < 0 ? 0.5 * highTotal : highTotal;
                side = -1;
            }
            else
            {
                high = sight;
                highTotal = sight.Slope.Total;
                lowTotal = side > 0 ? 0.5 * lowTotal : lowTotal;
                side = 1;
            }

            halve = Ordinals.Distance(low.X, high.X) > gap / 2;
        }

        return low.Slope.Direction == Direction.Undefined ? high.X
            : high.Slope.Direction == Direction.Undefined ? low.X
            : function.KinkOf(low.X, high.X);
    }

    /// <summary>A point without slope: alone, and then it is made sharp, or on a plateau, whose middle is taken.</summary>
    private static double Around<TFunction>(ref TFunction function, Sight flat, Sight left, Sight right, Terrain terrain)
        where TFunction : ISlopeFunction, allows ref struct
    {
        double distance = Surroundings * Math.Max(Math.Abs(flat.X), terrain.Spread);
        double before = Math.Max(flat.X - distance, left.X);
        double after = Math.Min(flat.X + distance, right.X);
        Slope falling = function.At(before);
        Slope rising = function.At(after);
        if (falling.Direction == Direction.Falls && rising.Direction == Direction.Rises)
        {
            double sharp = flat.X - (flat.Slope.Total * ((after - before) / (rising.Total - falling.Total)));
            return sharp > before && sharp < after ? sharp : flat.X;
        }

        double start = Edge(ref function, flat.X, left.X, Direction.Falls, terrain);
        double end = Edge(ref function, flat.X, right.X, Direction.Rises, terrain);
        return start + (0.5 * (end - start));
    }

    /// <summary>A valley that goes on to the end of the range: its floor is flat there, or the loss falls all the way.</summary>
    private static double Open<TFunction>(ref TFunction function, Sight start, double end, Terrain terrain)
        where TFunction : ISlopeFunction, allows ref struct
    {
        Direction outside = start.Slope.Direction;
        double last = double.IsFinite(end) ? (end > start.X ? Math.BitDecrement(end) : Math.BitIncrement(end)) : Math.CopySign(1e300, end);
        if (start.X == last || function.At(last).Direction == outside)
            return end;

        double edge = Edge(ref function, last, start.X, outside, terrain);
        Slope before = function.At(end > start.X ? Math.BitDecrement(edge) : Math.BitIncrement(edge));
        return before.Magnitude <= Vanished * terrain.Pull ? end : edge;
    }

    /// <summary>The end of a flat stretch, on the way to a point where the loss has the direction: at a kink, the kink itself, where the slope may have a value between those on its sides.</summary>
    private static double Edge<TFunction>(ref TFunction function, double flat, double sloped, Direction direction, Terrain terrain)
        where TFunction : ISlopeFunction, allows ref struct
    {
        bool upwards = sloped > flat;
        while (Ordinals.Distance(Math.Min(flat, sloped), Math.Max(flat, sloped)) > 1)
        {
            double x = Ordinals.Middle(Math.Min(flat, sloped), Math.Max(flat, sloped));
            Direction found = function.At(x).Direction;
            if (found == direction || found == Direction.Undefined)
                sloped = x;
            else
                flat = x;
        }

        double difference = function.At(sloped).Total - function.At(upwards ? Math.BitIncrement(sloped) : Math.BitDecrement(sloped)).Total;
        return Math.Abs(difference) > Jump * terrain.Pull ? sloped : flat;
    }
}
