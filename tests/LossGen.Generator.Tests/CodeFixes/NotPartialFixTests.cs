using LossGen.CodeFixes;
using LossGen.Testing;
using Xunit;

namespace LossGen.Generator.Tests.CodeFixes;

public sealed class NotPartialFixTests
{
    private const string Loss = "[Loss(\"(p, y) => Abs(p - y)\")]";

    [Fact]
    public Task Type_BecomesPartialAfterItsModifiers() => LanguageFix.Turns<NotPartialFix>(
        $"{TestCompilation.Usings}{Loss} public sealed /* here */ class Tested;",
        $"{TestCompilation.Usings}{Loss} public sealed /* here */ partial class Tested;");

    [Fact]
    public Task TypesAroundIt_BecomePartialWithIt() => LanguageFix.Turns<NotPartialFix>(
        $"{TestCompilation.Usings}class Outer {{ readonly partial record struct Middle {{ {Loss} public sealed partial class Tested; }} }}",
        $"{TestCompilation.Usings}partial class Outer {{ readonly partial record struct Middle {{ {Loss} public sealed partial class Tested; }} }}");

    [Fact]
    public Task AllTypes_BecomePartialOnce() => LanguageFix.TurnsAll<NotPartialFix>(
        $"{TestCompilation.Usings}class Outer {{ record struct Middle {{ {Loss} public sealed class Tested; {Loss} public sealed class Other; }} }}\n{Loss} sealed class Alone;",
        $"{TestCompilation.Usings}partial class Outer {{ partial record struct Middle {{ {Loss} public sealed partial class Tested; {Loss} public sealed partial class Other; }} }}\n{Loss} sealed partial class Alone;");
}
