using LossGen.Testing;
using Xunit;

namespace LossGen.Generator.Tests.Diagnostics;

public sealed class InvalidDeclarationTests
{
    [Fact]
    public Task ReversedRange_IsReported() => LanguageRule.IsReportedInLambda(
        "LG0019", "[Range(1, 0)] is not a range: it takes the smallest and the largest value", "([[|Range(1, 0)|]] p, y) => p - y");

    [Fact]
    public Task SoftMaxLinkOfNumber_IsReported() => LanguageRule.IsReportedInLambda(
        "LG0019", "A softmax link makes a distribution of a row; the prediction is a number", "([[|Prediction(Link = Link.SoftMax)|]] p, y) => p - y");

    [Fact]
    public Task LinkAndScoreOf_AreReported() => LanguageRule.IsReportedInLambda(
        "LG0019", "Link is for a formula that is written on predictions, ScoreOf for one that is written on raw scores; it cannot be both",
        "([[|Prediction(Link = Link.Exp, ScoreOf = Link.Exp)|]] p, y) => p - y");

    [Fact]
    public Task SoftMaxAsScoreOfANumber_IsReported() => LanguageRule.IsReportedInLambda(
        "LG0019", "A softmax link makes a distribution of a row; the prediction is a number", "([[|Prediction(ScoreOf = Link.SoftMax)|]] p, y) => p - y");

    [Fact]
    public Task UnknownLink_IsReported() => LanguageRule.IsReportedInLambda(
        "LG0019", "'Link = Link.Cubic' is no link: write Link = Link.Identity, Link.Sigmoid, Link.Exp, Link.Softplus, Link.Tanh, Link.SoftMax", "([Prediction([|Link = Link.Cubic|])] p, y) => p - y");

    [Fact]
    public Task DefaultValueInLambda_IsReported() => LanguageRule.IsReportedInLambda(
        "LG0019", "'delta' cannot have a default value here: declare hyperparameters in the class's primary constructor", "(float p, float y, float delta [|= 1|]) => p - y + delta");

    [Fact]
    public Task NameDeclaredTwice_IsReported() => LanguageRule.IsReportedInLambda(
        "LG0019", "The name 'p' is declared twice", "(p, [|p|]) => p");

    [Fact]
    public Task LocalDeclaredTwice_IsReported() => LanguageRule.IsReportedInLambda(
        "LG0019", "The name 'p' is declared twice", "(p, y) => { var [|p|] = 1; return p - y; }");

    [Fact]
    public Task PredictionWithDefault_IsReported() => LanguageRule.IsReportedInMethod(
        "LG0019", "'p' cannot be a prediction: it is a hyperparameter, with a value for all samples", "(float y, [|[Prediction] float p = 1|]) => p - y;");

    [Fact]
    public Task SimplexOfNumber_IsReported() => LanguageRule.IsReportedInLambda(
        "LG0019", "[Simplex] says nothing about a number", "([[|Simplex|]] p, y) => p - y");

    [Fact]
    public Task NameThatIsNoIdentifier_IsReported() => LanguageRule.IsReported(
        "LG0019", "'1st' cannot be the name of a class", TestCompilation.Usings + "static class Losses { [Loss(Name = \"1st\")] static float [|Tested|](float p) => p; }");

    [Fact]
    public Task UndefinedPolicy_IsReported() => LanguageRule.IsReported(
        "LG0019", "The attribute's Hessian or Reduction is no member of its enum", TestCompilation.Usings + "static class Losses { [[|Loss(Hessian = (HessianPolicy)99)|]] static float Tested(float p) => p; }");

    [Theory]
    [InlineData("([Prediction] m, [Prediction] s, y) => Square(m - y) * Exp(-s) + s", "Majorizer", "it is gradient ÷ (prediction − target), and the loss has several predictions")]
    [InlineData("([Prediction(Link = Link.Sigmoid)] p, y) => Square(p - y)", "Majorizer", "it is gradient ÷ (prediction − target), and with the link Sigmoid a raw score would be compared with a target; HessianPolicy.GaussNewton is for links")]
    [InlineData("(Row z, int label) => LogSumExp(z) - z[label]", "Majorizer", "it is gradient ÷ (prediction − target), and 'label' is a label while 'z' is a row")]
    [InlineData("(Row z, y) => Square(Sum(z) - y)", "Majorizer", "it is gradient ÷ (prediction − target), and 'y' is a number while 'z' is a row")]
    [InlineData("([Prediction(Link = Link.SoftMax)] Row p, int y) => -Log(p[y])", "GaussNewton", "the softmax link makes every element of 'p' depend on all scores, so that squared slopes have no diagonal form: HessianPolicy.Exact has p(1 − p) for a cross-entropy")]
    public Task PolicyThatDoesNotFit_IsReportedAtThePolicy(string lambda, string policy, string objection) => LanguageRule.IsReported(
        "LG0019", $"HessianPolicy.{policy} does not fit: {objection}", $"{TestCompilation.Usings}[Loss(\"{lambda}\", [|Hessian = HessianPolicy.{policy}|])] public sealed partial class Tested;");

    [Fact]
    public Task ClassWeightsWithoutLabel_IsReported() => LanguageRule.IsReported(
        "LG0019",
        "[ClassWeights] belongs to one hyperparameter of a loss of class labels",
        TestCompilation.Usings + "[Loss(\"(Row z, Row t) => Dot(w * t, z)\")] public sealed partial class Tested([ClassWeights] Row [|w|]);");

    [Fact]
    public Task ClassWeightsOnNumber_IsReported() => LanguageRule.IsReported(
        "LG0019",
        "[ClassWeights] belongs to a hyperparameter of type Row, which has one weight per class",
        TestCompilation.Usings + "[Loss(\"(Row z, int label) => w * z[label]\")] public sealed partial class Tested([[|ClassWeights|]] double w);");

    [Fact]
    public Task RowAsHyperparameter_IsNot() => LanguageRule.IsSilent(
        TestCompilation.Usings + "public static class Losses { [Loss] public static double Weighted(Row z, int label, [Range(0, 10)] Row w = default) => w[label] * (LogSumExp(z) - z[label]); }");

    [Theory]
    [InlineData("p => Abs(p)", "Majorizer")]
    [InlineData("(p, y) => Abs(p - y)", "Majorizer")]
    [InlineData("(Row p, Row y) => Norm1(p - y)", "Majorizer")]
    [InlineData("(p, int y) => Abs(p - y)", "Majorizer")]
    [InlineData("(p, y) => Square(p - y)", "GaussNewton")]
    [InlineData("(Row z, int label) => LogSumExp(z) - z[label]", "Constant")]
    [InlineData("(Row z, int label) => LogSumExp(z) - z[label]", "Floor")]
    public Task PolicyThatFits_IsNot(string lambda, string policy) =>
        LanguageRule.IsSilent($"{TestCompilation.Usings}[Loss(\"{lambda}\", Hessian = HessianPolicy.{policy})] public sealed partial class Tested;");
}
