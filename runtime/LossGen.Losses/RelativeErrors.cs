using System.ComponentModel.DataAnnotations;
using static LossGen.LossMath;

namespace LossGen.Losses;

/// <summary>Losses that compare numbers by their ratio, as formulas.</summary>
public static class RelativeErrors
{
    /// <summary>100·|p − y|/max(|y|, ε): MAPE, in percent, as in Keras. scikit-learn's has the factor 1; LightGBM's has the factor 1 and ε = 1.</summary>
    /// <param name="prediction">The prediction p.</param>
    /// <param name="target">The target y.</param>
    /// <param name="factor">100 for percent, 1 for fractions.</param>
    /// <param name="epsilon">The smallest magnitude ε of a target to divide by, positive.</param>
    /// <returns>The loss, at least 0.</returns>
    [Loss]
    public static double AbsolutePercentageError(
        double prediction, double target, [Range(1.0, 100.0)] double factor = 100, [Range(1e-30, 1e6)] double epsilon = 1e-7) =>
        factor * Abs(prediction - target) / Max(Abs(target), epsilon);

    /// <summary>((p − y)/max(|y|, ε))², whose mean is the square of RMSPE. CatBoost's <c>RMSPE</c> has ε = 1.</summary>
    /// <param name="prediction">The prediction p.</param>
    /// <param name="target">The target y.</param>
    /// <param name="epsilon">The smallest magnitude ε of a target to divide by, positive.</param>
    /// <returns>The loss, at least 0.</returns>
    [Loss]
    public static double SquaredPercentageError(double prediction, double target, [Range(1e-9, 1e6)] double epsilon = 1) =>
        Square((prediction - target) / Max(Abs(target), epsilon));

    /// <summary>200·|p − y|/(|p| + |y|): sMAPE, in percent, as in the M3 and M4 competitions; 0 where both are 0.</summary>
    /// <param name="prediction">The prediction p.</param>
    /// <param name="target">The target y.</param>
    /// <param name="factor">200 for percent, 2 for fractions; half of these for the definition without ½ in the denominator.</param>
    /// <param name="epsilon">The smallest sum of magnitudes ε to divide by, positive.</param>
    /// <returns>The loss, in [0, factor].</returns>
    [Loss]
    public static double SymmetricAbsolutePercentageError(
        double prediction, double target, [Range(1.0, 200.0)] double factor = 200, [Range(1e-30, 1e6)] double epsilon = 1e-7) =>
        factor * Abs(prediction - target) / Max(Abs(prediction) + Abs(target), epsilon);

    /// <summary>
    /// (log(1 + p) − log(1 + y))²: MSLE, for targets that span orders of magnitude. XGBoost's <c>reg:squaredlogerror</c> has a factor ½; Keras replaces what is
    /// below 10⁻⁷ by 10⁻⁷.
    /// </summary>
    /// <param name="prediction">The prediction p, greater than −1.</param>
    /// <param name="target">The target y, greater than −1.</param>
    /// <param name="floor">What smaller predictions and targets are replaced by, without gradient; −1 replaces none, 1e-7 is Keras.</param>
    /// <returns>The loss, at least 0.</returns>
    [Loss]
    public static double SquaredLogError([Range(-0.999, 1e12)] double prediction, [Range(-0.999, 1e12)] double target, [Range(-1.0, 1.0)] double floor = -1) =>
        Square(LogP1(Max(prediction, floor)) - LogP1(Max(target, floor)));
}
