using System.CommandLine;
using LossGen.Training;
using Spectre.Console;

namespace LossGen.Samples.Quickstart;

/// <summary>Trains with losses that are declared in this project, on two data sets from the literature or on the user's own.</summary>
internal static class Program
{
    private const int Success = 0;
    private const int Failure = 1;

    // Lines in a file are not wrapped to a terminal's width.
    private const int WidthOfFiles = 200;

    private static readonly Option<string> Data = new("--data") { Description = "A CSV file of numbers with a header; without it, two embedded data sets are fitted.", HelpName = "file.csv" };
    private static readonly Option<string> Target = new("--target") { Description = "The column to predict; all others are features.", HelpName = "column" };
    private static readonly Option<string> Loss = new("--loss") { Description = $"The loss: {string.Join(", ", LossChoice.All.Select(static choice => choice.Name))}.", DefaultValueFactory = static _ => LossChoice.All[0].Name, HelpName = "name" };
    private static readonly Option<string> Optimizer = new("--optimizer") { Description = $"How to minimise it: {string.Join(", ", OptimizerChoice.Names)}.", DefaultValueFactory = static _ => OptimizerChoice.Names[0], HelpName = "name" };
    private static readonly Option<int> Epochs = new("--epochs") { Description = "The largest number of passes over the data.", DefaultValueFactory = static _ => 500, HelpName = "n" };
    private static readonly Option<ulong> Seed = new("--seed") { Description = "Decides the order of the samples in mini-batches (adam, sgd).", HelpName = "n" };
    private static readonly Option<string> Picture = new("--picture") { Description = "Where to write the picture of the losses.", DefaultValueFactory = static _ => "losses.svg", HelpName = "file.svg" };

    internal static int Main(string[] arguments)
    {
        using var cancellation = new CancellationTokenSource();
        ConsoleCancelEventHandler cancel = (_, pressed) =>
        {
            // The first Ctrl+C ends the fit with the best model so far; a second one ends the program.
            pressed.Cancel = !cancellation.IsCancellationRequested;
            cancellation.Cancel();
        };
        Console.CancelKeyPress += cancel;
        try
        {
            return Run(arguments, cancellation.Token);
        }
        finally
        {
            Console.CancelKeyPress -= cancel;
        }
    }

    private static int Run(string[] arguments, CancellationToken cancellation)
    {
        var command = new RootCommand("Declares losses, trains linear models with them, and draws them.") { Data, Target, Loss, Optimizer, Epochs, Seed, Picture };
        var parsed = command.Parse(arguments);
        if (parsed.Errors.Count > 0)
            return Fail(parsed.Errors[0].Message);

        command.SetAction(result => Act(result, cancellation));
        return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }

    private static int Act(ParseResult options, CancellationToken cancellation)
    {
        try
        {
            var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Out) });
            if (!console.Profile.Out.IsTerminal)
            {
                console.Profile.Width = WidthOfFiles;
                console.Profile.Capabilities.Ansi = false;
                console.Profile.Capabilities.Interactive = false;
            }

            if (options.GetValue(Data) is { } file)
                CsvRun.Start(console, ReadRequest(options, file), cancellation);
            else
                StartEmbedded(console, options, cancellation);

            string picture = options.GetRequiredValue(Picture);
            LossPicture.Write(picture);
            console.WriteLine($"Picture of the losses and their gradients: {picture}");
            return Success;
        }
        catch (Exception exception) when (exception is UserErrorException or CsvFormatException or IOException or UnauthorizedAccessException)
        {
            return Fail(exception.Message);
        }
    }

    private static CsvRequest ReadRequest(ParseResult options, string file) => new(
        file,
        options.GetValue(Target),
        LossChoice.Find(options.GetRequiredValue(Loss)),
        OptimizerChoice.Find(options.GetRequiredValue(Optimizer)),
        options.GetValue(Epochs) is >= 1 and var epochs ? epochs : throw new UserErrorException("--epochs must be at least 1."),
        options.GetValue(Seed));

    private static void StartEmbedded(IAnsiConsole console, ParseResult options, CancellationToken cancellation)
    {
        Option[] forFiles = [Target, Loss, Optimizer, Epochs, Seed];
        if (forFiles.FirstOrDefault(option => options.GetResult(option) is { Implicit: false }) is { } given)
            throw new UserErrorException($"{given.Name} needs --data.");

        EmbeddedRun.Start(console, cancellation);
    }

    private static int Fail(string message)
    {
        Console.Error.WriteLine($"error: {message.ReplaceLineEndings(" ")}");
        return Failure;
    }
}
