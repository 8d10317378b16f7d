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

    /// <summary>The most that a smooth slope changes over these surroundings, as a part of the largest pull: a hundred times what that of a square does.</summary>
    private const double Bend = 1e-7;

    /// <summary>Finds the lowest point.</summary>
    /// <param name="function">The loss.</param>
    /// <param name="valley">The valley.</param>
    /// <param name="terrain">What belongs to the whole loss.</param>
    /// <param name="others">Receives valleys that are found on the way.</param>
    /// <returns>The point; null where the valley turns out to be a top, whose sides are among the others.</returns>
    internal static double? Find<TFunction>(ref TFunction function, Valley valley, Terrain terrain, List<Valley> others)
        where TFunction : ISlopeFunction, allows ref struct => valley switch
        {
            ({ } left, { } flat, { } right) => Around(ref function, flat, left, right, terrain, others),
            ({ } left, null, { } right) => Between(ref function, left, right, terrain, others),
            ({ } left, _, null) => Open(ref function, left, terrain.Maximum, terrain, others),
            (null, _, { } right) => Open(ref function, right, terrain.Minimum, terrain, others),
            _ => Math.Clamp(0, terrain.Minimum, terrain.Maximum),
        };

    /// <summary>
    /// Between a point where the loss falls and one where it rises, or one that is higher than the other. One of the ends is always the lowest point seen, and the loss goes down from it.
    /// </summary>
    private static double? Between<TFunction>(ref TFunction function, Sight left, Sight right, Terrain terrain, List<Valley> others)
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
            bool isAboveLow = sight.IsHigherThan(low, terrain.Spread);
            bool isAboveHigh = sight.IsHigherThan(high, terrain.Spread);
            bool isHill = (isAboveLow && isAboveHigh)
                || (isAboveLow && sight.Direction == Direction.Falls)
                || (isAboveHigh && sight.Direction == Direction.Rises)
                || (sight.Direction == Direction.Flat && (isAboveLow || isAboveHigh));
            if (isHill)
            {
                // There is a valley on each side whose other end leads down into it; the lower end's is followed.
                bool isLeft = !low.IsHigherThan(high, terrain.Spread);
                if (isLeft && high.Direction == Direction.Rises)
                    others.Add(new Valley(sight, null, high));
                if (!isLeft && low.Direction == Direction.Falls)
                    others.Add(new Valley(low, null, sight));

                (left, right) = (low, high) = isLeft ? (low, sight) : (sight, high);
                (lowTotal, highTotal, side) = (low.Slope.Total, high.Slope.Total, 0);
            }
            else if (sight.Direction == Direction.Flat)
            {
                return Around(ref function, sight, left, right, terrain, others);
            }
            else if (sight.Direction == Direction.Falls || (sight.Direction == Direction.Undefined && low.Direction == Direction.Undefined))
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

        return low.IsHigherThan(high, terrain.Spread) ? high.X
            : high.IsHigherThan(low, terrain.Spread) ? low.X
            : function.KinkOf(low.X, high.X);
    }

    /// <summary>A point without slope: alone, and then it is made sharp, or on a plateau, whose middle is taken; or a top, from which it goes down.</summary>
    private static double? Around<TFunction>(ref TFunction function, Sight flat, Sight left, Sight right, Terrain terrain, List<Valley> others)
        where TFunction : ISlopeFunction, allows ref struct
    {
        double distance = Surroundings * Math.Max(Math.Abs(flat.X), terrain.Spread);
        double before = Math.Max(flat.X - distance, left.X);
        double after = Math.Min(flat.X + distance, right.X);
        Slope falling = function.At(before);
        Slope rising = function.At(after);
        bool isSmooth = rising.Total - falling.Total <= Bend * Math.Max(terrain.Pull, flat.Slope.Magnitude);
        if (isSmooth && falling.Direction == Direction.Falls && rising.Direction == Direction.Rises)
        {
            double sharp = flat.X - (flat.Slope.Total * ((after - before) / (rising.Total - falling.Total)));
            return sharp > before && sharp < after ? sharp : flat.X;
        }

        double? start = Edge(ref function, flat, left, Direction.Falls, terrain, others);
        double? end = Edge(ref function, flat, right, Direction.Rises, terrain, others);
        return start + (0.5 * (end - start));
    }

    /// <summary>A valley that goes on to the end of the range: its floor is flat there, or the loss falls all the way.</summary>
    private static double? Open<TFunction>(ref TFunction function, Sight start, double end, Terrain terrain, List<Valley> others)
        where TFunction : ISlopeFunction, allows ref struct
    {
        Direction outside = end > start.X ? Direction.Falls : Direction.Rises;
        double last = double.IsFinite(end) ? (end > start.X ? Math.BitDecrement(end) : Math.BitIncrement(end)) : Math.CopySign(1e300, end);
        if (start.X == last)
            return end;

        Sight flat = new(last, function.At(last));
        if (flat.Direction == outside)
            return end;
        if (Edge(ref function, flat, start, outside, terrain, others) is not { } edge)
            return null;

        Slope before = function.At(end > start.X ? Math.BitDecrement(edge) : Math.BitIncrement(edge));
        return before.Magnitude <= Vanished * terrain.Pull ? end : edge;
    }

    /// <summary>
    /// The end of a flat stretch, on the way to a point where the loss has the direction or is higher: at a kink, the kink itself, where the slope may have a value between those on
    /// its sides. Null where the loss goes down from the stretch instead, into a valley that is added.
    /// </summary>
    private static double? Edge<TFunction>(ref TFunction function, Sight flat, Sight outside, Direction direction, Terrain terrain, List<Valley> others)
        where TFunction : ISlopeFunction, allows ref struct
    {
        bool upwards = outside.X > flat.X;
        double inside = flat.X;
        Sight sloped = outside;
        while (Ordinals.Distance(Math.Min(inside, sloped.X), Math.Max(inside, sloped.X)) > 1)
        {
            double x = Ordinals.Middle(Math.Min(inside, sloped.X), Math.Max(inside, sloped.X));
            Sight sight = new(x, function.At(x));
            if (sight.Direction == direction || sight.Direction == Direction.Undefined || sight.IsHigherThan(flat, terrain.Spread))
            {
                sloped = sight;
            }
            else if (sight.Direction == Direction.Flat)
            {
                inside = x;
            }
            else
            {
                others.Add(upwards ? new Valley(sight, null, outside) : new Valley(outside, null, sight));
                return null;
            }
        }

        if (sloped.IsHigherThan(flat, terrain.Spread))
            return inside;

        double difference = sloped.Slope.Total - function.At(upwards ? Math.BitIncrement(sloped.X) : Math.BitDecrement(sloped.X)).Total;
        return Math.Abs(difference) > Jump * terrain.Pull ? sloped.X : inside;
    }
}
