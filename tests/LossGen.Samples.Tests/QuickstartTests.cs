using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using LossGen.Samples.Quickstart;
using Xunit;

namespace LossGen.Samples.Tests;

/// <summary>Runs the sample's main program, in this process, as a user would.</summary>
public sealed partial class QuickstartTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("quickstart").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("Squared error", 4)]
    [InlineData("Absolute error", 5)]
    [InlineData("Huber, δ = 1.345", 5)]
    [InlineData("Binary cross-entropy", 3)]
    public void WithoutArguments_TheFitsAgreeWithWhatWasPublished(string name, int publishedNumbers)
    {
        (int code, string? output, string? error) = Run();

        Assert.Equal("", error);
        Assert.Equal(0, code);
        var lines = output.Split('\n');
        var row = Array.FindIndex(lines, line => line.Contains(name, StringComparison.Ordinal) && FourDecimals().IsMatch(line));
        Assert.Contains(" published ", lines[row + 1], StringComparison.Ordinal);
        var published = FourDecimals().Matches(lines[row + 1]).Select(static match => match.Value).ToArray();
        Assert.Equal(publishedNumbers, published.Length);
        Assert.Equal(published, FourDecimals().Matches(lines[row]).Take(publishedNumbers).Select(static match => match.Value));
    }

    [Fact]
    public void OutputThatIsNoTerminal_HasNoControlCharacters() =>
        Assert.DoesNotContain(Run().Output, static character => char.IsControl(character) && character is not ('\n' or '\r'));

    [Fact]
    public void Picture_IsWellFormedAndShowsEveryLossWithItsGradient()
    {
        Run();

        var picture = XDocument.Load(PicturePath);
        XNamespace svg = "http://www.w3.org/2000/svg";
        Assert.Equal(8, picture.Descendants(svg + "path").Count());
        Assert.DoesNotContain("NaN", File.ReadAllText(PicturePath), StringComparison.Ordinal);
        Assert.Contains("Absolute error", picture.Descendants(svg + "text").Select(static text => text.Value));
    }

    [Theory]
    [InlineData("newton")]
    [InlineData("lbfgs")]
    [InlineData("adam")]
    public void File_OfALine_GivesItsCoefficients(string optimizer)
    {
        var file = WriteFile("x,y,z\n" + string.Concat(Enumerable.Range(0, 40).Select(static i => string.Create(CultureInfo.InvariantCulture, $"{i},{3 + (2 * i) - (0.5 * (i % 7))},{i % 7}\n"))));
        (int code, string? output, string? error) = Run("--data", file, "--target", "y", "--loss", "SquaredError", "--optimizer", optimizer, "--epochs", "3000", "--seed", "5");

        Assert.Equal("", error);
        Assert.Equal(0, code);
        Assert.Equal(3, NumberAfter(output, "(intercept)"), 0.01);
        Assert.Equal(2, NumberAfter(output, "x"), 0.001);
        Assert.Equal(-0.5, NumberAfter(output, "z"), 0.001);
    }

    [Fact]
    public void SameSeed_PrintsTheSame()
    {
        var file = WriteFile("x,y\n1,2\n2,3\n3,5\n4,4\n5,7\n");
        string[] arguments = ["--data", file, "--target", "y", "--loss", "huber", "--optimizer", "sgd", "--epochs", "7", "--seed", "3"];

        Assert.Equal(Run(arguments).Output, Run(arguments).Output);
    }

    [Theory]
    [InlineData("", "data.csv: the file is empty.")]
    [InlineData("x,y\n1,2\n3\n", "data.csv, line 3, column 2: the line has 1 cells, but the header has 2: 'y' is missing.")]
    [InlineData("x,y\n1,two\n", "data.csv, line 2, column 2: in 'y', 'two' is not a number.")]
    [InlineData("x,y\n1,\n", "data.csv, line 2, column 2: in 'y', the cell is empty.")]
    [InlineData("x,y\nNaN,1\n", "data.csv, line 2, column 1: in 'x', 'NaN' is not a finite number.")]
    [InlineData("x,z\n1,2\n", "data.csv: there is no column 'y'. The columns are: x, z.")]
    public void BadFile_IsAnErrorOfOneLine(string text, string message) =>
        AssertError(message, "--data", WriteFile(text), "--target", "y");

    [Fact]
    public void BadArguments_AreErrorsOfOneLine()
    {
        var file = WriteFile("x,y\n1,2\n2,-3\n");

        AssertError("--target is missing. The columns of data.csv are: x, y.", "--data", file);
        AssertError("there is no loss 'cube'. The losses are: SquaredError, AbsoluteError, Huber, BinaryCrossEntropy.", "--data", file, "--target", "y", "--loss", "cube");
        AssertError("there is no optimizer 'magic'. The optimizers are: newton, lbfgs, adam, sgd.", "--data", file, "--target", "y", "--optimizer", "magic");
        AssertError("--epochs must be at least 1.", "--data", file, "--target", "y", "--epochs", "0");
        AssertError("--target needs --data.", "--target", "y");
        AssertError("BinaryCrossEntropy needs targets between 0 and 1, but 'y' is 2 in row 1.", "--data", file, "--target", "y", "--loss", "bce");
        AssertError("Unrecognized command or argument '--nonsense'.", "--nonsense");
    }

    [Fact]
    public void MissingFile_IsAnErrorOfOneLine()
    {
        (int code, string _, string? error) = Run("--data", Path.Combine(_folder, "nowhere.csv"), "--target", "y");

        Assert.NotEqual(0, code);
        Assert.StartsWith("error: Could not find file", error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd().Split('\n'));
    }

    private string PicturePath => Path.Combine(_folder, "losses.svg");

    private void AssertError(string message, params string[] arguments)
    {
        (int code, string _, string? error) = Run(arguments);

        Assert.NotEqual(0, code);
        Assert.Equal($"error: {message}", error.TrimEnd());
    }

    private string WriteFile(string text)
    {
        var path = Path.Combine(_folder, "data.csv");
        File.WriteAllText(path, text);
        return path;
    }

    private (int Code, string Output, string Error) Run(params string[] arguments)
    {
        (TextWriter? output, TextWriter? error) = (Console.Out, Console.Error);
        using var capturedOutput = new StringWriter(CultureInfo.InvariantCulture);
        using var capturedError = new StringWriter(CultureInfo.InvariantCulture);
        Console.SetOut(capturedOutput);
        Console.SetError(capturedError);
        try
        {
            return (Program.Main([.. arguments, "--picture", PicturePath]), capturedOutput.ToString(), capturedError.ToString());
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(error);
        }
    }

    private static double NumberAfter(string output, string name) => double.Parse(
        output.Split('\n').Select(static line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Single(cells => cells.Length == 2 && cells[0] == name)[1],
        CultureInfo.InvariantCulture);

    [GeneratedRegex(@"-?\d+\.\d{4}\b")]
    private static partial Regex FourDecimals();
}
