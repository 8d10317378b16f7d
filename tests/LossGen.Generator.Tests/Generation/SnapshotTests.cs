using LossGen.Testing;
using Xunit;

namespace LossGen.Generator.Tests.Generation;

/// <summary>What is generated, as files that a reviewer reads.</summary>
public sealed class SnapshotTests
{
    [Fact]
    public void AttributedMethod() => Verify("""
        namespace Demo;

        public static class RobustLosses
        {
            /// <summary>Quadratic near zero, linear in the tails.</summary>
            [Loss]
            public static float Huber(float prediction, float target, float delta = 1f)
            {
                var error = Abs(prediction - target);
                return error <= delta ? 0.5f * error * error : delta * (error - 0.5f * delta);
            }
        }
        """);

    [Fact]
    public void ExpressionWithLink() => Verify("""
        namespace Demo;

        [Loss("([Prediction(Link = Link.Sigmoid)] p, y) => -(y * Log(p) + (1 - y) * Log(1 - p))")]
        public sealed partial class BinaryCrossEntropy;
        """);

    [Fact]
    public void HyperparameterExponent() => Verify("""
        namespace Demo;

        [Loss("([Range(0, 1)] p, y) => -y * Pow(1 - p, gamma) * Log(p) - (1 - y) * Pow(p, gamma) * Log(1 - p)")]
        public sealed partial class Focal(float gamma = 2f);
        """);

    [Fact]
    public void RowAndLabel() => Verify("""
        namespace Demo;

        [Loss("(Row scores, int label) => LogSumExp(scores) - scores[label]")]
        public sealed partial class SoftmaxCrossEntropy;
        """);

    [Fact]
    public void SeveralPredictions() => Verify("""
        namespace Demo;

        [Loss("([Prediction] mean, [Prediction] logVariance, target) => 0.5 * (logVariance + Square(mean - target) * Exp(-logVariance))")]
        public sealed partial class GaussianNegativeLogLikelihood;
        """);

    [Fact]
    public void PairsOfElements() => Verify("""
        namespace Demo;

        [Loss("(Row scores, Row relevance) => Sum(Select(relevance > Other(relevance), Relu(margin - (scores - Other(scores))), 0))")]
        public sealed partial class PairwiseHinge(float margin = 1f);
        """);

    private static void Verify(string source, [System.Runtime.CompilerServices.CallerMemberName] string test = "") => Snapshot.Verify(
        GeneratorRun.Generate(TestCompilation.Create(TestCompilation.Usings + source)).Files.ToDictionary(
            static file => Path.GetFileNameWithoutExtension(file.HintName),
            static file => file.SourceText.ToString()),
        test: test);
}
