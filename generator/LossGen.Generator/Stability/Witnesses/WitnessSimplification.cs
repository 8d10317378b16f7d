using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Stability.Witnesses.Samples;
using LossGen.Generator.Stability.Witnesses.Tapes;
using LossGen.Generator.Stability.Witnesses.Verdicts;

namespace LossGen.Generator.Stability.Witnesses;

/// <summary>Makes a witness easier to read: as many zeros and ones, and as few digits, as let the same operation fail in the same way.</summary>
/// <remarks>One object serves for all findings of a loss, which share the time that may be spent on looks.</remarks>
internal sealed class WitnessSimplification(InputSpace space, Observation observation)
{
    private const int MostTrials = 60;

    /// <summary>Cells evaluated in all trials together: of a dozen findings in a loss as large as most are.</summary>
    private const int MostCells = 12 * MostTrials * 64;

    private int _cells = MostCells;

    /// <param name="suspect">The witness as it was found.</param>
    /// <param name="culprit">The operation that is to blame.</param>
    /// <param name="accepts">What else has to hold of a point, while it is observed.</param>
    public Suspect Simplify(Suspect suspect, TapeStep culprit, Func<Suspect, Culprit, bool> accepts)
    {
        int trials = 0;
        bool improves = true;
        while (improves && trials < MostTrials && _cells > 0)
        {
            improves = false;
            foreach (SlotGroup group in space.Groups)
            {
                if (group.IsSimplex)
                {
                    continue;
                }

                // The whole row at once, then its columns one by one.
                for (int column = group.Width > 1 ? -1 : 0; column < group.Width; column++)
                {
                    foreach (double candidate in Candidates(suspect.Point[group.First + (column < 0 ? 0 : column)]))
                    {
                        double[] point = With(suspect.Point, group, column, candidate);
                        if (trials++ < MostTrials && _cells > 0 && Simplicity.Of(point) < suspect.Effort && Confirm(point) is { } simpler)
                        {
                            suspect = simpler;
                            improves = true;
                            break;
                        }
                    }
                }
            }
        }

        return suspect;

        double[] With(double[] original, SlotGroup group, int column, double value)
        {
            double[] point = (double[])original.Clone();
            for (int slot = group.First; slot < group.First + group.Width; slot++)
            {
                point[slot] = column < 0 || slot == group.First + column ? space.Slots[slot].Nearest(value) : point[slot];
            }

            return point;
        }

        Suspect? Confirm(double[] point)
        {
            _cells -= observation.Tape.Cells;
            observation.MoveTo(point);
            foreach (Failure failure in observation.Failures())
            {
                Culprit found = CulpritSearch.Find(observation, failure);
                Suspect simpler = new(point, failure, found.MeetsZero);
                if (ReferenceEquals(found.Step, culprit) && simpler.Rank <= suspect.Rank && accepts(simpler, found))
                {
                    return simpler;
                }
            }

            return null;
        }
    }

    private static IEnumerable<double> Candidates(double value) =>
        new[] { 0, 1, 2, 10, 100, -1, -value, Simplicity.Round(value, 1), Simplicity.Round(value, 2), Simplicity.Round(value, 3), Simplicity.Round(value, 5) }
            .Where(candidate => Simplicity.Of(candidate) < Simplicity.Of(value));
}
