using LossGen.Testing;
using Xunit;

namespace LossGen.Generator.Tests.Diagnostics;

public sealed class InvalidPlacementTests
{
    [Fact]
    public Task GenericMethod_IsReported() => LanguageRule.IsReported(
        "LG0018", "'Tested' cannot be a loss: it is generic, and formulas are on numbers and rows", TestCompilation.Usings + "static class Losses { [Loss] static float [|Tested|]<T>(float p) => p; }");

    [Fact]
    public Task AbstractMethod_IsReported() => LanguageRule.IsReported(
        "LG0018", "'Tested' cannot be a loss: it has no body", TestCompilation.Usings + "abstract class Losses { [Loss] public abstract float [|Tested|](float p); }");

    [Fact]
    public Task ExpressionOnMethod_IsReported() => LanguageRule.IsReported(
        "LG0018", "'Tested' cannot be a loss: a method's body is its formula, so the attribute takes no expression", TestCompilation.Usings + "static class Losses { [Loss(\"p => p\")] static float [|Tested|](float p) => p; }");

    [Fact]
    public Task ClassWithoutExpression_IsReported() => LanguageRule.IsReported(
        "LG0018", "'Tested' cannot be a loss: a class needs its formula in the attribute, as in [Loss(\"(p, y) => Square(p - y)\")]", TestCompilation.Usings + "[Loss] public partial class [|Tested|];");

    [Fact]
    public Task StaticClass_IsReported() => LanguageRule.IsReported(
        "LG0018", "'Tested' cannot be a loss: it is static, and a loss has instances: they hold its hyperparameters", TestCompilation.Usings + "[Loss(\"p => p\")] public static partial class [|Tested|];");

    [Fact]
    public Task AbstractClass_IsReported() => LanguageRule.IsReported(
        "LG0018", "'Tested' cannot be a loss: it is abstract", TestCompilation.Usings + "[Loss(\"p => p\")] public abstract partial class [|Tested|];");

    [Fact]
    public Task FileLocalClass_IsReported() => LanguageRule.IsReported(
        "LG0018", "'Tested' cannot be a loss: 'Tested' is local to its file, and the generated part stands in another", TestCompilation.Usings + "[Loss(\"p => p\")] file partial class [|Tested|];");

    [Fact]
    public Task NameOnClass_IsReported() => LanguageRule.IsReported(
        "LG0018", "'Tested' cannot be a loss: Name is for methods; a class has its own name", TestCompilation.Usings + "[Loss(\"p => p\", Name = \"Other\")] public partial class [|Tested|];");

    [Fact]
    public Task LocalFunction_IsReported() => LanguageRule.IsReported(
        "LG0018", "'F' cannot be a loss: only methods and partial classes can", TestCompilation.Usings + "static class Losses { static float M(float x) { [[|Loss|]] static float F(float p) => p; return F(x); } }");

    [Fact]
    public Task Lambda_IsReported() => LanguageRule.IsReported(
        "LG0018", "'lambda' cannot be a loss: only methods and partial classes can", TestCompilation.Usings + "static class Losses { static readonly Func<float, float> F = [[|Loss|]] (float p) => p; }");

    [Fact]
    public Task Accessor_IsReported() => LanguageRule.IsReported(
        "LG0018", "'get_One' cannot be a loss: only methods and partial classes can", TestCompilation.Usings + "static class Losses { static float One { [[|Loss|]] get => 1; } }");
}
