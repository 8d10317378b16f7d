using System.ComponentModel.DataAnnotations;
using Xunit;
using static LossGen.LossMath;

namespace LossGen.Tests.Reference;

/// <summary>Losses as users write them, in float and in double: they compile without a cast and run as their own reference.</summary>
public sealed class DeclarationTests
{
    private static float Huber(float prediction, float target, float delta = 1f)
    {
        var error = Abs(prediction - target);
        return error <= delta ? 0.5f * error * error : delta * (error - 0.5f * delta);
    }

    private static float BinaryCrossEntropy([Prediction(Link = Link.Sigmoid), Range(0, 1)] float p, [AllowedValues(0f, 1f)] float y) =>
        -(y * Log(p) + (1 - y) * Log(1 - p));

    private static double Logistic(double score, double label) => Softplus(score) - label * score;

    private static float CrossEntropy(Row scores, int label) => LogSumExp(scores) - scores[label];

    private static double CrossEntropyInDouble(Row scores, int label) => LogSumExp(scores) - scores[label];

    private static float SoftMaxOfLabel(Row scores, int label) => -Log(SoftMax(scores)[label]);

    private static float SmoothedCrossEntropy(Row scores, int label, float smoothing = 0.1f) =>
        -Dot(OneHot(label) * (1 - smoothing) + smoothing / Count(scores), LogSoftMax(scores));

    private static float HalfSquaredDistance(Row prediction, Row target) => 0.5f * Sum(Square(prediction - target));

    private static float HalfSum(Row row)
    {
        float sum = Sum(row);
        return sum / 2;
    }

    private static float Cosine(Row z, Row t) => 1 - Sum(z * t) / (Norm(z) * Norm(t));

    private static float Triplet([Prediction] Row anchor, [Prediction] Row positive, [Prediction] Row negative, float margin = 1f) =>
        Max(0f, Norm(anchor - positive) - Norm(anchor - negative) + margin);

    private static double TripletInDouble([Prediction] Row anchor, [Prediction] Row positive, [Prediction] Row negative, double margin = 1) =>
        Max(0f, Norm(anchor - positive) - Norm(anchor - negative) + margin);

    private static float Contrastive(Row a, Row b, bool same, float margin = 1)
    {
        var distance = Norm(a - b);
        return same ? Square(distance) : distance switch
        {
            < 0.5f => 1,
            _ => Square(Max(0, margin - distance)),
        };
    }

    private static float KullbackLeibler([Simplex] Row prediction, [Simplex] Row target) => Sum(XLogY(target, target) - XLogY(target, prediction));

    private static float BerHu(float prediction, float target, float threshold = 0.2f)
    {
        var error = Abs(prediction - target);
        if (error <= threshold)
            return error;

        return (error * error + threshold * threshold) / (2 * threshold);
    }

    private static float ModifiedHuber(float score, float label)
    {
        var margin = (2 * label - 1) * score;
        return margin switch
        {
            >= 1 => 0,
            >= -1 => Square(1 - margin),
            _ => -4 * margin,
        };
    }

    private static float SoftDice([Prediction(Link = Link.Sigmoid)] Row mask, Row truth, float smooth = 1f) =>
        1 - (2 * Dot(mask, truth) + smooth) / (Sum(mask) + Sum(truth) + smooth);

    private static float MaskedSquaredError(Row prediction, Row target) =>
        Sum(Select(IsFinite(target), Square(prediction - target), 0)) / Max(1f, Count(IsFinite(target)));

    [Fact]
    public void ScalarLosses_RunAsWritten()
    {
        Assert.Equal(0.125f, Huber(1.5f, 1));
        Assert.Equal(2.5f, Huber(4, 1));
        Assert.Equal(1.375f, Huber(1, 4, 0.5f));
        Assert.Equal(0.6931472f, BinaryCrossEntropy(0.5f, 1));
        Assert.Equal(Math.Log(2), Logistic(0, 1), 1e-15);
        Assert.Equal(0.25f, BerHu(0.75f, 0.5f, 0.25f));
        Assert.Equal(2.125f, BerHu(1, 0, 0.25f));
        Assert.Equal(0, ModifiedHuber(-1, 0));
        Assert.Equal(1, ModifiedHuber(0, 1));
        Assert.Equal(8, ModifiedHuber(2, 0));
    }

    [Fact]
    public void RowLosses_RunAsWritten()
    {
        Row scores = [1f, 2f, 3f];
        var expected = Math.Log(1 + Math.Exp(-1) + Math.Exp(-2)) + 1;

        Assert.Equal(expected, CrossEntropy(scores, 1), 1e-6);
        Assert.Equal(expected, CrossEntropyInDouble(scores, 1), 1e-6);
        Assert.Equal(expected, SoftMaxOfLabel(scores, 1), 1e-6);
        Assert.Equal(expected, SmoothedCrossEntropy(scores, 1, 0), 1e-6);
        Assert.Equal(expected, SmoothedCrossEntropy(scores, 1, 0.3f), 1e-6);
        Assert.Equal(7, HalfSquaredDistance(scores, scores * 0));
        Assert.Equal(3, HalfSum(scores));
        Assert.Equal(0, Cosine(scores, 2 * scores), 1e-6f);
        Assert.Equal(0.2f, SoftDice([1, 0.5, 0.5], [1, 0, 1]), 1e-6f);
        Assert.Equal(2.5f, MaskedSquaredError(scores, [2, double.NaN, 1]));
        Assert.Equal(0, MaskedSquaredError(scores, scores * double.NaN));
    }

    [Fact]
    public void EmbeddingLosses_RunAsWritten()
    {
        Row origin = [0f, 0f];
        Row near = [3f, 4f];
        Row far = [6f, 8f];

        Assert.Equal(0, Triplet(origin, near, far));
        Assert.Equal(6, Triplet(origin, far, near));
        Assert.Equal(7.5, TripletInDouble(origin, far, near, 2.5));
        Assert.Equal(25, Contrastive(origin, near, same: true));
        Assert.Equal(1, Contrastive(origin, origin, same: false));
        Assert.Equal(0.25f, Contrastive(origin, near, same: false, margin: 5.5f));
        Assert.Equal((float)Math.Log(2), KullbackLeibler([0.5f, 0.5f], [1f, 0f]));
    }

    [Fact]
    public void Attributes_HoldWhatTheDesignSaysByDefault()
    {
        var declaration = new LossAttribute("(p, y) => Square(p - y)");

        Assert.Equal("(p, y) => Square(p - y)", declaration.Expression);
        Assert.Equal(HessianPolicy.Exact, declaration.Hessian);
        Assert.Equal(Reduction.Mean, declaration.Reduction);
        Assert.True(declaration.Stabilize);
        Assert.Null(declaration.Name);
        Assert.Null(new LossAttribute().Expression);
        Assert.Equal(Link.Identity, new PredictionAttribute().Link);
    }
}
