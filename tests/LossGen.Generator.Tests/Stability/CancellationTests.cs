using LossGen.Generator.Model;
using LossGen.Generator.Stability.Witnesses;
using LossGen.Generator.Stability.Witnesses.Samples;
using LossGen.Generator.Stability.Witnesses.Tapes;
using LossGen.Generator.Stability.Witnesses.Verdicts;
using LossGen.Generator.Tests.Parsing;
using LossGen.Testing;
using Xunit;

namespace LossGen.Generator.Tests.Stability;

/// <summary>An editor cancels an analysis at every key: no part of it goes on.</summary>
public sealed class CancellationTests
{
    private static readonly LossModel Model = ParsedLoss.Of(
        $"{TestCompilation.Usings}[Loss(\"(p, y) => -y * Log(p) + Exp(p * p) / (p - y)\")] public sealed partial class Tested {{ }}")!;

    [Fact]
    public void Search_StopsBetweenTwoPoints()
    {
        using CancellationTokenSource source = new();
        InputSpace space = InputSpace.Of(Model);
        Observation observation = new(TapeCompiler.Compile(Model.Value.Root, Model.Parameters, space), source.Token);
        observation.MoveTo(new double[space.Slots.Length]);
        source.Cancel();

        Assert.Throws<OperationCanceledException>(() => observation.MoveTo(new double[space.Slots.Length]));
        Assert.Throws<OperationCanceledException>(() => new WitnessSearch(observation, space).Run().Count());
    }

    [Fact]
    public void ChoiceOfWitnesses_StopsToo()
    {
        using CancellationTokenSource source = new();
        InputSpace space = InputSpace.Of(Model);
        Observation observation = new(TapeCompiler.Compile(Model.Value.Root, Model.Parameters, space), source.Token);
        Suspects suspects = new WitnessSearch(observation, space).Run().First();
        FindingBuilder builder = new(Mending.RewritingOf(Model), space, observation);
        Assert.NotNull(builder.Build(suspects));
        source.Cancel();

        Assert.Throws<OperationCanceledException>(() => builder.Build(suspects));
    }
}
