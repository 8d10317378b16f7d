using LossGen.Generator.Model;
using LossGen.Testing;
using Xunit;

namespace LossGen.Generator.Tests.Parsing;

public sealed class ParameterTests
{
    [Fact]
    public void Roles_FollowPositionTypeAndDefaultValue()
    {
        LossModel model = Method("(float p, double y, int label, Row w, float delta = 0.5f, int n = 3, bool full = true) => full ? p + (float)y + label + Sum(w) + delta + n : 0");

        Assert.Equal(
            [
                "Prediction 0 p float ",
                "Target 0 y double ",
                "Label 0 label int ",
                "Target 1 w Row ",
                "Hyperparameter 0 delta float 0.5f",
                "Hyperparameter 1 n int 3",
                "Hyperparameter 2 full bool true",
            ],
            model.Parameters.Select(static parameter => $"{parameter.Input.Role} {parameter.Input.Position} {parameter.Input.Name} {parameter.Type} {parameter.DefaultValue}"));
    }

    [Fact]
    public void PredictionAttributes_DecideOverPosition()
    {
        LossModel model = Method("(Row anchor, [Prediction] Row positive, [Prediction] Row negative) => Dot(anchor, positive - negative)");

        Assert.Equal(["Target 0", "Prediction 0", "Prediction 1"], model.Parameters.Select(static parameter => $"{parameter.Input.Role} {parameter.Input.Position}"));
    }

    [Fact]
    public void ConstructorParameters_AreHyperparameters()
    {
        LossModel model = ParsedLoss.Of($"{TestCompilation.Usings}[Loss(\"(p, y) => gamma * Abs(p - y) + bias\")] public partial class Tested(double gamma, float bias = Tested.Zero) {{ const float Zero = 0.25f; }}")!;

        Assert.Equal(
            ["Prediction p float ", "Target y float ", "Hyperparameter gamma double ", "Hyperparameter bias float 0.25f"],
            model.Parameters.Select(static parameter => $"{parameter.Input.Role} {parameter.Input.Name} {parameter.Type} {parameter.DefaultValue}"));
    }

    [Theory]
    [InlineData("[Range(0, 1)]", 0, 1)]
    [InlineData("[Range(-1, double.MaxValue)]", -1, double.MaxValue)]
    [InlineData("[System.ComponentModel.DataAnnotations.Range(0.5, 2)]", 0.5, 2)]
    [InlineData("[AllowedValues(1, -1)]", -1, 1, -1.0, 1.0)]
    public void Domain_IsDeclaredAlikeInBothForms(string attribute, double low, double high, params double[] allowed)
    {
        Domain expected = new(low, high, allowed.ToEquatableArray(), false);

        Assert.Equal(expected, Method($"({attribute} float p, float y) => p - y").Parameters[0].Domain);
        Assert.Equal(expected, ParsedLoss.Of($"{TestCompilation.Usings}[Loss(\"({attribute} p, y) => p - y\")] public partial class Tested;")!.Parameters[0].Domain);
    }

    [Fact]
    public void Simplex_IsDeclaredOnRows() => Assert.Equal(new Domain(0, 1, [], true), Method("([Simplex] Row p) => Sum(Sin(p))").Parameters[0].Domain);

    [Theory]
    [InlineData("Link.Sigmoid", nameof(LinkKind.Sigmoid))]
    [InlineData("LossGen.Link.Exp", nameof(LinkKind.Exp))]
    [InlineData("Link.Softplus", nameof(LinkKind.Softplus))]
    [InlineData("Link.Tanh", nameof(LinkKind.Tanh))]
    [InlineData("Link.Identity", nameof(LinkKind.Identity))]
    public void Link_IsTaken(string link, string kind) =>
        Assert.Equal(kind, Method($"([Prediction(Link = {link})] float p, float y) => p - y").Parameters[0].Link.ToString());

    [Fact]
    public void ScoreOf_IsTheOutputLink_AndNoneOfTheFormula()
    {
        LossParameter scores = Method("([Prediction(ScoreOf = Link.SoftMax)] Row z, int y) => LogSumExp(z) - z[y]").Parameters[0];

        Assert.Equal((LinkKind.Identity, LinkKind.SoftMax), (scores.Link, scores.OutputLink));
    }

    [Fact]
    public void SoftMaxLink_IsTakenOnRows() => Assert.Equal(LinkKind.SoftMax, Method("([Prediction(Link = Link.SoftMax)] Row p) => Sum(Sin(p))").Parameters[0].Link);

    [Fact]
    public void Options_AreTaken()
    {
        LossModel model = ParsedLoss.Of($"{TestCompilation.Usings}[Loss(\"p => Sin(p)\", Hessian = HessianPolicy.Majorizer, Reduction = Reduction.WeightedMean, Stabilize = false)] public partial class Tested;")!;

        Assert.Equal(new LossOptions(HessianPolicyKind.Majorizer, "WeightedMean", false), model.Options);
    }

    private static LossModel Method(string parametersAndBody) =>
        ParsedLoss.Of($"{TestCompilation.Usings}public static class Losses {{ [Loss] public static float Tested{parametersAndBody}; }}")!;
}
