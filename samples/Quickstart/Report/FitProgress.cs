using System.Globalization;
using LossGen.Training;
using Spectre.Console;

namespace LossGen.Samples.Quickstart;

/// <summary>Makes fits under progress bars; where the output is no terminal, with a line for each.</summary>
internal static class FitProgress
{
    internal static TrainingResult[] Run(IAnsiConsole console, FitTask[] fits) =>
        console.Profile.Capabilities is { Ansi: true, Interactive: true } ? RunWithBars(console, fits) : RunWithLines(console, fits);

    private static TrainingResult[] RunWithBars(IAnsiConsole console, FitTask[] fits) => console
        .Progress()
        .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn())
        .Start(context =>
        {
            ProgressTask[] bars = [.. fits.Select(fit => context.AddTask(Markup.Escape(fit.Name), autoStart: false))];
            var results = new TrainingResult[fits.Length];
            for (int i = 0; i < fits.Length; i++)
            {
                bars[i].StartTask();
                results[i] = fits[i].Fit(new Bar(bars[i]));
                bars[i].Description = Markup.Escape($"{fits[i].Name}: {Describe(results[i])}");
                bars[i].Value = bars[i].MaxValue;
            }

            return results;
        });

    private static TrainingResult[] RunWithLines(IAnsiConsole console, FitTask[] fits)
    {
        var results = new TrainingResult[fits.Length];
        for (int i = 0; i < fits.Length; i++)
        {
            results[i] = fits[i].Fit(null);
            console.WriteLine($"  {fits[i].Name}: {Describe(results[i])}");
        }

        return results;
    }

    private static string Describe(TrainingResult result)
    {
        string reason = result.StopReason switch
        {
            StopReason.Converged => "converged",
            StopReason.EpochLimit => "all epochs done",
            StopReason.NoProgress => "no further progress",
            StopReason.Cancelled => "cancelled, best model so far",
            _ => "the loss is not finite, best model so far",
        };
        return string.Create(CultureInfo.InvariantCulture, $"{reason} after {result.Epochs} {(result.Epochs == 1 ? "epoch" : "epochs")}, mean loss {result.BestLoss:G6}");
    }

    private sealed class Bar(ProgressTask task) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value)
        {
            task.MaxValue = Math.Max(1, value.EpochLimit);
            task.Value = value.Epoch;
        }
    }
}
