using LossGen.CodeFixes;
using LossGen.Testing;
using Xunit;

namespace LossGen.Generator.Tests.CodeFixes;

public sealed class UnknownNameFixTests
{
    [Fact]
    public Task NameInString_BecomesTheSuggestedOne() => LanguageFix.Turns<UnknownNameFix>(
        TestCompilation.Usings + "[Loss(\"(p, y) => dleta * Abs(p - y)\")] public sealed partial class Tested(float delta = 1f);",
        TestCompilation.Usings + "[Loss(\"(p, y) => delta * Abs(p - y)\")] public sealed partial class Tested(float delta = 1f);");

    [Fact]
    public Task NameInMethod_BecomesTheSuggestedOne() => LanguageFix.TurnsMethod<UnknownNameFix>(
        "float Tested(float prediction, float target) => Square(predicton - target);",
        "float Tested(float prediction, float target) => Square(prediction - target);");

    [Fact]
    public Task NameLikeNoOther_HasNoFix() => LanguageFix.IsNotOffered<UnknownNameFix>(
        "LG0012", LanguageFix.Lambda("(p, y) => temperature * Square(p - y)"));
}
