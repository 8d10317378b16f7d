using LossGen.CodeFixes;
using LossGen.Testing;
using Xunit;

namespace LossGen.Generator.Tests.CodeFixes;

public sealed class UnknownFunctionFixTests
{
    [Fact]
    public Task NameInString_BecomesTheSuggestedOne() => LanguageFix.TurnsLambda<UnknownFunctionFix>(
        "(p, y) => y - Ln(p)",
        "(p, y) => y - Log(p)");

    [Fact]
    public Task NameAfterAnEscape_IsFoundWhereItStands() => LanguageFix.TurnsLambda<UnknownFunctionFix>(
        @"(p, y) => y -\t Asb(p)",
        @"(p, y) => y -\t Abs(p)");

    [Fact]
    public Task NameInMethod_BecomesTheSuggestedOne() => LanguageFix.TurnsMethod<UnknownFunctionFix>(
        "float Tested(float p, float y) => Sqaure(p - y);",
        "float Tested(float p, float y) => Square(p - y);");

    [Fact]
    public Task QualifiedName_KeepsItsType() => LanguageFix.TurnsMethod<UnknownFunctionFix>(
        "float Tested(float p, float y) => LossMath.Sqr(p - y);",
        "float Tested(float p, float y) => LossMath.Square(p - y);");

    [Fact]
    public Task AllNames_BecomeTheirSuggestions() => LanguageFix.TurnsAll<UnknownFunctionFix>(
        LanguageFix.Lambda("(p, y) => Ln(p) - Asb(y)"),
        LanguageFix.Lambda("(p, y) => Log(p) - Abs(y)"));

    [Fact]
    public Task NameLikeNoOther_HasNoFix() => LanguageFix.IsNotOffered<UnknownFunctionFix>(
        "LG0001", LanguageFix.Lambda("(p, y) => Bessel(p - y)"));

    [Fact]
    public Task FormulaInConstant_HasNoFix() => LanguageFix.IsNotOffered<UnknownFunctionFix>(
        "LG0001", TestCompilation.Usings + "static class Formulas { public const string Ln = \"(p, y) => Ln(p) - y\"; } [Loss(Formulas.Ln)] public sealed partial class Tested;");

    [Fact]
    public Task NameInTwoStrings_HasNoFix() => LanguageFix.IsNotOffered<UnknownFunctionFix>(
        "LG0001", TestCompilation.Usings + "[Loss(\"(p, y) => L\" + \"n(p) - y\")] public sealed partial class Tested;");
}
