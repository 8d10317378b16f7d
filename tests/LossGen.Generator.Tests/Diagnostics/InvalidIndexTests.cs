using Xunit;

namespace LossGen.Generator.Tests.Diagnostics;

public sealed class InvalidIndexTests
{
    [Fact]
    public Task NegativeIndex_IsReported() => LanguageRule.IsReportedInLambda(
        "LG0016", "A row cannot be indexed by '-1': an index is a label, a constant such as 0, or a constant from the end such as ^1", "(Row p) => p[[|-1|]]");

    [Fact]
    public Task IndexBeyondTheEnd_IsReported() => LanguageRule.IsReportedInLambda(
        "LG0016", "A row cannot be indexed by '^0': an index is a label, a constant such as 0, or a constant from the end such as ^1", "(Row p) => p[[|^0|]]");

    [Fact]
    public Task ComputedIndex_IsReported() => LanguageRule.IsReportedInLambda(
        "LG0016", "A row cannot be indexed by 'label + 1': an index is a label, a constant such as 0, or a constant from the end such as ^1", "(Row p, int label) => p[[|label + 1|]]");

    [Fact]
    public Task NumberAsIndex_IsReported() => LanguageRule.IsReportedInLambda(
        "LG0016", "A row cannot be indexed by a number: an index is a label, a constant such as 0, or a constant from the end such as ^1", "(Row p, y) => p[[|y|]]");
}
