using System.CommandLine;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

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
        command.SetAction(static result =>
        {
            // In this process: projects that BenchmarkDotNet generates below the repository would inherit its build properties
            // (central package versions, warnings as errors), which are not meant for them.
            IConfig config = DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
            return BenchmarkSwitcher.FromAssembly(typeof(SuitesCommand).Assembly).Run([.. result.UnmatchedTokens], config).Any() ? 0 : 1;
        });
        return command;
    }
}
