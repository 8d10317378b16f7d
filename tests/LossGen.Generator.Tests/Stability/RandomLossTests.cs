using LossGen.Generator.Model;
using LossGen.Generator.Stability.Witnesses;
using LossGen.Generator.Tests.Programs;
using Xunit;

namespace LossGen.Generator.Tests.Stability;

/// <summary>Losses that nobody would write, for what the analysis must be able to read.</summary>
public sealed class RandomLossTests
{
    private const int Programs = 60;

    [Fact]
    public void RandomElementLoss_IsAnalysedTheSameTwice() => Check(ProgramSource.Element);

    [Fact]
    public void RandomRowLoss_IsAnalysedTheSameTwice() => Check(ProgramSource.Row);

    [Fact]
    public void RandomLossOfPairs_IsAnalysedTheSameTwice() => Check(ProgramSource.Pairs);

    private static void Check(Func<int, RandomProgram> source)
    {
        int findings = 0;
        for (int number = 0; number < Programs; number++)
        {
            RandomProgram program = source(number);
            EquatableArray<Finding> first = StabilityAnalysis.Of(program.Model, TestContext.Current.CancellationToken);

            Assert.Equal(first, StabilityAnalysis.Of(program.Model, TestContext.Current.CancellationToken));
            findings += first.Count;
        }

        Assert.True(findings > Programs / 4, $"{findings} findings in {Programs} losses.");
    }
}
