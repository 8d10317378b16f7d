using LossGen.Testing;
using Xunit;

namespace LossGen.Generator.Tests.Diagnostics;

public sealed class NoPredictionTests
{
    [Fact]
    public Task LossWithoutParameters_IsReported() => LanguageRule.IsReported(
        "LG0015", "The loss has no prediction: it has no parameters", TestCompilation.Usings + "static class Losses { [Loss] static float [|Tested|]() => 1; }");

    [Fact]
    public Task HyperparametersAlone_AreReported() => LanguageRule.IsReported(
        "LG0015", "The loss has no prediction: its first parameter has a default value, which makes it a hyperparameter", TestCompilation.Usings + "static class Losses { [Loss] static float [|Tested|](float p = 0, float y = 0) => p - y; }");
}
