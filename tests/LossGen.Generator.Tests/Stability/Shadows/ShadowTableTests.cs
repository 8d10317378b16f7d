using LossGen.Generator.Stability.Shadows;
using Xunit;

namespace LossGen.Generator.Tests.Stability.Shadows;

/// <summary>Every function against values of 159 bits.</summary>
public sealed class ShadowTableTests
{
    private static readonly IReadOnlyList<ShadowTableRow> Rows =
        [.. ShadowTableRow.Read("unary-shadows.tsv", arity: 1), .. ShadowTableRow.Read("binary-shadows.tsv", arity: 2)];

    public static TheoryData<string> Functions => [.. Rows.Select(static row => row.Function.Name).Distinct(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Functions))]
    public void ErrorBound_IsAtLeastTheError(string function) => Assert.All(Rows.Where(row => row.Function.Name == function), static row =>
    {
        const int DigitsOfTable = -155;
        Shadow actual = row.Evaluate();
        Assert.True(actual.IsFinite, $"{row} is {actual}");
        Dyadic error = (Dyadic.Of(actual) - row.Value).Magnitude();
        Dyadic bound = Dyadic.Of(actual.Error, actual.Exponent) + row.Value.Magnitude().Scale(DigitsOfTable);
        Assert.True(error.CompareTo(bound) <= 0, $"{row} is {actual}, off by 2^{error.Log2()}");
    });

    [Theory]
    [MemberData(nameof(Functions))]
    public void ErrorBound_LeavesEightyBits(string function) => Assert.All(Rows.Where(row => row.Function.Name == function), static row =>
    {
        Shadow actual = row.Evaluate();
        Assert.True(actual.Error == 0 || Dyadic.Of(actual.Error, actual.Exponent).Log2() <= row.Value.Log2() - 80, $"{row} is {actual}");
    });
}
