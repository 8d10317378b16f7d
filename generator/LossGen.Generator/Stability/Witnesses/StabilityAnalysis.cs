using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using LossGen.Generator.Calculus;
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
    public static EquatableArray<Finding> Of(LossModel model, CancellationToken cancellationToken) =>
        Of(model, Mending.RewritingOf(model), cancellationToken);

    /// <inheritdoc cref="Of(LossModel, CancellationToken)"/>
    /// <param name="model">The loss. Whether rewrites are on makes no difference to what is found.</param>
    /// <param name="rewritten">What the rewrites make of the loss. It is asked for where something fails.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public static EquatableArray<Finding> Of(LossModel model, Lazy<Derivation> rewritten, CancellationToken cancellationToken)
    {
        InputSpace space = InputSpace.Of(model);
        Tape tape = TapeCompiler.Compile(model.Value.Root, model.Parameters, space);
        Observation observation = new(tape, cancellationToken);
        FindingBuilder builder = new(rewritten, space, observation);
        List<(int Rank, Finding Finding)> findings = [];
        foreach (Suspects suspects in new WitnessSearch(observation, space).Run())
        {
            if (builder.Build(suspects) is { } finding)
            {
                findings.Add(finding);
            }
        }

        // What was lost in one place may show in several.
        return findings.OrderBy(static finding => finding.Rank)
            .Select(static finding => finding.Finding)
            .GroupBy(static finding => (finding.Kind, finding.Culprit))
            .Select(static alike => alike.First())
            .ToEquatableArray();
    }
}
