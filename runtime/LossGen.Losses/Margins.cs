using System.ComponentModel.DataAnnotations;
using static LossGen.LossMath;

namespace LossGen.Losses;

/// <summary>
/// Losses of a score and the label of one of two classes, as formulas: functions of the margin m, the product of score and label. Labels are ±1; 0 means the
/// same as −1.
/// </summary>
public static class Margins
{
    /// <summary>max(0, c − m), hinge: the loss of support vector machines (C. Cortes and V. Vapnik 1995).</summary>
    /// <param name="score">The score f.</param>
    /// <param name="label">The label y: ±1, or 0 and 1.</param>
    /// <param name="margin">The margin c to keep; 0 makes it the perceptron's loss.</param>
    /// <returns>The loss, at least 0.</returns>
    [Loss]
    public static double Hinge(double score, [AllowedValues(-1, 0, 1)] double label, [Range(0.0, 1e6)] double margin = 1) =>
        Relu(margin - BinaryLabels.Margin(score, label));

    /// <summary>max(0, c − m)²: hinge with a smooth corner, and outliers that matter more.</summary>
    /// <param name="score">The score f.</param>
    /// <param name="label">The label y: ±1, or 0 and 1.</param>
    /// <param name="margin">The margin c to keep.</param>
    /// <returns>The loss, at least 0.</returns>
    [Loss]
    public static double SquaredHinge(double score, [AllowedValues(-1, 0, 1)] double label, [Range(0.0, 1e6)] double margin = 1) =>
        Square(Relu(margin - BinaryLabels.Margin(score, label)));

    /// <summary>(1 − m)²/(2γ) within γ of the margin 1, and linear below (S. Shalev-Shwartz and T. Zhang 2013). ML.NET's <c>SmoothedHingeLoss</c>.</summary>
    /// <param name="score">The score f.</param>
    /// <param name="label">The label y: ±1, or 0 and 1.</param>
    /// <param name="gamma">The width γ of the rounding, positive.</param>
    /// <returns>The loss, at least 0.</returns>
    [Loss]
    public static double SmoothedHinge(double score, [AllowedValues(-1, 0, 1)] double label, [Range(1e-6, 1e3)] double gamma = 1)
    {
        var margin = BinaryLabels.Margin(score, label);
        if (margin >= 1)
        {
            return 0;
        }

        return margin > 1 - gamma ? Square(1 - margin) / (2 * gamma) : 1 - margin - (gamma / 2);
    }

    /// <summary>max(0, 1 − m)² down to m = −1, and −4m below (T. Zhang 2004): as smooth as the squared hinge, as patient with outliers as hinge.</summary>
    /// <param name="score">The score f.</param>
    /// <param name="label">The label y: ±1, or 0 and 1.</param>
    /// <returns>The loss, at least 0.</returns>
    [Loss]
    public static double ModifiedHuber(double score, [AllowedValues(-1, 0, 1)] double label)
    {
        var margin = BinaryLabels.Margin(score, label);
        return margin >= -1 ? Square(Relu(1 - margin)) : -4 * margin;
    }

    /// <summary>max(0, −m): what Rosenblatt's perceptron minimises (1958).</summary>
    /// <param name="score">The score f.</param>
    /// <param name="label">The label y: ±1, or 0 and 1.</param>
    /// <returns>The loss, at least 0.</returns>
    [Loss]
    public static double Perceptron(double score, [AllowedValues(-1, 0, 1)] double label) => Relu(-BinaryLabels.Margin(score, label));

    /// <summary>(1 − m)²: least squares on the margin, which punishes large margins, too. <c>L2MarginLoss</c> of LossFunctions.jl.</summary>
    /// <param name="score">The score f.</param>
    /// <param name="label">The label y: ±1, or 0 and 1.</param>
    /// <returns>The loss, at least 0.</returns>
    [Loss]
    public static double L2Margin(double score, [AllowedValues(-1, 0, 1)] double label) => Square(1 - BinaryLabels.Margin(score, label));

    /// <summary>d for similar pairs, max(0, c − d) for others, of a distance d. PyTorch's <c>HingeEmbeddingLoss</c>.</summary>
    /// <param name="distance">The distance d of a pair.</param>
    /// <param name="label">1 for similar, −1 or 0 for others.</param>
    /// <param name="margin">The distance c that others should have.</param>
    /// <returns>The loss.</returns>
    [Loss]
    public static double HingeEmbedding(double distance, [AllowedValues(-1, 0, 1)] double label, [Range(0.0, 1e6)] double margin = 1) =>
        label > 0 ? distance : Relu(margin - distance);

    /// <summary>max(0, c − y·(f₁ − f₂)): which of two scores should be the higher (R. Herbrich et al. 1999). PyTorch's <c>MarginRankingLoss</c>.</summary>
    /// <param name="first">The first score.</param>
    /// <param name="second">The second score.</param>
    /// <param name="label">1 if the first should be higher, −1 or 0 if the second.</param>
    /// <param name="margin">By how much, c.</param>
    /// <returns>The loss, at least 0.</returns>
    [Loss]
    public static double MarginRanking(
        [Prediction] double first, [Prediction] double second, [AllowedValues(-1, 0, 1)] double label, [Range(0.0, 1e6)] double margin = 0) =>
        Relu(margin - BinaryLabels.Margin(first - second, label));
}
