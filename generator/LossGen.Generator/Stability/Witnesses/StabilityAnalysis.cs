using System.Collections.Generic;
using System.Linq;
using System.Threading;
using LossGen.Generator.Model;
using LossGen.Generator.Stability.Witnesses.Samples;
using LossGen.Generator.Stability.Witnesses.Tapes;
using LossGen.Generator.Stability.Witnesses.Verdicts;

namespace LossGen.Generator.Stability.Witnesses;

/// <summary>Looks for inputs at which a loss, as its author wrote it, fails in single precision.</summary>
internal static class StabilityAnalysis
{
    /// <summary>Where the loss fails, the worst first. No finding is without a witness.</summary>
    /// <param name="model">The loss. Whether rewrites are on makes no difference to what is found.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public static EquatableArray<Finding> Of(LossModel model, CancellationToken cancellationToken)
    {
        InputSpace space = InputSpace.Of(model);
        Tape tape = TapeCompiler.Compile(model.Value.Root, model.Parameters, space);
        WitnessSearch search = new(tape, space);
        List<(int Rank, Finding Finding)> findings = [];
        foreach ((TapeStep culprit, List<Suspect> suspects) in search.Run(cancellationToken))
        {
            if (FindingOf(culprit, suspects) is { } finding)
            {
                findings.Add(finding);
            }
        }

        return findings.OrderBy(static finding => finding.Rank).Select(static finding => finding.Finding).ToEquatableArray();

        (int Rank, Finding Finding)? FindingOf(TapeStep culprit, List<Suspect> suspects)
        {
            Observation observation = search.Observation;
            foreach (Suspect suspect in suspects)
            {
                if (Observe(observation, suspect, culprit) is { } kind)
                {
                    Suspect simplest = WitnessSimplification.Simplify(suspect, culprit, space, observation);
                    FindingKind finalKind = Observe(observation, simplest, culprit) ?? kind;
                    return (simplest.Rank, new(finalKind, culprit.Source, WitnessOf(simplest.Point, space), OutcomeOf(observation, simplest, culprit, space), false));
                }
            }

            return null;
        }
    }

    private static FindingKind? Observe(Observation observation, Suspect suspect, TapeStep culprit)
    {
        observation.MoveTo(suspect.Point);
        observation.LookCloser();
        Culprit found = CulpritSearch.Find(observation, suspect.Failure);
        return ReferenceEquals(found.Step, culprit) ? FindingKinds.Of(observation, suspect.Failure, found) : null;
    }

    private static Witness WitnessOf(double[] point, InputSpace space) => new(space.Groups.Select(group => new WitnessInput(
        group.Parameter.Input.Name,
        group.Parameter.IsRow,
        Enumerable.Range(group.First, group.Width).Select(slot => (float)point[slot]).ToEquatableArray())).ToEquatableArray());

    private static Outcome OutcomeOf(Observation observation, Suspect suspect, TapeStep culprit, InputSpace space)
    {
        Culprit found = CulpritSearch.Find(observation, suspect.Failure);
        int direction = suspect.Failure.Direction;
        return new(
            suspect.Failure.IsGradient ? space.Slots[observation.Tape.Directions[direction]].Parameter.Input.Name : null,
            observation.Single.Value(culprit.CellAt(found.Column)),
            suspect.Failure.IsGradient ? observation.Single.Tangent(direction) : observation.Single.Value(),
            ShadowText.Of(suspect.Failure.IsGradient ? observation.Shadow.Tangent(direction) : observation.Shadow.Value()));
    }
}
