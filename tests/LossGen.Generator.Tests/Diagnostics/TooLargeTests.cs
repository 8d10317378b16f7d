using LossGen.Testing;
using Xunit;

namespace LossGen.Generator.Tests.Diagnostics;

public sealed class TooLargeTests
{
    [Fact]
    public Task LongSum_IsNestedTooDeeply() => LanguageRule.IsReportedFirst(
        "LG0008",
        "With the functions that it calls copied in, the formula has operations nested more than 400 deep",
        $"{TestCompilation.Usings}static class Losses {{ [Loss] static float Tested(float p) => {Terms(500, static index => index == 0 ? "Sin(p)" : $"Sin({index}.5f * p)", " + ")}; }}");

    [Fact]
    public Task ManyOperations_AreTooMany() => LanguageRule.IsReportedFirst(
        "LG0008",
        "With the functions that it calls copied in, the formula has more than 2000 operations",
        $"{TestCompilation.Usings}static class Losses {{ [Loss] static float Tested(float p) {{ {Terms(300, static index => $"float a{index} = Sin({index}.5f * p) + Cos({index}.25f * p) + Exp({index}.125f * p);", " ")} return p; }} }}");

    [Fact]
    public Task CopiesOfCopies_EndAtTheCall() => LanguageRule.IsReportedFirst(
        "LG0008",
        "With the functions that it calls copied in, the formula has more than 50000 steps to expand",
        $"{TestCompilation.Usings}static class Losses {{ [Loss] static float Tested(float p) => F18(p); {Terms(18, static index => $"[LossFunction] static float F{index + 1}(float x) => F{index}(F{index}(x));", " ")} [LossFunction] static float F0(float x) => x; }}");

    private static string Terms(int count, Func<int, string> term, string separator) => string.Join(separator, Enumerable.Range(0, count).Select(term));
}
