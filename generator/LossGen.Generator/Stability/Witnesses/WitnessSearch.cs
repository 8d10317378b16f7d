using System;
using System.Collections.Generic;
using LossGen.Generator.Stability.Witnesses.Samples;
using LossGen.Generator.Stability.Witnesses.Tapes;
using LossGen.Generator.Stability.Witnesses.Verdicts;

namespace LossGen.Generator.Stability.Witnesses;

/// <summary>Tries a loss at many points and collects, by culprit, those at which it fails.</summary>
internal sealed class WitnessSearch(Observation observation, InputSpace space)
{
    /// <summary>Exact numbers take a hundred times as long as floats: as many points are judged by them, the simplest first.</summary>
    private const int MostJudged = 150;

    /// <summary>Of losses with more cells than most have, fewer: the time is that of all cells.</summary>
    private const int MostJudgedCells = 64 * MostJudged;

    private const int FewestJudged = 30;

    private readonly Dictionary<TapeStep, Suspects> _suspects = new(ReferenceComparer.Instance);
    private readonly int _mostJudged = Math.Max(FewestJudged, Math.Min(MostJudged, MostJudgedCells / observation.Tape.Cells));
    private int _judged;
    private int _tried;

    /// <summary>The points at which the loss fails, the best witnesses first, by culprit in the order of evaluation.</summary>
    public IEnumerable<Suspects> Run()
    {
        DangerPoints dangers = new(observation.Tape);
        foreach (double[] point in SamplePoints.Of(space))
        {
            Try(point);
            dangers.Watch(point, observation.Single);
        }

        foreach (double[] point in dangers.Solve(space, observation))
        {
            Try(point);
        }

        foreach (TapeStep step in observation.Tape.Steps)
        {
            if (_suspects.TryGetValue(step, out Suspects? suspects))
            {
                yield return suspects;
            }
        }
    }

    private void Try(double[] point)
    {
        observation.MoveTo(point);
        _tried += _judged < _mostJudged ? 1 : 0;
        if (!observation.IsNonFinite() && (_judged >= _mostJudged || !observation.IsSuspicious()))
        {
            return;
        }

        foreach (Failure failure in observation.Failures())
        {
            Culprit culprit = CulpritSearch.Find(observation, failure);
            SuspectsOf(culprit.Step).Add(new(point, failure, culprit.MeetsZero), _tried);
            if (!failure.IsGradient && failure.Severity == Severity.NonFinite)
            {
                // The derivatives of what is not finite are not, either.
                break;
            }
        }

        _judged += observation.IsShadowKnown ? 1 : 0;
    }

    private Suspects SuspectsOf(TapeStep culprit)
    {
        if (!_suspects.TryGetValue(culprit, out Suspects? known))
        {
            _suspects.Add(culprit, known = new(culprit));
        }

        return known;
    }

    private sealed class ReferenceComparer : IEqualityComparer<TapeStep>
    {
        public static readonly ReferenceComparer Instance = new();

        public bool Equals(TapeStep? x, TapeStep? y) => ReferenceEquals(x, y);

        public int GetHashCode(TapeStep obj) => obj.FirstCell;
    }
}
