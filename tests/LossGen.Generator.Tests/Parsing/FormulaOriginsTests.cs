using LossGen.Generator.Model;
using LossGen.Generator.Parsing;
using LossGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace LossGen.Generator.Tests.Parsing;

/// <summary>The parser knows where in the source every subexpression stands.</summary>
public sealed class FormulaOriginsTests
{
    [Theory]
    [InlineData("log(p)", "Log(p)")]
    [InlineData("1 − p", "1 - p")]
    [InlineData("−(y·log(p) + (1 − y)·log(1 − p))", "-(y * Log(p) + (1 - y) * Log(1 - p))")]
    [InlineData("p", "p", "p")]
    public void InAnAttributesString_EveryPartIsFoundInTheFile(string formula, params string[] texts) => Assert.Equal(
        texts, Places(formula, TestCompilation.Usings + """[Loss("(p, y) => -(y * Log(p) + (1 - y) * Log(1 - p))")] public partial class Tested;"""));

    [Theory]
    [InlineData("p − y", "p - y")]
    [InlineData("|p − y|", "Abs(p - y)", "error")]
    [InlineData("0.5·|p − y|", "0.5f * error", "error")]
    [InlineData("0.5·|p − y| + 1", "error += 1", "error")]
    public void InAMethod_LocalsLeadToTheirInitializersFirst(string formula, params string[] texts) => Assert.Equal(
        texts,
        Places(formula, TestCompilation.Usings + "static class L { [Loss] static float F(float p, float y) { var error = Abs(p - y); error = 0.5f * error; error += 1; return Sin(error); } }"));

    [Fact]
    public void InAHelper_ThePlaceIsInTheHelper_AndKnowsItsCall()
    {
        FormulaOrigin origin = Origins(
            TestCompilation.Usings + "static class L { [LossFunction] static float Ratio(float a, float b) => a / (b + 1); [Loss] static float F(float p, float y) => Ratio(p, y) + Ratio(y, p); }")
            .First(static origin => origin.Expression.ToString() == "y / (p + 1)");

        Assert.Equal("a / (b + 1)", TextOf(origin));
        Assert.Equal("Ratio(y, p)", origin.Caller!.Node.ToString());
    }

    [Fact]
    public void ElementsOfARow_StandWhereTheRowDoes()
    {
        FormulaOrigins origins = OriginsOf(TestCompilation.Usings + """[Loss("(Row z, int label) => -Log(Exp(z) / Sum(Exp(z)))[label]")] public partial class Tested;""", out LossModel model);
        Expr element = ((Call)((Call)model.Value.Root)[0])[0];

        Assert.Equal("e^z[label] / Σᵢ(e^zᵢ)", element.ToString());
        Assert.Equal("Exp(z) / Sum(Exp(z))", TextOf(Assert.Single(origins.Of(element))));
    }

    [Fact]
    public void TheParse_IsTheSameWithoutAListener()
    {
        const string Source = TestCompilation.Usings + """[Loss("(Row z, int label) => -Log(Exp(z) / Sum(Exp(z)))[label]")] public partial class Tested;""";
        OriginsOf(Source, out LossModel heard);

        Assert.Equal(ParsedLoss.Of(Source), heard);
    }

    private static string[] Places(string formula, string source) =>
        [.. Origins(source).Where(origin => origin.Expression.ToString() == formula).Select(TextOf)];

    private static IEnumerable<FormulaOrigin> Origins(string source) => OriginsOf(source, out _).All;

    private static string TextOf(FormulaOrigin origin) => origin.Location.SourceTree!.GetText(TestContext.Current.CancellationToken).ToString(origin.Location.SourceSpan);

    private static FormulaOrigins OriginsOf(string source, out LossModel model)
    {
        CSharpCompilation compilation = TestCompilation.Create(source);
        SemanticModel semantics = compilation.GetSemanticModel(compilation.SyntaxTrees[0]);
        FormulaOrigins origins = new();
        foreach (MemberDeclarationSyntax node in compilation.SyntaxTrees[0].GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<MemberDeclarationSyntax>())
        {
            if (semantics.GetDeclaredSymbol(node, TestContext.Current.CancellationToken) is { } symbol && LossTypes.FindAttribute(symbol) is { } attribute)
            {
                ParseSession session = new(compilation, report: null, TestContext.Current.CancellationToken, origins);
                model = LossParser.Parse(session, node, symbol, attribute)!;
                return origins;
            }
        }

        throw new ArgumentException("There is no loss.", nameof(source));
    }
}
