using LossGen.Generator.Parsing;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace LossGen.Generator.Tests.Parsing;

public sealed class LiteralOffsetsTests
{
    [Theory]
    [InlineData("\"a + x\"")]
    [InlineData("\"a\\t+ \\u0061 \\x41 x\"")]
    [InlineData("\"\\U0001F600 x\"")]
    [InlineData("@\"a\"\"b x\"")]
    [InlineData("\"\"\"a x\"\"\"")]
    [InlineData("\"\"\"\"a \"\"\" x\"\"\"\"")]
    [InlineData("\"\"\"\n    a\n      b x\n    \"\"\"")]
    [InlineData("\"\"\"\n    a\n\n    x\n    \"\"\"")]
    [InlineData("\"\"\"\r\n    a\r\n    x\r\n    \"\"\"")]
    [InlineData("\"a\" + (\"b \" + @\"c x\")")]
    public void CharacterOfTheValue_IsFoundInTheSource(string source)
    {
        ExpressionSyntax expression = SyntaxFactory.ParseExpression(source);
        string value = Concatenate(expression);

        System.Collections.Immutable.ImmutableArray<int> offsets = LiteralOffsets.Of(expression, value);

        Assert.Equal(value.Length + 1, offsets.Length);
        Assert.Equal(source.LastIndexOf('x'), offsets[value.LastIndexOf('x')]);
    }

    [Fact]
    public void ConstantThatIsNoLiteral_HasNoOffsets() => Assert.True(LiteralOffsets.Of(SyntaxFactory.ParseExpression("Formula + \"x\""), "abx").IsDefault);

    /// <summary>What the C# compiler makes of the literals.</summary>
    private static string Concatenate(ExpressionSyntax expression) =>
        string.Concat(expression.DescendantTokens().Where(static token => token.Value is string && token.Text.Contains('"')).Select(static token => token.ValueText));
}
