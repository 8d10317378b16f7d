using LossGen.CodeFixes;
using Xunit;

namespace LossGen.Generator.Tests.CodeFixes;

public sealed class IntegerArithmeticFixTests
{
    [Fact]
    public Task LiteralInString_BecomesReal() => LanguageFix.TurnsLambda<IntegerArithmeticFix>(
        "(p, y) => 1 / 2 * Square(p - y)",
        "(p, y) => 1f / 2 * Square(p - y)");

    [Fact]
    public Task DivisorOfLabel_BecomesReal() => LanguageFix.TurnsLambda<IntegerArithmeticFix>(
        "(p, int label) => p * (label / 10)",
        "(p, int label) => p * (label / 10f)");

    [Fact]
    public Task DividendWithoutLiteral_IsCast() => LanguageFix.TurnsLambda<IntegerArithmeticFix>(
        "(p, int label, int size) => p * (label / size)",
        "(p, int label, int size) => p * ((float)label / size)");

    [Fact]
    public Task ProductAsDividend_IsCastAsAWhole() => LanguageFix.TurnsLambda<IntegerArithmeticFix>(
        "(p, int label, int size) => p * (label * 3 / size)",
        "(p, int label, int size) => p * ((float)(label * 3) / size)");

    [Fact]
    public Task HexadecimalLiteral_IsCast() => LanguageFix.TurnsLambda<IntegerArithmeticFix>(
        "(p, y) => 0x10 / 0x20 * Square(p - y)",
        "(p, y) => (float)0x10 / 0x20 * Square(p - y)");

    [Fact]
    public Task MethodOnFloat_DividesFloats() => LanguageFix.TurnsMethod<IntegerArithmeticFix>(
        "float Tested(float p, float y) { var half = 1 / 2; return half * Square(p - y); }",
        "float Tested(float p, float y) { var half = 1f / 2; return half * Square(p - y); }");

    [Fact]
    public Task MethodOnDouble_DividesDoubles() => LanguageFix.TurnsMethod<IntegerArithmeticFix>(
        "double Tested(double p, double y) => -(1 / 3) * Square(p - y);",
        "double Tested(double p, double y) => -(1.0 / 3) * Square(p - y);");

    [Fact]
    public Task ComparedQuotient_BecomesReal() => LanguageFix.TurnsMethod<IntegerArithmeticFix>(
        "float Tested(float p, int label) => label / 2 > 1 ? p : -p;",
        "float Tested(float p, int label) => label / 2f > 1 ? p : -p;");

    [Fact]
    public Task AllQuotients_BecomeReal() => LanguageFix.TurnsAll<IntegerArithmeticFix>(
        LanguageFix.Lambda("(p, y) => 1 / 2 * Square(p - y) + 1 / 4 * Abs(p - y)"),
        LanguageFix.Lambda("(p, y) => 1f / 2 * Square(p - y) + 1f / 4 * Abs(p - y)"));

    [Fact]
    public Task QuotientInIntegerLocal_HasNoFix() => LanguageFix.IsNotOffered<IntegerArithmeticFix>(
        "LG0011", LanguageFix.Method("float Tested(float p, float y) { int half = 1 / 2; return half * Square(p - y); }"));

    [Fact]
    public Task Caret_HasNoFix() => LanguageFix.IsNotOffered<IntegerArithmeticFix>(
        "LG0011", LanguageFix.Lambda("(p, y) => y - (p ^ 2)"));
}
