using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;

namespace LossGen.Benchmarks.Comparison;

/// <summary><c>measure</c>: what <c>compare</c> starts once for every vector width, as the width is a property of a process.</summary>
internal static class MeasureCommand
{
    internal const string Name = "measure";

    internal static Command Create()
    {
        Option<bool> quick = ComparisonOptions.Quick();
        Option<string[]> losses = ComparisonOptions.Loss();
        Option<FileInfo> json = ComparisonOptions.Json();
        json.Required = true;
        var command = new Command(Name, "One process of a comparison.") { quick, losses, json };
        command.Hidden = true;
        command.SetAction(result =>
        {
            RaisePriority();
            Effort effort = result.GetValue(quick) ? Effort.Quick : Effort.Full;
            Session session = SessionRunner.Run(ComparisonOptions.Workloads(result.GetValue(losses)), effort, Console.Error);
            using FileStream file = result.GetRequiredValue(json).Create();
            JsonSerializer.Serialize(file, session);
        });
        return command;
    }

    /// <summary>Threads and processes started from here on inherit it. Few users may; the others measure as they are.</summary>
    private static void RaisePriority()
    {
        try
        {
            using var process = Process.GetCurrentProcess();
            process.PriorityClass = ProcessPriorityClass.High;
        }
        catch (Win32Exception)
        {
            Console.Error.WriteLine("Measuring at normal priority: raising it is not permitted.");
        }
    }
}
