using LossGen.Testing;
using Xunit;

namespace LossGen.Generator.Tests.Diagnostics;

public sealed class SharedClassTests
{
    [Fact]
    public Task Overloads_AreReported() => LanguageRule.AreReported(
        TestCompilation.Usings + "static class Losses { [Loss] static float [|Error|](float p) => Abs(p); [Loss] static float [|Error|](Row p) => Sum(p); }",
        ("LG0022", "The loss would generate the class 'ErrorLoss', but so would 'Losses.Error(LossGen.Row)': give one of them another name with [Loss(Name = …)]"),
        ("LG0022", "The loss would generate the class 'ErrorLoss', but so would 'Losses.Error(float)': give one of them another name with [Loss(Name = …)]"));

    [Fact]
    public Task NamesThatDifferInCaseAlone_AreReported() => LanguageRule.AreReported(
        TestCompilation.Usings + "static class Losses { [Loss] static float [|Error|](float p) => Abs(p); [Loss] static float [|error|](float p) => Abs(p); }",
        ("LG0022", "The loss would generate the class 'ErrorLoss', but so would 'Losses.error(float)': give one of them another name with [Loss(Name = …)]"),
        ("LG0022", "The loss would generate the class 'errorLoss', but so would 'Losses.Error(float)': give one of them another name with [Loss(Name = …)]"));

    [Fact]
    public Task EqualNamesInDifferentNamespaces_AreAllowed() => LanguageRule.IsSilent(
        "namespace A { static class Losses { [LossGen.Loss] static float Error(float p) => p; } }",
        "namespace B { static class Losses { [LossGen.Loss] static float Error(float p) => p; } }");
}
