using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Model;
using LossGen.Generator.Stability.Witnesses.Samples;
using LossGen.Generator.Stability.Witnesses.Verdicts;

namespace LossGen.Generator.Stability.Witnesses;

/// <summary>Makes a finding of the points at which a culprit fails.</summary>
internal sealed class FindingBuilder(LossModel model, InputSpace space, Observation observation)
{
    private Mending? _mending;

    /// <summary>The finding and the rank of its witness; null if no failure deserves a warning.</summary>
    public (int Rank, Finding Finding)? Build(Suspects suspects)
    {
        List<Suspect> own = [.. suspects.Best.Where(suspect => KindOf(suspect, suspects) is not null)];
        List<Suspect> clean = own.FindAll(suspect => !IsUndefinedElsewhere(suspect));
        List<Suspect> candidates = clean.Count > 0 ? clean : own;
        if (candidates.Count == 0)
        {
            return null;
        }

        // The witness is one that the rewrites leave as it is, if there is any.
        bool isMended = candidates.TrueForAll(IsMended);
        Suspect chosen = candidates.First(suspect => IsMended(suspect) == isMended);
        FindingKind kind = KindOf(chosen, suspects)!.Value;
        Suspect witness = WitnessSimplification.Simplify(chosen, suspects.Culprit, space, observation, simpler => KindOf(simpler, suspects) == kind && IsMended(simpler) == isMended);
        return (witness.Rank, new(kind, suspects.Culprit.Source, WitnessAt(witness.Point), OutcomeOf(witness), isMended));
    }

    private FindingKind? KindOf(Suspect suspect, Suspects suspects)
    {
        Culprit culprit = Observe(suspect);
        return ReferenceEquals(culprit.Step, suspects.Culprit) ? FindingKinds.Of(observation, suspect.Failure, culprit, suspects.ArePersistent) : null;
    }

    private bool IsUndefinedElsewhere(Suspect suspect) => Mending.IsUndefinedElsewhere(observation, Observe(suspect), suspect.Failure);

    private bool IsMended(Suspect suspect)
    {
        Observe(suspect);
        return (_mending ??= Mending.Of(model, space)).Mends(suspect.Point, observation);
    }

    private Culprit Observe(Suspect suspect)
    {
        observation.MoveTo(suspect.Point);
        observation.LookCloser();
        return CulpritSearch.Find(observation, suspect.Failure);
    }

    private Witness WitnessAt(double[] point) => new(space.Groups.Select(group => new WitnessInput(
        group.Parameter.Input.Name,
        group.Parameter.IsRow,
        Enumerable.Range(group.First, group.Width).Select(slot => (float)point[slot]).ToEquatableArray())).ToEquatableArray());

    private Outcome OutcomeOf(Suspect suspect)
    {
        Culprit culprit = Observe(suspect);
        int direction = suspect.Failure.Direction;
        return new(
            suspect.Failure.IsGradient ? space.Slots[observation.Tape.Directions[direction]].Parameter.Input.Name : null,
            observation.Single.Value(culprit.Cell),
            suspect.Failure.IsGradient ? observation.Single.Tangent(direction) : observation.Single.Value(),
            ShadowText.Of(suspect.Failure.IsGradient ? observation.Shadow.Tangent(direction) : observation.Shadow.Value()));
    }
}
