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
        command.SetAction(static _ => Run(Console.Out));
        return command;
    }

    private static void Run(TextWriter output)
    {
        var project = new LossProject();
        GeneratorDriver losses = GeneratorRun.CreateDriver(project.Compilation, trackSteps: false);
        long start = Stopwatch.GetTimestamp();
        losses = losses.RunGenerators(project.Compilation);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"first run: {Stopwatch.GetElapsedTime(start).TotalMilliseconds:F0} ms, {losses.GetRunResult().GeneratedTrees.Length} files"));
        output.WriteLine("Milliseconds after an edit, best and median. Bound: the compiler knows the compilation's symbols already; fresh: it does not.");

        GeneratorDriver scan = CSharpGeneratorDriver.Create(new AttributeScan()).RunGenerators(project.Compilation);
        foreach (bool isBound in new[] { true, false })
        {
            string state = isBound ? "bound" : "fresh";
            Report($"one formula, {state}", ref losses, project.EditFormula);
            Report($"a body elsewhere, {state}", ref losses, project.EditBodyElsewhere);
            Report($"a declaration elsewhere, {state}", ref losses, project.EditDeclarationElsewhere);
            Report($"finding the attributes alone, {state}", ref scan, project.EditFormula);

            void Report(string name, ref GeneratorDriver driver, Action edit)
            {
                double[] times = Measure(project, ref driver, edit, isBound);
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-40} {times[0],8:F2} {times[times.Length / 2],8:F2}"));
            }
        }
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
