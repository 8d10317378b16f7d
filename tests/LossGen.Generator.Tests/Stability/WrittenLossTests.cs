using LossGen.Generator.Model;
using LossGen.Generator.Stability.Witnesses;
using LossGen.Generator.Tests.Parsing;
using LossGen.Testing;
using Xunit;

namespace LossGen.Generator.Tests.Stability;

/// <summary>Losses as they are found in libraries, written well and written as their textbook has them.</summary>
public sealed class WrittenLossTests
{
    public static TheoryData<string, string, string> Losses { get; } = Read();

    [Theory]
    [MemberData(nameof(Losses))]
    public void WrittenLoss_IsWarnedOfWhereItFails_AndNowhereElse(string verdict, string kind, string lambda)
    {
        EquatableArray<Finding> findings = StabilityAnalysis.Of(Parse(lambda), TestContext.Current.CancellationToken);
        string[] warnings = [.. findings.Items.Where(static finding => finding.Kind != FindingKind.StableNameExists).Select(Describe)];

        if (verdict == "stable")
        {
            Assert.Empty(warnings);
        }
        else
        {
            Assert.True(findings.Items.Any(finding => finding.Kind.ToString() == kind), $"{lambda} should have {kind}: {string.Join("; ", warnings)}");
        }
    }

    private static LossModel Parse(string lambda)
    {
        // Hyperparameters stand in the lambda with their default values, for brevity; a class has them in its constructor.
        string[] parameters = lambda[1..lambda.IndexOf(") =>", StringComparison.Ordinal)].Split(", ");
        string constructor = string.Join(", ", parameters.Where(static parameter => parameter.StartsWith("float ", StringComparison.Ordinal)));
        string inputs = string.Join(", ", parameters.Where(static parameter => !parameter.StartsWith("float ", StringComparison.Ordinal)));
        string body = lambda[(lambda.IndexOf(") =>", StringComparison.Ordinal) + 4)..];
        return ParsedLoss.Of($"{TestCompilation.Usings}[Loss(\"\"\"({inputs}) => {body}\"\"\")] public sealed partial class Tested{(constructor.Length > 0 ? $"({constructor})" : "")};")
            ?? throw new InvalidOperationException(lambda);
    }

    private static string Describe(Finding finding) =>
        $"{finding.Kind} of {finding.Culprit} at {finding.Witness}: {(finding.IsGradient ? "gradient" : "value")} {finding.Outcome.Computed} instead of {finding.Outcome.Exact}";

    private static TheoryData<string, string, string> Read()
    {
        TheoryData<string, string, string> data = [];
        foreach (string line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Stability", "Data", "written-losses.tsv")))
        {
            string[] fields = line.Split('\t');
            data.Add(fields[0], fields[1], fields[2]);
        }

        return data;
    }
}
