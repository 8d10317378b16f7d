using System.ComponentModel.DataAnnotations;
using static LossGen.LossMath;

namespace LossGen.Losses;

/// <summary>
/// Losses of overlap for segmentation, as formulas: a row is a region, such as the flattened mask of one class of one image. Predictions and
/// targets are in [0, 1]; the classes that are generated of the formulas evaluate batches of regions.
/// </summary>
/// <remarks>
/// The classes take probabilities. For raw scores declare your own with <c>[Prediction(Link = Link.Sigmoid)]</c>, and call the formula.
/// MONAI averages over classes and images: <see cref="Reduction.Mean"/> over one row for each. Where a formula has two smoothings, "1 −" is divided
/// out of it, so that a loss near 0 keeps its digits, and P + T is overlap and misses, so that its gradient does.
/// </remarks>
public static class Regions
{
    /// <summary>False positives and false negatives of soft counts, Σ p(1 − t) + (1 − p)t = P + T − 2I.</summary>
    /// <param name="prediction">The prediction p.</param>
    /// <param name="target">The target t.</param>
    /// <returns>The sum, 0 where a binary target is met.</returns>
    [LossFunction]
    public static double Misses(Row prediction, Row target) => Sum(prediction * (1 - target)) + Sum((1 - prediction) * target);

    /// <summary>1 − (2I + s) ÷ (P + T + s), where I = Σpt, P = Σp and T = Σt (F. Milletari et al. 2016, V-Net; L. Dice 1945).</summary>
    /// <param name="prediction">The prediction p.</param>
    /// <param name="target">The target t.</param>
    /// <param name="smoothing">s, positive: makes the loss of two empty regions 0 rather than 0 ÷ 0. MONAI has 1e-5, Keras 1e-7.</param>
    /// <param name="isSquared">Whether P = Σp² and T = Σt², as in V-Net and with MONAI's <c>squared_pred</c>.</param>
    /// <returns>The loss, in [0, 1].</returns>
    /// <remarks>For soft targets the minimum is not at p = t: <see cref="SoftLabelDice"/>.</remarks>
    [Loss]
    public static double Dice([Range(0, 1)] Row prediction, [Range(0, 1)] Row target, double smoothing = 1e-5, bool isSquared = false) =>
        isSquared
            ? 1 - (2 * Dot(prediction, target) + smoothing) / (Sum(Square(prediction)) + Sum(Square(target)) + smoothing)
            : 1 - (2 * Dot(prediction, target) + smoothing) / (Sum(prediction) + Sum(target) + smoothing);

    /// <summary>As <see cref="Dice"/>, with a smoothing of its own in numerator and denominator: 1 − (2I + nr) ÷ (P + T + dr).</summary>
    /// <param name="prediction">The prediction p.</param>
    /// <param name="target">The target t.</param>
    /// <param name="numeratorSmoothing">nr: MONAI's <c>smooth_nr</c>. At 0 two empty regions have the loss 1.</param>
    /// <param name="denominatorSmoothing">dr, positive: MONAI's <c>smooth_dr</c>.</param>
    /// <param name="isSquared">Whether P = Σp² and T = Σt².</param>
    /// <returns>The loss, in [0, 1].</returns>
    [Loss]
    public static double TwiceSmoothedDice(
        [Range(0, 1)] Row prediction, [Range(0, 1)] Row target, double numeratorSmoothing = 1e-5, double denominatorSmoothing = 1e-5, bool isSquared = false) =>
        isSquared
            ? (Sum(Square(prediction - target)) + (denominatorSmoothing - numeratorSmoothing)) / (2 * Dot(prediction, target) + Sum(Square(prediction - target)) + denominatorSmoothing)
            : (Misses(prediction, target) + (denominatorSmoothing - numeratorSmoothing)) / (2 * Dot(prediction, target) + Misses(prediction, target) + denominatorSmoothing);

    /// <summary>Dice with the overlap I = ½·(P + T − Σ|p − t|), which is 0 at p = t for soft targets, too (Z. Wang et al. 2023, Dice semimetric losses).</summary>
    /// <param name="prediction">The prediction p.</param>
    /// <param name="target">The target t.</param>
    /// <param name="numeratorSmoothing">Added to the numerator.</param>
    /// <param name="denominatorSmoothing">Added to the denominator, positive.</param>
    /// <returns>The loss, in [0, 1].</returns>
    /// <remarks>MONAI's <c>soft_label=True</c>.</remarks>
    [Loss]
    public static double SoftLabelDice(
        [Range(0, 1)] Row prediction, [Range(0, 1)] Row target, double numeratorSmoothing = 1e-5, double denominatorSmoothing = 1e-5)
    {
        var difference = Norm1(prediction - target);
        return (difference + (denominatorSmoothing - numeratorSmoothing)) / (2 * Sum(Min(prediction, target)) + difference + denominatorSmoothing);
    }

    /// <summary>
    /// 1 − (2Σw·pt + nr) ÷ (Σw(p + t) + dr) over all classes of an image in one row, with weights that make small classes count as much as large ones
    /// (C. Sudre et al. 2017, Generalised Dice overlap).
    /// </summary>
    /// <param name="prediction">The prediction p: class after class, or in any other order.</param>
    /// <param name="target">The target t, in the same order.</param>
    /// <param name="weight">
    /// The weight w of each element's class: 1/T², T = Σt of the class in the image, as in the paper and MONAI's <c>w_type="square"</c>; 1/T or 1 are its "simple" and "uniform". MONAI gives
    /// classes that are not in the image the largest weight of the others.
    /// </param>
    /// <param name="numeratorSmoothing">nr: MONAI's <c>smooth_nr</c>.</param>
    /// <param name="denominatorSmoothing">dr, positive: MONAI's <c>smooth_dr</c>.</param>
    /// <param name="isSoft">Whether the overlap of soft labels is ½·(p + t − |p − t|), as in <see cref="SoftLabelDice"/>: MONAI's <c>soft_label</c>.</param>
    /// <returns>The loss, in [0, 1].</returns>
    [Loss]
    public static double GeneralizedDice(
        [Range(0, 1)] Row prediction, [Range(0, 1)] Row target, [Range(0, 1)] Row weight, double numeratorSmoothing = 1e-5, double denominatorSmoothing = 1e-5, bool isSoft = false)
    {
        var hard = Dot(weight, prediction * (1 - target) + (1 - prediction) * target);
        var soft = Dot(weight, Abs(prediction - target));
        return isSoft
            ? (soft + (denominatorSmoothing - numeratorSmoothing)) / (2 * Dot(weight, Min(prediction, target)) + soft + denominatorSmoothing)
            : (hard + (denominatorSmoothing - numeratorSmoothing)) / (2 * Dot(weight, prediction * target) + hard + denominatorSmoothing);
    }

    /// <summary>The Jaccard loss, or soft IoU: 1 − (I + nr) ÷ (P + T − I + dr) (P. Jaccard 1901).</summary>
    /// <param name="prediction">The prediction p.</param>
    /// <param name="target">The target t.</param>
    /// <param name="numeratorSmoothing">Added to the numerator. With MONAI's <c>jaccard=True</c>, which doubles both, half of its <c>smooth_nr</c>.</param>
    /// <param name="denominatorSmoothing">Added to the denominator, positive; half of MONAI's <c>smooth_dr</c>.</param>
    /// <param name="isSquared">Whether P = Σp² and T = Σt².</param>
    /// <returns>The loss, in [0, 1].</returns>
    [Loss]
    public static double Jaccard(
        [Range(0, 1)] Row prediction, [Range(0, 1)] Row target, double numeratorSmoothing = 1e-5, double denominatorSmoothing = 1e-5, bool isSquared = false)
    {
        var intersection = Dot(prediction, target);
        return isSquared
            ? (Sum(Square(prediction - target)) + (denominatorSmoothing - numeratorSmoothing)) / (intersection + Sum(Square(prediction - target)) + denominatorSmoothing)
            : (Misses(prediction, target) + (denominatorSmoothing - numeratorSmoothing)) / (intersection + Misses(prediction, target) + denominatorSmoothing);
    }

    /// <summary>1 − (TP + nr) ÷ (TP + α·FP + β·FN + dr) of soft counts, one less the Tversky index.</summary>
    /// <param name="prediction">The prediction p.</param>
    /// <param name="target">The target t.</param>
    /// <param name="alpha">The weight of false positives.</param>
    /// <param name="beta">The weight of false negatives.</param>
    /// <param name="numeratorSmoothing">Added to the numerator.</param>
    /// <param name="denominatorSmoothing">Added to the denominator.</param>
    /// <returns>The distance, in [0, 1].</returns>
    [LossFunction]
    public static double TverskyDistance(Row prediction, Row target, double alpha, double beta, double numeratorSmoothing, double denominatorSmoothing)
    {
        var weightedMisses = alpha * Sum(prediction * (1 - target)) + beta * Sum((1 - prediction) * target);
        return (weightedMisses + (denominatorSmoothing - numeratorSmoothing)) / (Dot(prediction, target) + weightedMisses + denominatorSmoothing);
    }

    /// <summary>1 − TI, the Tversky index: Dice (α = β = ½) and Jaccard (α = β = 1) with an opinion on which error is worse (S. Salehi et al. 2017).</summary>
    /// <param name="prediction">The prediction p.</param>
    /// <param name="target">The target t.</param>
    /// <param name="alpha">The weight of false positives, as in MONAI. Keras computes Σ(1 − p)t as its false positives, so that this is its <c>beta</c>. Flux' only parameter is this one, with β = 1 − α.</param>
    /// <param name="beta">The weight of false negatives, Keras' <c>alpha</c>.</param>
    /// <param name="numeratorSmoothing">Added to the numerator. MONAI has 1e-5, Keras 0.</param>
    /// <param name="denominatorSmoothing">Added to the denominator, positive. MONAI has 1e-5, Keras 1e-7.</param>
    /// <returns>The loss, in [0, 1].</returns>
    [Loss]
    public static double Tversky(
        [Range(0, 1)] Row prediction, [Range(0, 1)] Row target, [Range(0, 1e3)] double alpha = 0.5, [Range(0, 1e3)] double beta = 0.5,
        double numeratorSmoothing = 1e-5, double denominatorSmoothing = 1e-5) =>
        TverskyDistance(prediction, target, alpha, beta, numeratorSmoothing, denominatorSmoothing);

    /// <summary>(1 − TI)^γ, which attends to regions that are hard still (γ &gt; 1) or nearly right (γ &lt; 1); where it is 0 its gradient is 0, also for γ &lt; 1 (N. Abraham and N. Khan 2019).</summary>
    /// <param name="prediction">The prediction p.</param>
    /// <param name="target">The target t.</param>
    /// <param name="alpha">The weight of false positives.</param>
    /// <param name="beta">The weight of false negatives.</param>
    /// <param name="gamma">The exponent. The paper's γ is the reciprocal of this one: 4/3 there is 0.75 here, as in segmentation_models and MONAI.</param>
    /// <param name="smoothing">Added to numerator and denominator, positive.</param>
    /// <returns>The loss, in [0, 1].</returns>
    [Loss]
    public static double FocalTversky(
        [Range(0, 1)] Row prediction, [Range(0, 1)] Row target, [Range(0, 1e3)] double alpha = 0.3, [Range(0, 1e3)] double beta = 0.7, double gamma = 0.75,
        [Range(1e-7, 1e3)] double smoothing = 1e-5)
    {
        var distance = TverskyDistance(prediction, target, alpha, beta, smoothing, smoothing);
        return distance <= 0 && gamma != 1 && gamma < 2 ? 0 : Pow(distance, gamma);
    }

    /// <summary>
    /// 1 − Matthews' correlation of the soft counts: 0 for a perfect region, 1 for chance, 2 for its opposite, however rare the positives are
    /// (K. Abhishek and G. Hamarneh 2021).
    /// </summary>
    /// <param name="prediction">The prediction p.</param>
    /// <param name="target">The target t.</param>
    /// <param name="epsilon">Added to each of the four counts, as in segmentation_models, where it is 1e-5.</param>
    /// <returns>The loss, in [0, 2].</returns>
    [Loss]
    public static double Matthews([Range(0, 1)] Row prediction, [Range(0, 1)] Row target, [Range(1e-9, 1)] double epsilon = 1e-5)
    {
        var truePositives = Dot(prediction, target) + epsilon;
        var trueNegatives = Sum((1 - prediction) * (1 - target)) + epsilon;
        var falsePositives = Sum(prediction * (1 - target)) + epsilon;
        var falseNegatives = Sum((1 - prediction) * target) + epsilon;
        return 1 - (truePositives * trueNegatives - falsePositives * falseNegatives)
            / Sqrt((truePositives + falsePositives) * (truePositives + falseNegatives) * (trueNegatives + falsePositives) * (trueNegatives + falseNegatives));
    }

    /// <summary>As <see cref="Matthews"/>, with the smoothings of MONAI's <c>MCCLoss</c>: of the numerator and, under the root, of the product; and 0 for a region without a miss.</summary>
    /// <param name="prediction">The prediction p.</param>
    /// <param name="target">The target t.</param>
    /// <param name="numeratorSmoothing">Added to the numerator: <c>smooth_nr</c>.</param>
    /// <param name="denominatorSmoothing">Added to the product of the four sums, positive: <c>smooth_dr</c>.</param>
    /// <returns>The loss, in [0, 2].</returns>
    [Loss]
    public static double TwiceSmoothedMatthews([Range(0, 1)] Row prediction, [Range(0, 1)] Row target, double numeratorSmoothing = 0, [Range(1e-9, 1e3)] double denominatorSmoothing = 1e-5)
    {
        var truePositives = Dot(prediction, target);
        var trueNegatives = Sum((1 - prediction) * (1 - target));
        var falsePositives = Sum(prediction * (1 - target));
        var falseNegatives = Sum((1 - prediction) * target);
        var product = (truePositives + falsePositives) * (truePositives + falseNegatives) * (trueNegatives + falsePositives) * (trueNegatives + falseNegatives);
        return falsePositives == 0 && falseNegatives == 0 ? 0 : 1 - (truePositives * trueNegatives - falsePositives * falseNegatives + numeratorSmoothing) / Sqrt(product + denominatorSmoothing);
    }
}
