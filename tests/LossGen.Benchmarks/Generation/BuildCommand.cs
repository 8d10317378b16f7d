using System.CommandLine;
using System.Globalization;

namespace LossGen.Benchmarks.Generation;

/// <summary><c>build</c>: how long <c>dotnet build</c> takes for a project with losses, and for the same project without them.</summary>
internal static class BuildCommand
{
    internal static Command Create()
    {
        Option<int> losses = new("--losses") { Description = "The losses of the project.", DefaultValueFactory = static _ => 500 };
        Option<int> rounds = new("--rounds") { Description = "How often each project is built.", DefaultValueFactory = static _ => 5 };
        var command = new Command("build", "Times dotnet build for a project of 500 losses, beside the same project without losses.") { losses, rounds };
        command.SetAction(result => Run(Console.Out, result.GetValue(losses), result.GetValue(rounds)));
        return command;
    }

    private static void Run(TextWriter output, int losses, int rounds)
    {
        using BuildProject with = BuildProject.Create(losses);
        using BuildProject without = BuildProject.Create(0);
        with.Build();
        without.Build();
        double[] withLosses = new double[rounds];
        double[] plain = new double[rounds];
        double[] withoutAnalyzers = new double[rounds];
        for (int round = 0; round < rounds; round++)
        {
            plain[round] = without.Build().TotalSeconds;
            withLosses[round] = with.Build().TotalSeconds;
            withoutAnalyzers[round] = with.Build("-p:RunAnalyzers=false").TotalSeconds;
        }

        Report("without losses", plain);
        Report(string.Create(CultureInfo.InvariantCulture, $"{losses} losses"), withLosses);
        Report(string.Create(CultureInfo.InvariantCulture, $"{losses} losses, no analyzers"), withoutAnalyzers);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ratio of medians {Median(withLosses) / Median(plain):F2}"));

        void Report(string name, double[] seconds) => output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{name,-32} median {Median(seconds),6:F2} s, from {seconds.Min(),6:F2} to {seconds.Max(),6:F2}"));
    }

    private static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);
}
