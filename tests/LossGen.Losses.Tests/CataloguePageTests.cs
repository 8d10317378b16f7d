using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Xunit;

namespace LossGen.Losses.Tests;

/// <summary>The tables of <c>docs/catalogue.md</c> name classes that exist, with the options that they have.</summary>
public sealed partial class CataloguePageTests
{
    public static TheoryData<string> Declarations { get; } = [.. ClassColumn().Matches(File.ReadAllText(Page())).Select(static row => row.Groups[1].Value)];

    [Theory]
    [MemberData(nameof(Declarations))]
    public void ClassOfTheCatalogue_HasTheOptionsOfThePage(string declaration)
    {
        string name = declaration.Split('(')[0];
        Type? type = typeof(SquaredErrorLoss).Assembly.GetType($"LossGen.Losses.{name}");
        Assert.True(type is not null, $"There is no {name}.");
        string[] signatures = [.. type.GetConstructors().Select(constructor => Print(name, constructor))];
        Assert.Contains(declaration, signatures);
    }

    [Fact]
    public void Page_HasTables() => Assert.True(Declarations.Count >= 60);

    private static string Print(string name, ConstructorInfo constructor) => constructor.GetParameters() is { Length: > 0 } options
        ? $"{name}({string.Join(", ", options.Select(static option => $"{option.Name} = {Print(option.DefaultValue)}"))})"
        : name;

    private static string Print(object? value) => value switch
    {
        bool flag => flag ? "true" : "false",
        double number => number.ToString("R", CultureInfo.InvariantCulture).Replace("E-0", "e-", StringComparison.Ordinal),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static string Page([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "docs", "catalogue.md"));

    /// <summary>The third column: one class as code, perhaps with options.</summary>
    [GeneratedRegex(@"^\|(?:[^|\\]|\\.)*\|(?:[^|\\]|\\.)*\| `(\w+(?:\([^)`]*\))?)` \|", RegexOptions.Multiline)]
    private static partial Regex ClassColumn();
}
