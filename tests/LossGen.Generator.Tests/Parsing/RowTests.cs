using Xunit;

namespace LossGen.Generator.Tests.Parsing;

public sealed class RowTests
{
    [Theory]
    [InlineData("(Row p, Row y) => Sum(p * y)", "Σᵢ(pᵢ·yᵢ)")]
    [InlineData("(Row p, Row y) => Dot(p, y)", "Σᵢ(pᵢ·yᵢ)")]
    [InlineData("(Row p) => Mean(p)", "Σᵢ(pᵢ) / n")]
    [InlineData("(Row p) => Max(p)", "maxᵢ(pᵢ)")]
    [InlineData("(Row p) => Min(p)", "minᵢ(pᵢ)")]
    [InlineData("(Row p) => Product(p)", "Πᵢ(pᵢ)")]
    [InlineData("(Row p) => Norm(p)", "√(Σᵢ(pᵢ²))")]
    [InlineData("(Row p) => Norm1(p)", "Σᵢ(|pᵢ|)")]
    [InlineData("(Row p) => NormInf(p)", "maxᵢ(|pᵢ|)")]
    [InlineData("(Row z) => LogSumExp(z)", "logΣexpᵢ(zᵢ)")]
    [InlineData("(Row z, int label) => -LogSoftMax(z)[label]", "logΣexpᵢ(zᵢ) − z[label]")]
    [InlineData("(Row p) => Variance(p)", "Σᵢ((pᵢ − Σᵢ(pᵢ) / n)²) / n")]
    [InlineData("(Row p) => ArgMax(p)", "minᵢ(pᵢ = maxᵢ(pᵢ) ? i : ∞)")]
    [InlineData("(Row p) => Count(p > 0)", "Σᵢ(pᵢ > 0 ? 1 : 0)")]
    [InlineData("(Row p) => Sum(p) / p.Length", "Σᵢ(pᵢ) / n")]
    [InlineData("(Row p) => Sum(p > 0 ? p : 0)", "Σᵢ(pᵢ > 0 ? pᵢ : 0)")]
    [InlineData("(Row p) => Sum(Select(p > 0 & p < 1, p, 0))", "Σᵢ(pᵢ > 0 ∧ pᵢ < 1 ? pᵢ : 0)")]
    [InlineData("(Row p, y) => Sum(Abs(p - y))", "Σᵢ(|pᵢ − y|)")]
    [InlineData("(Row p) => Sum(Max(p, 0))", "Σᵢ(max(pᵢ, 0))")]
    [InlineData("(Row p, int label) => Sum(Abs(p - OneHot(label)))", "Σᵢ(|pᵢ − (i = label ? 1 : 0)|)")]
    [InlineData("(Row p) => Sum(p * Exp(Other(p)))", "Σᵢ(pᵢ)·Σᵢ(e^pᵢ)")]
    [InlineData("(Row p) => Sum(Relu(p - Other(p)))", "Σᵢⱼ(relu(pᵢ − pⱼ))")]
    [InlineData("(Row p) => Mean(Relu(p - Other(p)))", "Σᵢⱼ(relu(pᵢ − pⱼ)) / n²")]
    [InlineData("(Row p, Row y) => Dot(Relu(p - Other(p)), y)", "Σᵢ(Σⱼ(relu(pᵢ − pⱼ))·yᵢ)")]
    [InlineData("(Row p, Row y) => Sum(p) / Count(y > Other(y))", "Σᵢ(pᵢ) / Σᵢⱼ(yᵢ > yⱼ ? 1 : 0)")]
    [InlineData("(Row p, Row y) => Sum(p) / Count(y - Other(y))", "Σᵢ(pᵢ) / n²")]
    [InlineData("(Row p) => Sum(Other(p))", "n·Σᵢ(pᵢ)")]
    [InlineData("(Row p) => Sum(Abs(p - Other(SoftMax(p))))", "Σᵢⱼ(|pᵢ − softmax(pⱼ)|)")]
    [InlineData("(Row p, int label) => Sum(Abs(p - Other(OneHot(label))))", "Σᵢⱼ(|pᵢ − (j = label ? 1 : 0)|)")]
    [InlineData("(Row p, Row y) => Sum(Select(y > Other(y), 1, 1)) * Sum(p)", "n·n·Σᵢ(pᵢ)")]
    public void Function_IsMadeOfReductions(string lambda, string formula) => Assert.Equal(formula, ParsedLoss.Formula(lambda));

    [Theory]
    [InlineData("(Row p, int label) => p[label]", "p[label]", 0)]
    [InlineData("(Row p) => p[0]", "p[0]", 1)]
    [InlineData("(Row p) => p[2] - p[1]", "p[2] − p[1]", 3)]
    [InlineData("(Row p) => p[^2]", "p[n − 2]", 2)]
    [InlineData("(Row p, Row y, int label) => Abs(p - y)[label]", "|p[label] − y[label]|", 0)]
    [InlineData("(Row p, int label) => (p - Max(p))[label]", "p[label] − maxᵢ(pᵢ)", 0)]
    [InlineData("(Row p, int label) => (p > 0)[label] ? Sum(p) : 0", "p[label] > 0 ? Σᵢ(pᵢ) : 0", 0)]
    public void Index_TakesTheElementOfAnyRow(string lambda, string formula, int minimumColumns)
    {
        Model.LossModel? model = ParsedLoss.Of($"{LossGen.Testing.TestCompilation.Usings}[Loss(\"{lambda}\")] public partial class Tested;");

        Assert.Equal(formula, ParsedLoss.Simplified(model!));
        Assert.Equal(minimumColumns, model?.MinimumColumns);
    }

    [Theory]
    [InlineData("(Row p, Row y) => Square(p[0] - y[2])", true)]
    [InlineData("(Row p, y) => Square(p[1] - y)", true)]
    [InlineData("(Row p, Row y) => Square((p - y)[1])", true)]
    [InlineData("(Row p) => p[^2] - p[0]", false)]
    [InlineData("(Row p) => Sum(p) - p[0]", false)]
    [InlineData("(Row p) => p[0] / p.Length", false)]
    [InlineData("(Row p, Row y) => Square(p[0]) + Max(y)", false)]
    [InlineData("(Row p, int label) => Square(p[0]) + label", false)]
    [InlineData("([Prediction(Link = Link.SoftMax)] Row p, y) => -y * Log(p[0])", false)]
    [InlineData("([Simplex] Row p, y) => -y * Log(p[0])", false)]
    [InlineData("(p, y) => Square(p - y)", false)]
    public void ReadAtFixedNumbersAlone_FixesTheColumns(string lambda, bool hasFixedColumns) =>
        Assert.Equal(hasFixedColumns, ParsedLoss.Of($"{LossGen.Testing.TestCompilation.Usings}[Loss(\"{lambda}\")] public partial class Tested;")?.HasFixedColumns);
}
