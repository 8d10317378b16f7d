namespace LossGen.Constants;

/// <summary>The valleys between points at which a loss was seen: by its slopes, and by its values where wells lie between points without slope.</summary>
internal static class Valleys
{
    internal static List<Valley> Of(List<Sight> sights, double spread)
    {
        List<Valley> valleys = [];
        int next;
        for (int first = 0; first < sights.Count; first = next)
        {
            next = EndOfLevel(sights, first, spread);
            Sight here = sights[(first + next) / 2];
            Sight? before = first > 0 ? sights[first - 1] : null;
            Sight? after = next < sights.Count ? sights[next] : null;
            if (Enclosed(before, here, after, spread) is { } valley)
                valleys.Add(valley);
        }

        return valleys;
    }

    /// <summary>The valley that begins where the loss falls, or ends where it rises, if the loss is seen to end so; or a floor.</summary>
    private static Valley? Enclosed(Sight? before, Sight here, Sight? after, double spread) => here.Direction switch
    {
        Direction.Falls when after is not { } next || next.Direction == Direction.Rises || next.IsHigherThan(here, spread) => new Valley(here, null, after),
        Direction.Rises when before is not { } last || (last.Direction != Direction.Falls && last.IsHigherThan(here, spread)) => new Valley(before, null, here),
        Direction.Flat when !IsAbove(here, before, spread) && !IsAbove(here, after, spread) => new Valley(before, here, after),
        _ => null,
    };

    private static bool IsAbove(Sight here, Sight? other, double spread) => other is { } there && here.IsHigherThan(there, spread);

    /// <summary>The first point behind those that are flat and equally high.</summary>
    private static int EndOfLevel(List<Sight> sights, int first, double spread)
    {
        int next = first + 1;
        while (next < sights.Count && sights[first].IsLevelWith(sights[next], spread))
            next++;

        return next;
    }
}
