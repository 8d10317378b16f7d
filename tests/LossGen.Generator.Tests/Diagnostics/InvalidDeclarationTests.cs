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
}
