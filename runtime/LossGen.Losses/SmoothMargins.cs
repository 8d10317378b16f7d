using System.ComponentModel.DataAnnotations;
using static LossGen.LossMath;

namespace LossGen.Losses;

/// <summary>
/// Smooth losses of the margin m, the product of score and label, as formulas. Labels are ±1; 0 means the same as −1.
/// </summary>
public static class SmoothMargins
{
    /// <summary>log(1 + e^(−σm)): logistic regression. PyTorch's <c>SoftMarginLoss</c>; σ is LightGBM's <c>sigmoid</c>. <see cref="BinaryCrossEntropy"/> for σ = 1, when the link of the class makes its probability.</summary>
    /// <param name="score">The score f.</param>
    /// <param name="label">The label y: ±1, or 0 and 1.</param>
    /// <param name="slope">The slope σ of the sigmoid, positive.</param>
    /// <returns>The loss, at least 0.</returns>
    [Loss]
    public static double LogisticMargin([Prediction(ScoreOf = Link.Sigmoid)] double score, [AllowedValues(-1, 0, 1)] double label, [Range(1e-6, 1e3)] double slope = 1) =>
        Log(1 + Exp(-slope * BinaryLabels.Margin(score, label)));

    /// <summary>
    /// e^(−βm): the loss of AdaBoost (Y. Freund and R. Schapire 1997); of a probability y as label, y·e^(−βf) + (1 − y)·e^(βf). scikit-learn's <c>ExponentialLoss</c>, ML.NET's
    /// <c>ExpLoss</c>.
    /// </summary>
    /// <param name="score">The score f; half the logit, for β = 1.</param>
    /// <param name="label">The label y: ±1, or 0 and 1, or a probability.</param>
    /// <param name="beta">The steepness β, positive.</param>
    /// <returns>The loss, positive.</returns>
    [Loss]
    public static double Exponential([Range(-40.0, 40.0)] double score, [Range(-1.0, 1.0)] double label, [Range(1e-3, 2.0)] double beta = 1)
    {
        if (label >= 1)
        {
            return Exp(-beta * score);
        }

        return label <= 0 ? Exp(beta * score) : (label * Exp(-beta * score)) + ((1 - label) * Exp(beta * score));
    }

    /// <summary>1 − tanh m = 2·σ(−2m): bounded, so that no outlier dominates; not convex. <c>SigmoidLoss</c> of LossFunctions.jl.</summary>
    /// <param name="score">The score f.</param>
    /// <param name="label">The label y: ±1, or 0 and 1.</param>
    /// <returns>The loss, in (0, 2).</returns>
    [Loss]
    public static double SigmoidMargin(double score, [AllowedValues(-1, 0, 1)] double label) => 2 * Sigmoid(-2 * BinaryLabels.Margin(score, label));

    /// <summary>
    /// 1 − m up to q/(q + 1), and (q/((q + 1)·m))^q/(q + 1) above: distance-weighted discrimination (J. Marron et al. 2007; B. Wang and H. Zou 2018). <c>DWDMarginLoss</c> of
    /// LossFunctions.jl.
    /// </summary>
    /// <param name="score">The score f.</param>
    /// <param name="label">The label y: ±1, or 0 and 1.</param>
    /// <param name="q">How fast the loss falls beyond the margin, positive.</param>
    /// <returns>The loss, positive.</returns>
    [Loss]
    public static double DistanceWeighted(double score, [AllowedValues(-1, 0, 1)] double label, [Range(0.25, 4.0)] double q = 1)
    {
        var margin = BinaryLabels.Margin(score, label);
        var knot = q / (q + 1);
        return margin <= knot ? 1 - margin : Pow(knot / margin, q) / (q + 1);
    }

    /// <summary>0 from m = 1, (1 − m)²/4 down to m = −1, −m below: sparsemax of two classes (A. Martins and R. Astudillo 2016). Optax's <c>sparsemax_loss</c>.</summary>
    /// <param name="score">The score f.</param>
    /// <param name="label">The label y: ±1, or 0 and 1.</param>
    /// <returns>The loss, at least 0.</returns>
    [Loss]
    public static double SparsemaxMargin(double score, [AllowedValues(-1, 0, 1)] double label)
    {
        var margin = BinaryLabels.Margin(score, label);
        return margin switch
        {
            >= 1 => 0,
            > -1 => Square(1 - margin) / 4,
            _ => -margin,
        };
    }

    /// <summary>
    /// −y·log z − (1 − y)·log(1 − z) with z = 1 − e^(−w·λ) and λ = log(1 + eᶠ): cross-entropy whose weights are exposures. LightGBM's <c>cross_entropy_lambda</c>.
    /// </summary>
    /// <param name="score">The score f.</param>
    /// <param name="target">The label or probability y, in [0, 1].</param>
    /// <param name="exposure">The exposure w of the sample, positive.</param>
    /// <returns>The loss, at least 0.</returns>
    [Loss]
    public static double CrossEntropyLambda([Prediction(ScoreOf = Link.Softplus), Range(-50.0, 50.0)] double score, [Range(0.0, 1.0)] double target, [Range(1e-3, 1e3)] double exposure)
    {
        // log(1 − e⁻ⁱ) of a small i is log i − i/2 + i²/24 − …, of which the derivatives do not cancel.
        var intensity = exposure * Softplus(score);
        var square = Square(intensity);
        var ofSmall = Log(exposure) + Log(Softplus(score)) - (0.5 * intensity) + (square * ((1.0 / 24) - (square * ((1.0 / 2880) - (square * ((1.0 / 181440) - (square / 9676800)))))));
        return ((1 - target) * intensity) - (target * (intensity < 0.1 ? ofSmall : Log1MExp(-intensity)));
    }
}
