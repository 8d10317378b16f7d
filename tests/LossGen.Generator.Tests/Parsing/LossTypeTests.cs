using LossGen.Generator.Model;
using LossGen.Generator.Parsing;
using LossGen.Testing;
using Xunit;

namespace LossGen.Generator.Tests.Parsing;

public sealed class LossTypeTests
{
    [Theory]
    [InlineData("[Loss] public static float Huber(float p) => p;", "public HuberLoss")]
    [InlineData("[Loss] public static float HuberLoss(float p) => p;", "public HuberLoss")]
    [InlineData("[Loss(Name = \"Robust\")] public static float Huber(float p) => p;", "public Robust")]
    [InlineData("[Loss] internal static float Huber(float p) => p;", "internal HuberLoss")]
    [InlineData("[Loss] private static float Huber(float p) => p;", "internal HuberLoss")]
    public void ClassOfMethod_TakesNameAndAccessibility(string method, string expected)
    {
        LossType type = ParsedLoss.Of($"{TestCompilation.Usings}namespace A.B {{ public class Outer {{ {method} }} }}")!.Type;

        Assert.Equal(expected, $"{type.Header.Accessibility} {type.Header.Name}");
        Assert.Equal("A.B", type.Namespace);
        Assert.False(type.CompletesPartialType);
        Assert.Empty(type.ContainingTypes);
    }

    [Fact]
    public void OwnPartOfClass_DecidesItsAccessibility() => Assert.Equal(
        "internal", ParsedLoss.Of($"{TestCompilation.Usings} internal partial class HuberLoss; public static class Losses {{ [Loss] public static float Huber(float p) => p; }}")!.Type.Header.Accessibility);

    [Fact]
    public void CompletedType_KeepsItsHeaders()
    {
        LossType type = ParsedLoss.Of($"{TestCompilation.Usings}namespace @event {{ public partial struct Outer<T> {{ internal partial record Middle {{ [Loss(\"p => Sin(p)\")] private sealed partial class @class; }} }} }}")!.Type;

        Assert.Equal(new TypeHeader("private", "class", "@class", ""), type.Header);
        Assert.Equal([new TypeHeader("public", "struct", "Outer", "<T>"), new TypeHeader("internal", "record", "Middle", "")], type.ContainingTypes);
        Assert.Equal("@event", type.Namespace);
        Assert.Equal("event.Outer-1.Middle.class.g.cs", HintNames.Of(type));
    }

    [Fact]
    public void Summary_IsThePlainTextOfTheAuthors() => Assert.Equal("Quadratic near p, & so on.", ParsedLoss.Of($$"""
        {{TestCompilation.Usings}}
        public static class Losses
        {
            /// <summary>
            /// Quadratic near <paramref name="p"/>, &amp;
            /// <b>so</b> on.
            /// </summary>
            [Loss] public static float Huber(float p) => p;
        }
        """)!.Summary);

    [Fact]
    public void Source_IsTheFormulaAsWritten() => Assert.Equal("var e = p;\nif (e > 0)\n    return e;\nreturn 0;", ParsedLoss.Of($$"""
        {{TestCompilation.Usings}}
        public static class Losses
        {
            [Loss] public static float Huber(float p)
            {
                var e = p;
                if (e > 0)
                    return e;
                return 0;
            }
        }
        """)!.Source);
}
