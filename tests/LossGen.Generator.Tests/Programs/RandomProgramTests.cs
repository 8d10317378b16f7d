using System.Collections.Concurrent;
using Xunit;

namespace LossGen.Generator.Tests.Programs;

/// <summary>
/// Thousands of random losses through the whole compiler: differentiated, simplified, rewritten, lowered, emitted, compiled as C# and
/// run, against dual numbers on the formula as it was written.
/// </summary>
public class RandomProgramTests(ITestOutputHelper output)
{
    private const int BatchSize = 250;

    /// <summary>Failures that are made small and reported.</summary>
    private const int Reported = 25;

    [Fact]
    public void ElementPrograms_AgreeWithDualNumbers() => Check(ProgramSource.Element, ProgramSource.ElementPrograms);

    [Fact]
    public void RowPrograms_AgreeWithDualNumbers() => Check(ProgramSource.Row, ProgramSource.RowPrograms);

    [Fact]
    public void ProgramsOfPairs_AgreeWithDualNumbers() => Check(ProgramSource.Pairs, ProgramSource.PairPrograms);

    private void Check(Func<int, RandomProgram> source, int count)
    {
        ConcurrentBag<ProgramOutcome> outcomes = [];
        // One batch at a time: a thread that takes several at once leaves the others without any in the end.
        Parallel.ForEach(Partitioner.Create(Enumerable.Range(0, count).Chunk(BatchSize), EnumerablePartitionerOptions.NoBuffering), batch =>
        {
            foreach (CompiledProgram program in ProgramCompiler.Compile([.. batch.Select(source)]))
            {
                outcomes.Add(ProgramCheck.Run(program));
            }
        });

        int compared = outcomes.Sum(static outcome => outcome.Compared);
        int skipped = outcomes.Sum(static outcome => outcome.Skipped);
        ProgramOutcome[] failures = [.. outcomes.Where(static outcome => outcome.Failure is not null).OrderBy(static outcome => outcome.Program.Number)];
        output.WriteLine($"{count} programs, {compared} results compared, {skipped} undefined or ill-conditioned, {failures.Length} programs failed");

        Assert.True(failures.Length == 0, $"{failures.Length} of {count} programs are wrong, among them\n{string.Join('\n', failures.Take(Reported).Select(ProgramShrinker.Shrink))}");
        Assert.True(compared > skipped * 4, $"only {compared} of {compared + skipped} results could be compared");
    }
}
