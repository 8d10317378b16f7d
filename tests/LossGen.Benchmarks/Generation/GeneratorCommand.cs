using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using LossGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LossGen.Benchmarks.Generation;

/// <summary><c>generator</c>: how long the source generator takes after an edit in a project of 200 losses.</summary>
internal static class GeneratorCommand
{
    /// <summary>Enough for the just-in-time compiler to have optimised what runs once an edit, as it has in an editor after some minutes.</summary>
    private const int WarmUpEdits = 80;

    private const int MeasuredEdits = 40;

    internal static Command Create()
    {
        var command = new Command("generator", "Times the source generator after an edit in a project of 200 losses.");
        Option<DirectoryInfo> publish = PerformanceDocument.Option();
        command.Add(publish);
        command.SetAction(result =>
        {
            var report = new StringWriter();
            Run(report);
            Console.Write(report);
            if (result.GetValue(publish) is { } repository)
                new PerformanceDocument(repository).Write("generator", report.ToString());
        });
        return command;
    }

    private static void Run(TextWriter output)
    {
        var project = new LossProject();
        GeneratorDriver losses = GeneratorRun.CreateDriver(project.Compilation, trackSteps: false);
        long start = Stopwatch.GetTimestamp();
        losses = losses.RunGenerators(project.Compilation);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"First run, compiled by the just-in-time compiler on the way: {Stopwatch.GetElapsedTime(start).TotalMilliseconds:F0} ms for {losses.GetRunResult().GeneratedTrees.Length} files. Milliseconds after an edit:"));
        output.WriteLine();
        var rows = new List<IReadOnlyList<string>>();

        GeneratorDriver scan = CSharpGeneratorDriver.Create(new AttributeScan()).RunGenerators(project.Compilation);
        foreach (bool isBound in new[] { true, false })
        {
            Report("one formula", ref losses, project.EditFormula);
            Report("a body elsewhere", ref losses, project.EditBodyElsewhere);
            Report("a declaration elsewhere", ref losses, project.EditDeclarationElsewhere);
            Report("one formula; a generator that only finds the attributes", ref scan, project.EditFormula);

            void Report(string name, ref GeneratorDriver driver, Action edit)
            {
                double[] times = Measure(project, ref driver, edit, isBound);
                rows.Add([name, isBound ? "known to the compiler already" : "not yet bound", Milliseconds(times[0]), Milliseconds(times[times.Length / 2])]);
            }
        }

        MarkdownTable.Write(output, ["edited", "symbols of the project", "best:", "median:"], rows);

        static string Milliseconds(double time) => time.ToString("F2", CultureInfo.InvariantCulture);
    }

    /// <summary>The times of runs after successive edits, sorted.</summary>
    private static double[] Measure(LossProject project, ref GeneratorDriver driver, Action edit, bool isBound)
    {
        double[] times = new double[MeasuredEdits];
        for (int run = -WarmUpEdits; run < MeasuredEdits; run++)
        {
            edit();
            if (isBound && run >= 0)
            {
                project.Compilation.GetDeclarationDiagnostics();
            }

            long start = Stopwatch.GetTimestamp();
            driver = driver.RunGenerators(project.Compilation);
            if (run >= 0)
            {
                times[run] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            }
        }

        Array.Sort(times);
        return times;
    }
}
