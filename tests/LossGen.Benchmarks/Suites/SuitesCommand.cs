using System.CommandLine;
using BenchmarkDotNet.Running;

namespace LossGen.Benchmarks.Suites;

/// <summary><c>suites</c>: the BenchmarkDotNet classes of this project; further arguments are BenchmarkDotNet's own.</summary>
internal static class SuitesCommand
{
    internal static Command Create()
    {
        var command = new Command("suites", "Runs the BenchmarkDotNet suites; what follows goes to BenchmarkDotNet, for example --filter '*Focal*'.")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        command.SetAction(static result => BenchmarkSwitcher.FromAssembly(typeof(SuitesCommand).Assembly).Run([.. result.UnmatchedTokens]).Any() ? 0 : 1);
        return command;
    }
}
