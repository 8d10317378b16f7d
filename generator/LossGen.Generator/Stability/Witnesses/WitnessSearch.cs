using System.Collections.Generic;
using System.Threading;
using LossGen.Generator.Stability.Witnesses.Samples;
using LossGen.Generator.Stability.Witnesses.Tapes;
using LossGen.Generator.Stability.Witnesses.Verdicts;

namespace LossGen.Generator.Stability.Witnesses;

/// <summary>Tries a loss at many points and collects, by culprit, those at which it fails.</summary>
internal sealed class WitnessSearch(Observation observation, InputSpace space)
{
    /// <summary>Enough points of each culprit to choose a witness from.</summary>
    private const int MostSuspects = 12;

    /// <summary>Exact numbers take a hundred times as long as floats: as many points are judged by them, the simplest first.</summary>
    private const int MostJudged = 150;

    private readonly Dictionary<TapeStep, List<Suspect>> _suspects = new(ReferenceComparer.Instance);
    private int _judged;

    /// <summary>The points at which the loss fails, the best witnesses first, by culprit in the order of evaluation.</summary>
    public IEnumerable<(TapeStep Culprit, List<Suspect> Suspects)> Run(CancellationToken cancellationToken)
    {
        DangerPoints dangers = new(observation.Tape);
        foreach (double[] point in SamplePoints.Of(space))
        {
            cancellationToken.ThrowIfCancellationRequested();
            Try(point);
            dangers.Watch(point, observation.Single);
        }

        foreach (double[] point in dangers.Solve(space, observation))
        {
            cancellationToken.ThrowIfCancellationRequested();
            Try(point);
        }

        foreach (TapeStep step in observation.Tape.Steps)
        {
            if (_suspects.TryGetValue(step, out List<Suspect>? suspects))
            {
                yield return (step, suspects);
            }
        }
    }

    private void Try(double[] point)
    {
        observation.MoveTo(point);
        if (!observation.IsNonFinite() && (_judged >= MostJudged || !observation.IsSuspicious()))
        {
            return;
        }

        foreach (Failure failure in observation.Failures())
        {
            Culprit culprit = CulpritSearch.Find(observation, failure);
            Add(culprit.Step, new(point, failure, culprit.MeetsZero));
            if (!failure.IsGradient && failure.Severity == Severity.NonFinite)
            {
                // The derivatives of what is not finite are not, either.
                break;
            }
        }

        _judged += observation.IsShadowKnown ? 1 : 0;
    }

    private void Add(TapeStep culprit, Suspect suspect)
    {
        if (!_suspects.TryGetValue(culprit, out List<Suspect>? known))
        {
            _suspects.Add(culprit, known = []);
        }

        int place = known.FindIndex(suspect.IsBefore);
        known.Insert(place < 0 ? known.Count : place, suspect);
        if (known.Count > MostSuspects)
        {
            known.RemoveAt(MostSuspects);
        }
    }

    private sealed class ReferenceComparer : IEqualityComparer<TapeStep>
    {
        public static readonly ReferenceComparer Instance = new();

        public bool Equals(TapeStep? x, TapeStep? y) => ReferenceEquals(x, y);

        public int GetHashCode(TapeStep obj) => obj.FirstCell;
    }
}
