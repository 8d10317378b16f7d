using System.Collections.Immutable;
using LossGen.Testing;
using Microsoft.CodeAnalysis;
using Xunit;

namespace LossGen.Generator.Tests.Rules;

public sealed class KinksTests
{
    [Fact]
    public async Task Kinks_AreListedWhereTheyStand()
    {
        MarkedSource source = MarkedSource.Parse(LossRule.Lambda("(p, y) => [|Relu(1 - y * p)|] + [|Abs(p - y)|]"));
        ImmutableArray<Diagnostic> diagnostics = await LossRule.Report("LG2005", source.Text, ReportDiagnostic.Info);

        Assert.Equal(source.Spans, diagnostics.Select(static diagnostic => diagnostic.Location.SourceSpan));
        Assert.Equal(
            ["Kink at 1 − y·p = 0: the derivative of the ramp is 0 there", "Kink at p − y = 0: the derivative of the absolute value is 0 there"],
            diagnostics.Select(static diagnostic => diagnostic.GetMessage(null)));
    }

    [Fact]
    public async Task SmoothLoss_HasNone() => Assert.Empty(await LossRule.Report("LG2005", LossRule.Lambda("(p, y) => Softplus(p) - y * p"), ReportDiagnostic.Info));

    [Fact]
    public async Task Kinks_AreNotListedByDefault() => Assert.Empty(await LossRule.Report("LG2005", LossRule.Lambda("(p, y) => Abs(p - y)")));
}
