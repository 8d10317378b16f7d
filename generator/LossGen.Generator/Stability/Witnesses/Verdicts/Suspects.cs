using System.Collections.Generic;
using LossGen.Generator.Stability.Witnesses.Tapes;

namespace LossGen.Generator.Stability.Witnesses.Verdicts;

/// <summary>The points at which one culprit makes the loss fail.</summary>
internal sealed class Suspects(TapeStep culprit)
{
    /// <summary>Enough to choose a witness from.</summary>
    private const int Most = 8;

    /// <summary>Of the points that were looked at, those at which the loss is wrong for this reason make it persistent.</summary>
    private const double PersistentFrom = 0.25;

    private readonly List<Suspect> _best = [];
    private int _wrong;

    public TapeStep Culprit => culprit;

    /// <summary>The best witnesses, the best of them first.</summary>
    public IReadOnlyList<Suspect> Best => _best;

    /// <summary>Whether the loss is wrong wherever one looks, rather than at points that one has to look for.</summary>
    public bool ArePersistent { get; private set; }

    public void Add(Suspect suspect, int tried)
    {
        _wrong += suspect.Failure.Severity == Severity.Wrong ? 1 : 0;
        ArePersistent = _wrong >= PersistentFrom * tried;
        int place = _best.FindIndex(suspect.IsBefore);
        _best.Insert(place < 0 ? _best.Count : place, suspect);
        if (_best.Count > Most)
        {
            _best.RemoveAt(Most);
        }
    }
}
