namespace LossGen;

/// <summary>
/// Marks a parameter as a prediction: the loss is differentiated with respect to it. Several parameters may be predictions;
/// without the attribute the first parameter is the only one.
/// </summary>
/// <example>
/// A formula written on probabilities, compiled to the kernel that takes raw scores (its gradient is <c>p - y</c>):
/// <code>
/// [Loss]
/// public static float CrossEntropy([Prediction(Link = Link.Sigmoid)] float p, float y) => -(y * Log(p) + (1 - y) * Log(1 - p));
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Parameter, Inherited = false)]
public sealed class PredictionAttribute : Attribute
{
    /// <summary>
    /// The function that turns the raw score, which the generated class takes and differentiates by, into the parameter of the
    /// formula. The method itself, called directly, still takes the parameter as it is written.
    /// </summary>
    public Link Link { get; set; } = Link.Identity;

    /// <summary>
    /// Of a formula that is written on raw scores already, the function that turns them into predictions: it changes nothing in the formula, and the class tells it as its link. A softmax
    /// cross-entropy <c>([Prediction(ScoreOf = Link.SoftMax)] Row scores, int label) => LogSumExp(scores) - scores[label]</c> predicts probabilities.
    /// </summary>
    public Link ScoreOf { get; set; } = Link.Identity;
}
