using System.ComponentModel.DataAnnotations;
using static LossGen.LossMath;

namespace LossGen.Losses.Tests;

/// <summary>Overlap losses of segmentation.</summary>
public static class RegionDeclarations
{
    [Loss]
    public static double Dice([Range(0, 1)] Row prediction, [Range(0, 1)] Row target, double smooth = 1) =>
        1 - (2 * Dot(prediction, target) + smooth) / (Sum(prediction) + Sum(target) + smooth);

    [Loss]
    public static double DiceOfSquares([Range(0, 1)] Row prediction, [Range(0, 1)] Row target, double smooth = 1) =>
        1 - (2 * Dot(prediction, target) + smooth) / (Sum(Square(prediction)) + Sum(Square(target)) + smooth);

    [Loss]
    public static double Jaccard([Range(0, 1)] Row prediction, [Range(0, 1)] Row target, double smooth = 1)
    {
        var intersection = Dot(prediction, target);
        return 1 - (intersection + smooth) / (Sum(prediction) + Sum(target) - intersection + smooth);
    }

    [LossFunction]
    public static double TverskyIndex(Row prediction, Row target, double alpha, double beta, double smooth)
    {
        var truePositives = Dot(prediction, target);
        var falsePositives = Sum(prediction * (1 - target));
        var falseNegatives = Sum((1 - prediction) * target);
        return (truePositives + smooth) / (truePositives + alpha * falsePositives + beta * falseNegatives + smooth);
    }

    [Loss]
    public static double Tversky([Range(0, 1)] Row prediction, [Range(0, 1)] Row target, double alpha = 0.5, double beta = 0.5, double smooth = 1) =>
        1 - TverskyIndex(prediction, target, alpha, beta, smooth);

    [Loss]
    public static double FocalTversky([Range(0, 1)] Row prediction, [Range(0, 1)] Row target, double alpha = 0.5, double beta = 0.5, double gamma = 1, double smooth = 1) =>
        Pow(1 - TverskyIndex(prediction, target, alpha, beta, smooth), gamma);
}
