using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;
using LossGen.Generator.Stability.Witnesses;
using LossGen.Generator.Tests.Parsing;
using Xunit;

namespace LossGen.Generator.Tests.Stability;

/// <summary>The analysis against labelled expressions, most of them published bugs and their published mendings.</summary>
public sealed class StabilityCaseTests
{
    private const string AsWritten = ", Stabilize = false";

    /// <summary>The first set is the one that the analysis was developed with; the others were written and labelled afterwards, each before the analysis was run on it.</summary>
    [Theory]
    [InlineData("stability-cases.json")]
    [InlineData("unseen-cases.json")]
    [InlineData("frozen-cases.json")]
    public void LabelledExpressions_AreJudgedAsTheirLabelsSay(string file)
    {
        List<CaseResult> results = [.. StabilityCase.Read(file).Select(Analyse)];
        List<CaseResult> broken = [.. results.Where(static result => result.Case.Tier is "nonfinite" or "wrong")];
        List<CaseResult> imprecise = [.. results.Where(static result => result.Case.Tier is "precision")];
        List<CaseResult> maskedOnly = [.. results.Where(static result => result.Case.Tier is "reverse-only")];
        List<CaseResult> stable = [.. results.Where(static result => result.Case.IsStable)];
        List<CaseResult> found = [.. broken.Concat(imprecise).Where(static result => result.IsWarned)];

        string table = Table(file, results);
        Assert.True(broken.Count(static result => result.IsWarned) >= 0.97 * broken.Count, table);
        Assert.True(imprecise.Count(static result => result.IsWarned) >= 0.8 * imprecise.Count, table);
        Assert.True(maskedOnly.TrueForAll(static result => !result.IsWarned), table);
        Assert.True(stable.Count(static result => result.IsWarned) <= 0.02 * stable.Count, table);
        Assert.True(found.Count(static result => result.HasCulprit) >= 0.9 * found.Count, table);

        int unstable = broken.Count + imprecise.Count;
        int harmless = stable.Count + maskedOnly.Count;
        Assert.Contains(
            $"| {found.Count} of {unstable} | {stable.Concat(maskedOnly).Count(static result => result.IsWarned)} of {harmless} | {found.Count(static result => result.HasCulprit)} of {found.Count} |",
            File.ReadAllText(Readme()),
            StringComparison.Ordinal);
    }

    private static string Readme([CallerFilePath] string file = "") => Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "..", "README.md");

    private static CaseResult Analyse(StabilityCase @case)
    {
        LossModel model = ParsedLoss.Of(StabilityCaseSource.Source(@case, AsWritten))
            ?? Parse(@case, $"({StabilityCaseSource.Translate(@case.Expr)})[0]")
            ?? throw new InvalidOperationException(@case.Id);
        _ = StabilityAnalysis.Of(model, TestContext.Current.CancellationToken);
        Stopwatch watch = Stopwatch.StartNew();
        EquatableArray<Finding> findings = StabilityAnalysis.Of(model, TestContext.Current.CancellationToken);
        return new(@case, findings, findings.Items.Any(finding => IsCulprit(@case, finding.Culprit)), watch.Elapsed);
    }

    private static LossModel? Parse(StabilityCase @case, string formula) => ParsedLoss.Of(StabilityCaseSource.Declaration(@case, formula, AsWritten));

    /// <summary>Whether an expression is the one that the case blames; of a row, it may be one column of it.</summary>
    private static bool IsCulprit(StabilityCase @case, Expr culprit)
    {
        if (@case.Culprit is null)
        {
            return false;
        }

        StabilityCase free = @case with { Pre = null };
        string blamed = StabilityCaseSource.Translate(@case.Culprit.Sub);
        string inputs = string.Join(" + ", @case.Vars.Select(static variable => StabilityCaseSource.IsRow(variable.Value) ? $"Sum({variable.Key})" : variable.Key));
        if (Parse(free, $"({blamed}) + ({inputs})") is { } scalar)
        {
            return ((Call)scalar.Value.Root)[0].Equals(culprit);
        }

        Expr row = ((Reduce)((Call)Parse(free, $"Sum({blamed}) + ({inputs})")!.Value.Root)[0]).Body;
        return row.Equals(culprit) || Written.AtColumn(row, Build.Zero).Equals(culprit);
    }

    private static string Table(string file, IEnumerable<CaseResult> results)
    {
        StringBuilder table = new();
        table.AppendLine();
        foreach (CaseResult result in results)
        {
            string mark = result.Case.IsStable || result.Case.Tier == "reverse-only" ? result.IsWarned ? "FALSE" : "ok" : !result.IsWarned ? "MISSED" : result.HasCulprit ? "ok" : "PLACE";
            table.AppendLine($"{mark,-7}{result.Case.Tier ?? "stable",-13}{result.Time.TotalMilliseconds,7:F1} ms  {result.Case.Id}: {result.Case.Expr}");
            foreach (Finding finding in result.Findings)
            {
                table.AppendLine($"         {finding.Kind} of {finding.Culprit} at {finding.Witness}: {(finding.IsGradient ? $"d/d{finding.Outcome.Prediction}" : "value")} {finding.Outcome.Computed}, should be {finding.Outcome.Exact}{(finding.IsMendedByRewrites ? " (mended)" : "")}");
            }
        }

        if (Environment.GetEnvironmentVariable("STABILITY_TABLE") is { } path)
        {
            File.WriteAllText($"{path}.{file}", table.ToString());
        }

        return table.ToString();
    }

    private sealed record CaseResult(StabilityCase Case, EquatableArray<Finding> Findings, bool HasCulprit, TimeSpan Time)
    {
        public bool IsWarned => Findings.Items.Any(static finding => finding.Kind != FindingKind.StableNameExists);
    }
}
