using LossGen.Testing;
using Xunit;

namespace LossGen.Generator.Tests.Diagnostics;

public sealed class NameClashTests
{
    [Fact]
    public Task ClassThatIsNotPartial_IsInTheWay() => LanguageRule.IsReported(
        "LG0007", "The loss would generate the class 'HuberLoss', but a class of that name is not partial", TestCompilation.Usings + "public class HuberLoss; public static class Losses { [Loss] public static float [|Huber|](float p, float y) => Abs(p - y); }");

    [Fact]
    public Task TypeOfAnotherKind_IsInTheWay() => LanguageRule.IsReported(
        "LG0007", "The loss would generate the class 'HuberLoss', but a type of another kind has that name", TestCompilation.Usings + "public struct HuberLoss; public static class Losses { [Loss] public static float [|Huber|](float p, float y) => Abs(p - y); }");

    [Fact]
    public Task Namespace_IsInTheWay() => LanguageRule.IsReported(
        "LG0007", "The loss would generate the class 'HuberLoss', but there is a namespace of that name", TestCompilation.Usings + "namespace HuberLoss { class C; } public static class Losses { [Loss] public static float [|Huber|](float p, float y) => Abs(p - y); }");

    [Fact]
    public Task NameOfMember_IsReported() => LanguageRule.IsReported(
        "LG0007", "The loss would generate the class 'Loss', but the class has a member of that name", TestCompilation.Usings + "public static class Losses { [Loss] public static float [|Loss|](float p, float y) => Abs(p - y); }");

    [Fact]
    public Task HyperparameterNamedAsMember_IsReported() => LanguageRule.IsReported(
        "LG0007", "The loss would generate the class 'HuberLoss', but its member 'Reduction' for the parameter 'reduction' would be there twice", TestCompilation.Usings + "public static class Losses { [Loss] public static float Huber(float p, float y, float [|reduction|] = 1) => reduction * Abs(p - y); }");

    [Fact]
    public Task HyperparameterNamedAsAKernel_IsReported() => LanguageRule.IsReported(
        "LG0007", "The loss would generate the class 'ShapeLoss', but its member 'LossKernel2' for the parameter 'lossKernel2' would be there twice", TestCompilation.Usings + "public static class Losses { [Loss] public static float Shape(float p, float y, float [|lossKernel2|] = 1) => lossKernel2 == 0 ? Abs(p - y) : Exp(p - y); }");

    [Fact]
    public Task OwnMemberOfGeneratedName_IsReported() => LanguageRule.IsReported(
        "LG0007", "The loss would generate the class 'Huber', but 'Huber' has a member 'Value' of its own", TestCompilation.Usings + "[Loss(\"(p, y) => Abs(p - y)\")] public partial class [|Huber|] { public int Value => 1; }");

    [Fact]
    public Task BaseThatIsALoss_IsReported() => LanguageRule.IsReported(
        "LG0007", "The loss would generate the class 'Huber', but its base 'Parabola' is a loss, too, and has members of the same names", TestCompilation.Usings + "[Loss(\"(p, y) => Square(p - y)\")] public partial class Parabola; [Loss(\"(p, y) => Abs(p - y)\")] public partial class [|Huber|] : Parabola;");
}
