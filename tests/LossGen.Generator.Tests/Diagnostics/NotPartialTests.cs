using LossGen.Testing;
using Xunit;

namespace LossGen.Generator.Tests.Diagnostics;

public sealed class NotPartialTests
{
    [Fact]
    public Task Type_MustBePartial() => LanguageRule.IsReported(
        "LG0009", "'Tested' must be partial, so that the loss can be generated into it", TestCompilation.Usings + "[Loss(\"(p, y) => Abs(p - y)\")] public sealed class [|Tested|];");

    [Fact]
    public Task TypeAroundIt_MustBePartial() => LanguageRule.IsReported(
        "LG0009", "'Outer' must be partial, so that the loss can be generated into it", TestCompilation.Usings + "public class [|Outer|] { [Loss(\"(p, y) => Abs(p - y)\")] public sealed partial class Tested; }");
}
