using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;
using Xunit;

namespace LossGen.Losses.Tests;

/// <summary>
/// <c>docs/accuracy.md</c>: for each loss of the reference table the largest error. The page of a run is written beside the tests; with the environment variable
/// <c>UPDATE_SNAPSHOTS</c> set to 1 it replaces the page of the documentation. Last digits depend on the vectors of the processor, so that only the losses are compared.
/// </summary>
public sealed class AccuracyPageTests
{
    private const string Head = """
        # How accurate the losses are

        The largest relative errors of the generated classes against a table of 20 digits, extremes included: logits of ±10²⁰, probabilities next to 0 and 1, residuals from 10⁻³⁰⁰
        to 10²⁰⁰; and at points of a sweep of our own that losses once failed at. Inputs in float are those that are exact in float. Numbers outside of the element type's normal range (which it holds as ∞, 0 or with fewer bits) are compared for just that. A
        test holds every number to 10⁻¹³ in double and 10⁻⁶ in float, and writes this page: `UPDATE_SNAPSHOTS=1 dotnet test -c Release` renews it. For comparison, one
        rounding is at most 1.1·10⁻¹⁶ in double and 6·10⁻⁸ in float.

        | loss | parameters | class | value | gradient | Hessian | value, float | gradient, float | Hessian, float |
        |---|---|---|---|---|---|---|---|---|

        """;

    private static readonly string[] Columns = ["value", "gradient", "Hessian"];

    [Fact]
    public void PageOfTheDocumentation_HasEveryLossOfTheTable()
    {
        string page = Write();
        File.WriteAllText(Path.Combine(AppContext.BaseDirectory, "accuracy.md"), page);
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(Documentation(), page);
        }

        Assert.Equal(Losses(page), Losses(File.ReadAllText(Documentation()).ReplaceLineEndings("\n")));
    }

    private static string Write()
    {
        StringBuilder page = new(Head.ReplaceLineEndings("\n"));
        foreach (ReferenceSubject subject in ReferenceSubject.All.OrderBy(static subject => subject.Loss, StringComparer.Ordinal).ThenBy(static subject => subject.Parameters, StringComparer.Ordinal))
        {
            string parameters = subject.Parameters.Length == 0 ? "" : $"`{subject.Parameters}`";
            page.Append(CultureInfo.InvariantCulture, $"| {subject.Loss} | {parameters} | `{subject.Subject.GetType().Name}` | {Worst<double>(subject)} | {Worst<float>(subject)} |\n");
        }

        return page.ToString();
    }

    private static string Worst<T>(ReferenceSubject subject)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ReferenceComparison[] comparisons = [.. ReferenceComparison.Of<T>(subject)];
        return string.Join(" | ", Columns.Select(what => Print(comparisons.Where(comparison => comparison.What.StartsWith(what, StringComparison.Ordinal)))));
    }

    private static string Print(IEnumerable<ReferenceComparison> comparisons) =>
        comparisons.Select(static comparison => comparison.Error).DefaultIfEmpty(double.NaN).Max() switch
        {
            double.NaN => "–",
            0 => "0",
            double error => error.ToString("0.0e-0", CultureInfo.InvariantCulture),
        };

    private static string[] Losses(string page) =>
        [.. page.Split('\n').Where(static line => line.StartsWith("| ", StringComparison.Ordinal)).Select(static line => string.Join('|', line.Split('|')[1..3]))];

    private static string Documentation([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "..", "docs", "accuracy.md"));
}
