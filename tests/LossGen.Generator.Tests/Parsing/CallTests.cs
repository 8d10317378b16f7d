using System.Reflection;
using LossGen.Generator.Parsing;
using LossGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace LossGen.Generator.Tests.Parsing;

public sealed class CallTests
{
    private const string Helpers = """
        [LossFunction] static float Scale(float x, float factor = 2, float shift = 1) => factor * Sin(x) + shift;
        [LossFunction] static Row Errors(Row p, Row y) => Sin(p - y);
        [LossFunction] static float Errors(float p, float y) => Cos(p - y);
        [LossFunction] static float Pick(Row row, int index) => row[index];
        [LossFunction] static bool IsLarge(float x) { var limit = 10f; return x > limit; }
        """;

    [Theory]
    [InlineData("p => Scale(p)", "2·sin(p) + 1")]
    [InlineData("p => Scale(p, 3)", "3·sin(p) + 1")]
    [InlineData("p => Scale(p, shift: 5)", "2·sin(p) + 5")]
    [InlineData("p => Scale(shift: 5, factor: 7, x: p)", "7·sin(p) + 5")]
    [InlineData("p => Tested.Scale(p)", "2·sin(p) + 1")]
    [InlineData("(Row p, Row y) => Sum(Errors(p, y))", "Σᵢ(sin(pᵢ − yᵢ))")]
    [InlineData("(p, y) => Errors(p, y)", "cos(p − y)")]
    [InlineData("(Row p, int label) => Pick(p, label) + Pick(p, 3)", "p[label] + p[3]")]
    [InlineData("p => IsLarge(p) ? 1 : Sin(p)", "p > 10 ? 1 : sin(p)")]
    public void Helper_IsCopied(string lambda, string formula) => Assert.Equal(formula, ParsedLoss.Formula(lambda, members: Helpers));

    [Theory]
    [InlineData("Other.Losses.Twice(p, y)")]
    [InlineData("L.Twice(p, y)")]
    [InlineData("Twice(p, y)")]
    public void LossInAnotherFile_IsCopied_WithItsOwnNames(string call) => Assert.Equal("0.25·cos(p − y)", ParsedLoss.FormulaOf(
        $"using LossGen; using static Other.Losses; using L = Other.Losses; [Loss(\"(p, y) => {call}\")] public partial class Tested;",
        """
        using LossGen;
        using M = System.MathF;
        namespace Other
        {
            using static Constants;

            public static class Losses { [Loss] public static float Twice(float a, float b) => Quarter * M.Cos(a - b); }
        }
        """,
        "namespace Other; static class Constants { public const float Quarter = 0.25f; }"));

    [Theory]
    [InlineData("namespace LossGen.Own;")]
    [InlineData("namespace LossGen { } namespace LossGen.Own.Deep;")]
    public void TypeOfAReference_IsFoundFromANamespaceInsideOfItsOwn(string @namespace) => Assert.Equal("sin(p)", ParsedLoss.FormulaOf(
        $"{@namespace.Replace(";", " {", StringComparison.Ordinal)} public static class Tested {{ [Loss] public static double Sin(double p) => LossMath.Sin(p); }} }}"));

    [Fact]
    public void LossDeclaredByExpression_IsCopied() => Assert.Equal("sin(p − y) + cos(p)·2 + cos(y)·3".Replace("cos(p)·2", "2·cos(p)").Replace("cos(y)·3", "3·cos(y)"), ParsedLoss.FormulaOf(
        $"{TestCompilation.Usings}[Loss(\"(p, y) => Difference(p, y) + Scaled(p) + Scaled(y, factor: 3)\")] public partial class Tested;",
        $"{TestCompilation.Usings}[Loss(\"(a, b) => Sin(a - b)\")] public partial class Difference; [Loss(\"a => factor * Cos(a)\")] public partial class Scaled(float factor = 2);"));

    [Fact]
    public void OwnMethod_HidesTheLanguagesFunction() => Assert.Equal(
        "cos(p)", ParsedLoss.Formula("p => Sin(p)", members: "[LossFunction] static float Sin(float x) => LossMath.Cos(x);"));

    [Fact]
    public void MemberThatIsNoMethod_HidesNoFunction() => Assert.Equal("sin(p)", ParsedLoss.Formula("p => Sin(p)", members: "class Sin;"));

    [Fact]
    public void Functions_AreInScopeWithoutUsing() => Assert.Equal(
        "Σᵢ(sin(pᵢ))", ParsedLoss.FormulaOf("[LossGen.Loss(\"(Row p) => Sum(Sin(p))\")] public partial class Tested;"));

    [Fact]
    public void GlobalUsings_Count() => Assert.Equal(
        "0.5·sin(p)", ParsedLoss.FormulaOf("[Loss(\"p => Half * F.Sin(p)\")] partial class Tested;", "global using LossGen; global using F = System.MathF; global using static Constants; static class Constants { internal const float Half = 0.5f; }"));

    [Fact]
    public void ConstantsOfOuterAndBaseTypes_AreInScope() => Assert.Equal(
        "2·sin(p + 3)",
        ParsedLoss.FormulaOf($"{TestCompilation.Usings} class Base {{ protected const int Three = 3; }} partial class Outer {{ const float Two = 2; [Loss(\"p => Two * Sin(p + Three)\")] partial class Tested : Base; }}"));

    [Fact]
    public void Parameter_HidesAConstant() => Assert.Equal("sin(Two)", ParsedLoss.Formula("Two => Sin(Two)", members: "const float Two = 2;"));

    [Fact]
    public void EveryFunctionOfLossMath_IsInTheLanguage() => Assert.All(
        typeof(LossMath).GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly),
        static method =>
        {
            string parameters = string.Join(", ", method.GetParameters().Select(static (parameter, index) => $"{TypeOf(parameter.ParameterType)} x{index}"));
            string call = $"{method.Name}({string.Join(", ", method.GetParameters().Select(static (_, index) => $"x{index}"))})";

            // A helper may take and return all types; a violation would be reported at its body.
            string source = $"{TestCompilation.Usings}static class Functions {{ [LossFunction] static {TypeOf(method.ReturnType)} Tested({parameters}) => {call}; }}";
            CSharpCompilation compilation = TestCompilation.Create(source);
            List<Diagnostic> violations = [];
            MethodDeclarationSyntax tested = compilation.SyntaxTrees[0].GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<MethodDeclarationSyntax>().Single();
            FunctionParser.Check(tested, compilation.GetSemanticModel(tested.SyntaxTree).GetDeclaredSymbol(tested, TestContext.Current.CancellationToken)!, compilation, violations.Add, TestContext.Current.CancellationToken);
            Assert.Empty(violations);
        });

    private static string TypeOf(Type type) => type == typeof(float) ? "float" : type == typeof(double) ? "double" : type == typeof(int) ? "int" : type == typeof(bool) ? "bool" : type.Name;
}
