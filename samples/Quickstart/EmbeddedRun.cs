using System.Globalization;
using LossGen.Training;
using Spectre.Console;

namespace LossGen.Samples.Quickstart;

/// <summary>Fits the embedded data sets, from a cold start, and shows the result beside what was published.</summary>
internal static class EmbeddedRun
{
    internal static void Start(IAnsiConsole console, CancellationToken cancellation)
    {
        foreach (var example in (EmbeddedExample[])[StackLoss.Example, Challenger.Example])
        {
            console.Write(new Markup($"[bold]{Markup.Escape(example.Title)}[/]\n"));
            var options = new TrainingOptions { Optimizer = new Newton() };
            FitTask[] tasks = [.. example.Fits.Select(fit => new FitTask(fit.Name, progress => Trainer.Fit(fit.Loss, example.Data, options, progress, cancellation)))];
            var results = FitProgress.Run(console, tasks);
            console.Write(Compare(example, results));
        }
    }

    private static Table Compare(EmbeddedExample example, TrainingResult[] results)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumns("Loss", "Intercept");
        foreach (string name in example.Data.FeatureNames)
            table.AddColumn(Markup.Escape(name));
        table.AddColumn("Sum");
        foreach (var column in table.Columns.Skip(1))
            column.RightAligned();

        for (int i = 0; i < results.Length; i++)
        {
            var fit = example.Fits[i];
            var model = results[i].Model;
            table.AddRow([fit.Name, Show(model.Intercepts[0]), .. model.Coefficients.Select(Show), Show(results[i].BestLoss * example.Data.SampleCount)]);
            table.AddRow(["  published", .. fit.Published.Select(Show), fit.PublishedSum is { } sum ? Show(sum) : ""]);
        }

        return table;
    }

    private static string Show(double number) => number.ToString("F4", CultureInfo.InvariantCulture);
}
