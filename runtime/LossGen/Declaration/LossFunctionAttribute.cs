namespace LossGen;

/// <summary>
/// Marks a static method as part of the language: losses may call it, and the compiler copies its body into theirs, across
/// files. The body follows the rules of a loss; it may return a number or a row, and may not call itself.
/// </summary>
/// <example>
/// <code>
/// [LossFunction]
/// private static float Margin(float score, float label) => (2 * label - 1) * score;
///
/// [Loss]
/// public static float Hinge(float score, float label) => Max(0f, 1 - Margin(score, label));
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class LossFunctionAttribute : Attribute;
