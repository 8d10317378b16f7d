using System.Globalization;
using LossGen.Training;
using Spectre.Console;

namespace LossGen.Samples.Quickstart;

/// <summary>What to do with the user's file.</summary>
internal sealed record CsvRequest(string File, string? Target, LossChoice Loss, Optimizer Optimizer, int Epochs, ulong Seed);

/// <summary>Fits the user's data and shows the coefficients.</summary>
internal static class CsvRun
{
    internal static void Start(IAnsiConsole console, CsvRequest request, CancellationToken cancellation)
    {
        var table = CsvTable.Read(request.File);
        string target = request.Target ?? throw new UserErrorException($"--target is missing. The columns of {Path.GetFileName(request.File)} are: {string.Join(", ", table.Columns)}.");
        var data = table.ToDataset(target);
        if (request.Loss.NeedsProbabilities)
            RequireProbabilities(data.Targets.Span, target, request.Loss);

        console.Write(new Markup($"[bold]{Markup.Escape($"{Path.GetFileName(request.File)}: {data.SampleCount} rows, {data.FeatureCount} features, target {target}")}[/]\n"));
        var options = new TrainingOptions { Optimizer = request.Optimizer, Epochs = request.Epochs, Seed = request.Seed };
        var result = FitProgress.Run(console, [new FitTask(request.Loss.Name, progress => Trainer.Fit(request.Loss.Loss, data, options, progress, cancellation))])[0];
        if (result.StopReason == StopReason.NonFinite && result.Epochs == 0)
            throw new UserErrorException($"the loss is not finite for the numbers in '{target}'. Express the column in a larger unit.{(result.Explanation is { } explanation ? $" ({explanation})" : "")}");

        console.Write(Show(data, result));
    }

    private static void RequireProbabilities(ReadOnlySpan<double> targets, string target, LossChoice loss)
    {
        int row = targets.IndexOfAnyExceptInRange(0.0, 1.0);
        if (row >= 0)
            throw new UserErrorException(string.Create(CultureInfo.InvariantCulture, $"{loss.Name} needs targets between 0 and 1, but '{target}' is {targets[row]} in row {row + 1}."));
    }

    private static Table Show(Dataset data, TrainingResult result)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn("Feature").AddColumn(new TableColumn("Coefficient").RightAligned());
        table.AddRow("(intercept)", Show(result.Model.Intercepts[0]));
        for (int feature = 0; feature < data.FeatureCount; feature++)
            table.AddRow(Markup.Escape(data.FeatureNames[feature]), Show(result.Model.Coefficients[feature]));

        table.AddRow("", "");
        table.AddRow("Sum of losses", Show(result.BestLoss * data.SampleCount));
        return table;
    }

    private static string Show(double number) => number.ToString("G8", CultureInfo.InvariantCulture);
}
