using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Calculus;
using LossGen.Generator.Model;
using LossGen.Generator.Stability.Witnesses.Samples;
using LossGen.Generator.Stability.Witnesses.Tapes;
using LossGen.Generator.Stability.Witnesses.Verdicts;

namespace LossGen.Generator.Stability.Witnesses;

/// <summary>Makes a finding of the points at which a culprit fails.</summary>
internal sealed class FindingBuilder(Lazy<Derivation> rewritten, InputSpace space, Observation observation)
{
    private readonly WitnessSimplification _simplification = new(space, observation);
    private Mending? _mending;

    /// <summary>The finding and the rank of its witness; null if no failure deserves a warning.</summary>
    public (int Rank, Finding Finding)? Build(Suspects suspects)
    {
        List<Examined> examined = [.. suspects.Best.Select(suspect => Examine(suspect, suspects)).OfType<Examined>()];
        List<Examined> clean = examined.FindAll(static point => !point.IsUndefinedElsewhere);
        List<Examined> candidates = clean.Count > 0 ? clean : examined;
        if (candidates.Count == 0)
        {
            return null;
        }

        // The witness is one that the rewrites leave as it is, if there is any.
        Examined chosen = candidates.Find(static point => !point.IsMended) ?? candidates[0];
        Suspect witness = _simplification.Simplify(
            chosen.Suspect,
            suspects.Culprit,
            (simpler, culprit) => Judge(simpler, culprit, suspects) is { } alike && alike.Kind == chosen.Kind && alike.IsMended == chosen.IsMended);
        (Expr origin, Outcome outcome) = OutcomeOf(witness);
        return (witness.Rank, new(chosen.Kind, origin, WitnessAt(witness.Point), outcome, chosen.IsMended));
    }

    private Examined? Examine(Suspect suspect, Suspects suspects)
    {
        observation.MoveTo(suspect.Point);
        observation.LookCloser();
        Culprit culprit = CulpritSearch.Find(observation, suspect.Failure);
        return ReferenceEquals(culprit.Step, suspects.Culprit) ? Judge(suspect, culprit, suspects) : null;
    }

    /// <summary>What there is to say about a point that is being observed; null if nothing.</summary>
    private Examined? Judge(Suspect suspect, Culprit culprit, Suspects suspects)
    {
        observation.LookCloser();
        return FindingKinds.Of(observation, suspect.Failure, culprit, suspects.ArePersistent, () => InputRounding.Explains(observation, suspect, space)) is { } kind
            ? new(
                suspect,
                kind,
                Mending.IsUndefinedElsewhere(observation, culprit, suspect.Failure),
                (_mending ??= Mending.Of(rewritten.Value, space)).Mends(suspect.Point, observation))
            : null;
    }

    private Witness WitnessAt(double[] point) => new(space.Groups.Select(group => new WitnessInput(
        group.Parameter.Input.Name,
        group.Parameter.IsRow,
        Enumerable.Range(group.First, group.Width).Select(slot => (float)point[slot]).ToEquatableArray())).ToEquatableArray());

    private (Expr Origin, Outcome Outcome) OutcomeOf(Suspect suspect)
    {
        observation.MoveTo(suspect.Point);
        observation.LookCloser();
        Culprit culprit = CulpritSearch.Find(observation, suspect.Failure);
        TapeStep origin = LostDigits.Origin(observation, suspect.Failure, culprit);
        int direction = suspect.Failure.Direction;
        return (origin.Source, new(
            suspect.Failure.IsGradient ? space.Slots[observation.Tape.Directions[direction]].Parameter.Input.Name : null,
            observation.Single.Value(origin.CellAt(culprit.Column)),
            suspect.Failure.IsGradient ? observation.Single.Tangent(direction) : observation.Single.Value(),
            ShadowText.Of(suspect.Failure.IsGradient ? observation.Shadow.Tangent(direction) : observation.Shadow.Value())));
    }

    /// <summary>A suspect with what it shows.</summary>
    private sealed record Examined(Suspect Suspect, FindingKind Kind, bool IsUndefinedElsewhere, bool IsMended);
}
