using LossGen.Testing;
using Xunit;

namespace LossGen.Generator.Tests.Generation;

/// <summary>What <c>Explain</c> says about batches that go wrong.</summary>
public class ExplainTests
{
    private static readonly double[] One = [1];

    [Fact]
    public void AFiniteBatch_NeedsNoExplanation() => Assert.Null(ExplainPair("(p, y) => y * Log(p)", [0.5, 1], [1, 1]));

    [Fact]
    public void LogarithmOfZero_IsNamedWithItsSampleAndInput()
    {
        LossExplanation explanation = ExplainPair("(p, y) => -y * Log(p)", [0.5, 0.25, 0, 0], [1, 1, 1, 1])!;

        Assert.Equal((2, null, "log(p)", double.NegativeInfinity, "the loss"), (explanation.Sample, explanation.Column, explanation.Expression, explanation.Result, explanation.Output));
        Assert.Equal("sample 2: log(p) is -∞ at p = 0; the loss is not finite", explanation.ToString());
    }

    [Fact]
    public void AnInfinityThatDoesNoHarm_IsPassedOver()
    {
        Assert.Null(ExplainPair("(p, y) => p + 1 / (1 + Exp(y))", One, [1000]));
        Assert.Null(ExplainPair("(p, y) => p > 0 ? y * Log(p) : y", [-1], One));
    }

    [Fact]
    public void AGradientThatFailsAlone_IsNamedAsSuch()
    {
        LossExplanation explanation = ExplainPair("(p, y) => Sqrt(p) - y", [1, 0], [1, 1])!;

        Assert.Equal((1, "∂loss/∂p"), (explanation.Sample, explanation.Output));
        Assert.True(double.IsInfinity(explanation.Result));
    }

    [Fact]
    public void ASampleOfWeightZero_IsLeftOut()
    {
        Assert.Null(ExplainPair("(p, y) => y * Log(p)", [0, 1], [1, 1], weights: [0, 1]));
        Assert.Equal(0, ExplainPair("(p, y) => y * Log(p)", [0, 1], [1, 1], weights: [1, 0])!.Sample);
    }

    [Fact]
    public void AnInputThatIsNotANumber_IsItselfTheCause() =>
        Assert.Equal("sample 1: y is NaN; the loss is not finite", ExplainPair("(p, y) => Square(p - y)", [1, 2], [1, double.NaN])!.ToString());

    [Fact]
    public void AnInputOutsideItsDomain_IsReportedWhereNothingElseFails()
    {
        const string Lambda = "([Range(0, 1)] p, [AllowedValues(0, 1)] y) => Square(p - y)";

        Assert.Null(ExplainPair(Lambda, [0, 1], [1, 0]));
        Assert.Equal("sample 1: p = 1.5, outside [0, 1]", ExplainPair(Lambda, [0, 1.5], [1, 0])!.ToString());
        Assert.Equal("sample 0: y = 0.5, outside {0, 1}", ExplainPair(Lambda, [0, 1], [0.5, 0])!.ToString());
    }

    [Fact]
    public void TheDomainOfALinkedPrediction_IsNotThatOfTheScore() =>
        Assert.Null(ExplainPair("([Range(0, 1), Prediction(Link = Link.Sigmoid)] p, y) => Square(p - y)", [5], One));

    [Fact]
    public void Hyperparameters_HaveTheInstancesValues()
    {
        object loss = Create("(p, y) => Log(p - shift) - y", "(double shift = 1)", 3.0);

        Assert.Null(Explain<double>(loss, [4], One, null));
        Assert.Equal("sample 0: log(p − shift) is NaN at p = 1, shift = 3; the loss is not finite", Explain(loss, One, One, null)!.ToString());
    }

    [Fact]
    public void SinglePrecision_OverflowsEarlier()
    {
        object loss = Create("(p, y) => Exp(p) - y", "");

        Assert.Null(Explain<double>(loss, [100], One, null));
        Assert.Equal("sample 0: e^p is ∞ at p = 100; the loss is not finite", Explain<float>(loss, [100], [1], null)!.ToString());
    }

    [Fact]
    public void Rows_NameTheColumn()
    {
        object loss = Create("(Row z, int label) => Sum(Log(z)) - z[label]", "");
        LossExplanation explanation = ExplainRow(loss, [1, 2, 3, 4, 0, 6], [0, 1], columns: 3)!;

        Assert.Equal((1, 1, "log(zᵢ)"), (explanation.Sample, explanation.Column, explanation.Expression));
        Assert.Equal("sample 1, column 1: log(zᵢ) is -∞ at z[1] = 0; the loss is not finite", explanation.ToString());
        Assert.Null(ExplainRow(loss, [1, 2, 3, 4, 5, 6], [0, 1], columns: 3));
    }

    [Fact]
    public void Pairs_NameBothOfTheirElements()
    {
        object loss = Create("(Row z, int label) => Sum(Log(z - Other(z) + 2.5)) + z[label]", "");
        LossExplanation explanation = ExplainRow(loss, [1, 2, 3, 1, 2, 4], [0, 1], columns: 3)!;

        Assert.Equal((1, 0), (explanation.Sample, explanation.Column));
        Assert.Equal([("z[0]", 1.0), ("z[2]", 4.0)], explanation.Inputs.Select(static input => (input.Name, input.Value)));
        Assert.True(double.IsNaN(explanation.Result));
        Assert.Null(ExplainRow(loss, [1, 2, 2.5, 4, 5, 5], [0, 1], columns: 3));
    }

    [Fact]
    public void AnElementThatOnlyPairsRead_IsComparedWithItsDomain()
    {
        object loss = Create("([Range(0, 3)] Row z, int label) => Sum(Relu(label - Other(z) + OneHot(label)))", "");

        Assert.Null(ExplainRow(loss, [1, 2, 3], [0], columns: 3));
        Assert.Equal("sample 0, column 1: z[1] = 4, outside [0, 3]", ExplainRow(loss, [1, 4, 3], [0], columns: 3)!.ToString());
    }

    [Fact]
    public void AFormulaThatSharesItsParts_IsNotWrittenOut()
    {
        string locals = string.Concat(Enumerable.Range(0, 7).Select(static index => $"var a{index + 1} = Sin(a{index}) * Cos(a{index}); "));
        string text = GeneratedCode.Of(TestCompilation.Create(
            $"{TestCompilation.Usings}public static class Losses {{ [Loss] public static float Tested(float p) {{ var a0 = p; {locals} return Log(a7); }} }}")).Files.Single().SourceText.ToString();

        Assert.All(text.Split('\n').Where(static line => line.Contains("TraceStep", StringComparison.Ordinal)), static line => Assert.InRange(line.Length, 0, 600));
    }

    [Fact]
    public void ABatchThatCannotBeEvaluated_IsRefused() =>
        Assert.Throws<ArgumentException>(() => ExplainPair("(p, y) => y * Log(p)", [0.5, 1], One));

    private static LossExplanation? ExplainPair(string lambda, double[] predictions, double[] targets, double[]? weights = null) =>
        Explain<double>(Create(lambda, ""), predictions, targets, weights);

    private static LossExplanation? Explain<T>(object loss, T[] predictions, T[] targets, T[]? weights)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        ILoss<T> generic = (ILoss<T>)loss;
        LossGen.Evaluation.LossBatch<T> batch = new(Reduction.Mean, weights);
        batch.AddPrediction(predictions, "p");
        batch.AddTarget(targets, "y");
        return generic.Explain(ref batch);
    }

    private static LossExplanation? ExplainRow(object loss, double[] scores, int[] labels, int columns)
    {
        LossGen.Evaluation.LossBatch<double> batch = new(Reduction.Mean, default, columns);
        batch.AddPrediction(scores, "z", InputShape.Row);
        batch.AddLabels(labels, "label");
        return ((ILoss<double>)loss).Explain(ref batch);
    }

    private static object Create(string lambda, string constructor, params object[] hyperparameters) => Activator.CreateInstance(
        GeneratedCode.Of(TestCompilation.Create($"{TestCompilation.Usings}[Loss(\"{lambda}\", Stabilize = false)] public sealed partial class Tested{constructor};")).Load().GetType("Tested", throwOnError: true)!,
        hyperparameters)!;
}
