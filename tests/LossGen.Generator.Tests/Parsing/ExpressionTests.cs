using Xunit;

namespace LossGen.Generator.Tests.Parsing;

public sealed class ExpressionTests
{
    [Theory]
    [InlineData("(p, y) => p + y", "p + y")]
    [InlineData("(p, y) => p - y", "p − y")]
    [InlineData("(p, y) => p * y", "p·y")]
    [InlineData("(p, y) => p / y", "p / y")]
    [InlineData("(p, y) => (p - y) * (p + y)", "(p − y)·(p + y)")]
    [InlineData("p => Exp2(-p)", "2^(−p)")]
    [InlineData("(p, y) => +p - y", "p − y")]
    [InlineData("(p, y) => p < y ? p : y", "p < y ? p : y")]
    [InlineData("(p, y) => p <= y && y != 0 ? p : y", "p ≤ y ∧ y ≠ 0 ? p : y")]
    [InlineData("(p, y) => p > y || y >= 2 ? p : y", "p > y ∨ y ≥ 2 ? p : y")]
    [InlineData("(p, y) => p > 0 & y > 0 ? p : y", "p > 0 ∧ y > 0 ? p : y")]
    [InlineData("(p, y) => !(p == y) ? p : 1f", "p = y ? 1 : p")]
    [InlineData("(float p, double y) => (float)y * p", "y·p")]
    [InlineData("(p, y) => (int)p * y", "trunc(p)·y")]
    [InlineData("p => { return Sin(p); }", "sin(p)")]
    public void Operator_MeansWhatItMeansInCSharp(string lambda, string formula) => Assert.Equal(formula, ParsedLoss.Formula(lambda));

    [Theory]
    [InlineData("(p, y) => p is > 0 and < 1 ? p : y", "p > 0 ∧ p < 1 ? p : y")]
    [InlineData("(p, y) => p is < -1 or > 1 ? p : y", "p < −1 ∨ p > 1 ? p : y")]
    [InlineData("(p, y) => p is not 0 ? y : p", "p = 0 ? p : y")]
    [InlineData("(p, y) => p is (>= 0 and <= 1) ? p : y", "p ≥ 0 ∧ p ≤ 1 ? p : y")]
    [InlineData("(p, y) => p is float.NaN ? y : p", "p ≠ p ? y : p")]
    public void Pattern_IsACondition(string lambda, string formula) => Assert.Equal(formula, ParsedLoss.Formula(lambda));

    [Theory]
    [InlineData("(p, y) => p switch { < 0 => y, 0 => 1, _ => p }", "p < 0 ? y : p = 0 ? 1 : p")]
    [InlineData("(p, y) => (p - y) switch { > 1 => 1, var e when e < -1 => -e, _ => p }", "p − y > 1 ? 1 : p − y < −1 ? y − p : p")]
    [InlineData("(p, int label) => label switch { 0 => p, 1 or 2 => -p, _ => 0 }", "label = 0 ? p : label = 1 ∨ label = 2 ? −p : 0")]
    [InlineData("(p, y) => (p > y) switch { true => p, false => y }", "p > y ? p : y")]
    [InlineData("(p, y) => p switch { _ => Sin(p) * y }", "sin(p)·y")]
    public void SwitchExpression_IsAChainOfChoices(string lambda, string formula) => Assert.Equal(formula, ParsedLoss.Formula(lambda));

    [Theory]
    [InlineData("0.1f", "0.1")]
    [InlineData("1e-3", "0.001")]
    [InlineData("1_000", "1000")]
    [InlineData("0x10", "16")]
    [InlineData("2.5d", "2.5")]
    [InlineData("MathF.PI", "π")]
    [InlineData("Math.PI", "π")]
    [InlineData("float.Pi", "π")]
    [InlineData("float.PositiveInfinity", "∞")]
    [InlineData("int.MaxValue", "2147483647")]
    [InlineData("-2147483648", "−2147483648")]
    [InlineData("Math.Tau", "6.283185307179586")]
    public void Constant_IsTheNumberThatItsTextSays(string constant, string printed) =>
        Assert.Equal($"sin(p + {printed})".Replace("+ −", "− "), ParsedLoss.Formula($"p => Sin(p + {constant})"));

    [Theory]
    [InlineData("Math.Cos(p)", "cos(p)")]
    [InlineData("MathF.Cos(p)", "cos(p)")]
    [InlineData("float.Cos(p)", "cos(p)")]
    [InlineData("LossMath.Cos(p)", "cos(p)")]
    [InlineData("LossGen.LossMath.Cos(p)", "cos(p)")]
    [InlineData("global::System.Math.Cos(p)", "cos(p)")]
    [InlineData("Cos(p)", "cos(p)")]
    [InlineData("Math.Log(p, 2) * 3", "3·(log(p) / 0.6931471805599453)")]
    [InlineData("Math.Truncate(p)", "trunc(p)")]
    [InlineData("float.IsNaN(p) ? 0 : p", "p ≠ p ? 0 : p")]
    [InlineData("Math.Pow(y: 3, x: p)", "p³")]
    [InlineData("Clamp(p, max: 1, min: 0)", "clamp(p, 0, 1)")]
    [InlineData("Select(p > 0, p, 0)", "p > 0 ? p : 0")]
    public void Call_FindsTheFunctionByEachOfItsNames(string call, string formula) => Assert.Equal(formula, ParsedLoss.Formula($"p => {call}"));
}
