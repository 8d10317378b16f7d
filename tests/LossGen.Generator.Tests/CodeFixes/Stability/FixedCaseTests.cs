using System.Collections.Immutable;
using System.Text;
using LossGen.CodeFixes.Stability;
using LossGen.Generator.Calculus;
using LossGen.Generator.Model;
using LossGen.Generator.Stability.Learning;
using LossGen.Generator.Stability.Shadows;
using LossGen.Generator.Stability.Witnesses;
using LossGen.Generator.Stability.Witnesses.Arithmetics;
using LossGen.Generator.Tests.Stability;
using LossGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace LossGen.Generator.Tests.CodeFixes.Stability;

/// <summary>
/// Every fix on offer for the labelled expressions: the finding is gone, and the loss is the same. Values are compared in exact arithmetic,
/// gradients as difference quotients of exact values, so that no rule of differentiation takes part.
/// </summary>
public sealed class FixedCaseTests
{
    private const int Points = 40;
    private const string AsWritten = ", Stabilize = false";

    [Theory]
    [InlineData("stability-cases.json")]
    [InlineData("unseen-cases.json")]
    [InlineData("frozen-cases.json")]
    public void EveryOfferedFix_MendsTheFinding_AndKeepsTheLoss(string file)
    {
        StringBuilder table = new();
        int findings = 0;
        int fixedFindings = 0;
        int wrong = 0;
        foreach (StabilityCase @case in StabilityCase.Read(file).Where(static @case => !@case.IsStable))
        {
            if (Declare(@case) is not { } loss)
            {
                continue;
            }

            foreach (Finding finding in loss.Report.Findings.Items.Where(static finding => finding.Kind != FindingKind.StableNameExists))
            {
                findings++;
                ImmutableArray<LossFix> fixes = LossFixSearch.Find(loss, finding, TestContext.Current.CancellationToken);
                fixedFindings += fixes.IsEmpty ? 0 : 1;
                table.AppendLine($"{(fixes.IsEmpty ? "NONE" : "ok"),-6}{@case.Id}: {@case.Expr}: {finding.Kind} of {finding.Culprit} at {finding.Witness}");
                foreach (LossFix fix in fixes)
                {
                    string? objection = Objection(loss, finding, fix);
                    wrong += objection is null ? 0 : 1;
                    table.AppendLine($"      {fix.Title}, {fix.Remaining} left{(objection is null ? "" : $" WRONG: {objection}")}");
                }
            }
        }

        if (Environment.GetEnvironmentVariable("STABILITY_FIX_TABLE") is { } path)
        {
            File.WriteAllText($"{path}.{file}", table.ToString());
        }

        Assert.True(wrong == 0, table.ToString());
        Assert.True(fixedFindings >= 0.8 * findings, $"{fixedFindings} of {findings} have a fix\n{table}");
    }

    /// <summary>What is wrong with a fix; null if nothing is.</summary>
    private static string? Objection(LossInDocument loss, Finding finding, LossFix fix)
    {
        LossInDocument? after = loss.After(loss.Tree.GetText(TestContext.Current.CancellationToken).WithChanges(fix.Changes), TestContext.Current.CancellationToken);
        if (after is null)
        {
            return "it breaks the loss";
        }

        if (after.Report.Findings.Items.Count(other => other.Kind == finding.Kind) >= loss.Report.Findings.Items.Count(other => other.Kind == finding.Kind))
        {
            return "the warning stays";
        }

        (int compared, int different) = Compare(loss.Report.Model, after.Report.Model, fix.IsEquivalent ? 1e-6 : 1e-3);
        return compared < Points / 4 ? $"only {compared} points can be compared"
            : different > (fix.IsEquivalent ? 0 : compared / 3) ? $"{different} of {compared} values and slopes differ"
            : null;
    }

    private static (int Compared, int Different) Compare(LossModel before, LossModel after, double tolerance)
    {
        int columns = Math.Max(4, Math.Max(before.MinimumColumns, after.MinimumColumns));
        PointEvaluation<Shadow, ShadowArithmetic> first = new(Links.ApplyAsWritten(before.Value.Root, before.Parameters), columns);
        PointEvaluation<Shadow, ShadowArithmetic> second = new(Links.ApplyAsWritten(after.Value.Root, after.Parameters), columns);
        int compared = 0;
        int different = 0;
        foreach (Point point in PointSampling.Of(before, columns, Points))
        {
            Input prediction = before.OfRole(InputRole.Prediction)[0].Input;
            double[] values = point[prediction];
            double step = Math.ScaleB(Math.Max(Math.Abs(values[0]), 1e-3), -24);
            Point right = point.With(prediction, [values[0] + step, .. values.Skip(1)]);
            foreach ((Shadow left, Shadow other, double floor) in new[]
            {
                (first.At(point)[0], second.At(point)[0], 1.0),
                (first.At(right)[0] - first.At(point)[0], second.At(right)[0] - second.At(point)[0], step),
            })
            {
                if (left.IsFinite && other.IsFinite && !left.IsUncertain && !other.IsUncertain)
                {
                    compared++;
                    double scale = Math.Max(Math.Abs(left.ToDouble()), tolerance > 1e-6 ? 1e-2 * floor : 1e-200);
                    different += Math.Abs((left - other).ToDouble()) > tolerance * scale ? 1 : 0;
                }
            }
        }

        return (compared, different);
    }

    private static LossInDocument? Declare(StabilityCase @case) =>
        new[] { StabilityCaseSource.Source(@case, AsWritten), StabilityCaseSource.Declaration(@case, $"({StabilityCaseSource.Translate(@case.Expr)})[0]", AsWritten) }
            .Select(Find)
            .FirstOrDefault(static loss => loss is not null);

    private static LossInDocument? Find(string source)
    {
        CSharpCompilation compilation = TestCompilation.Create(source);
        ISymbol? method = compilation.GetTypeByMetadataName("Losses")?.GetMembers("Tested").Single();
        return LossInDocument.Find(compilation, method?.GetDocumentationCommentId() ?? "T:Tested", TestContext.Current.CancellationToken);
    }
}
