using System.CommandLine;
using System.Globalization;

namespace LossGen.Benchmarks.Generation;

/// <summary><c>build</c>: how long <c>dotnet build</c> takes for a project with losses, and for the same project without them.</summary>
internal static class BuildCommand
{
    private static readonly (string Name, bool HasServer, string[] Options)[] Ways =
    [
        ("compiler server, as the SDK has it", true, []),
        ("compiler server, no analyzers", true, ["-p:RunAnalyzers=false"]),
        ("a new compiler for each build", false, []),
        ("a new compiler, no analyzers", false, ["-p:RunAnalyzers=false"]),
    ];

    /// <summary>Builds after which the compiler server's code is optimised.</summary>
    private const int ServerWarmUps = 5;

    internal static Command Create()
    {
        Option<int> losses = new("--losses") { Description = "The losses of the project.", DefaultValueFactory = static _ => 500 };
        Option<int> rounds = new("--rounds") { Description = "How often each project is built.", DefaultValueFactory = static _ => 5 };
        Option<DirectoryInfo> publish = PerformanceDocument.Option();
        var command = new Command("build", "Times dotnet build for a project of 500 losses, beside the same project without losses.") { losses, rounds, publish };
        command.SetAction(result =>
        {
            var report = new StringWriter();
            Run(report, result.GetValue(losses), result.GetValue(rounds));
            Console.Write(report);
            if (result.GetValue(publish) is { } repository)
                new PerformanceDocument(repository).Write("build", report.ToString());
        });
        return command;
    }

    private static void Run(TextWriter output, int losses, int rounds)
    {
        using BuildProject with = BuildProject.Create(losses);
        using BuildProject without = BuildProject.Create(0);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Seconds of `dotnet build -t:Rebuild` for a program of one line, with {losses} losses in {with.Files} files and without, median of {rounds}:"));
        output.WriteLine();
        var rows = new List<IReadOnlyList<string>>();
        foreach ((string name, bool hasServer, string[] options) in Ways)
        {
            for (int warmUp = 0; warmUp < (hasServer ? ServerWarmUps : 1); warmUp++)
            {
                with.Build(hasServer, options);
                without.Build(hasServer, options);
            }

            double[] withLosses = new double[rounds];
            double[] plain = new double[rounds];
            for (int round = 0; round < rounds; round++)
            {
                plain[round] = without.Build(hasServer, options).TotalSeconds;
                withLosses[round] = with.Build(hasServer, options).TotalSeconds;
            }

            rows.Add(
            [
                name,
                Print(Median(plain), "F2"),
                Print(Median(withLosses), "F2"),
                Print(Median(withLosses) / Median(plain), "F1"),
                Print((Median(withLosses) - Median(plain)) / losses * 1000, "F1"),
            ]);
        }

        MarkdownTable.Write(output, ["built by", "without:", "with losses:", "ratio:", "ms a loss:"], rows);
    }

    private static string Print(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    private static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);
}
