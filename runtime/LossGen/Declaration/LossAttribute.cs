using System.Diagnostics.CodeAnalysis;

namespace LossGen;

/// <summary>
/// Declares a loss function. On a method, the body is the loss and the class <c>NameLoss</c> is generated beside its type; on a
/// partial class, the expression in the attribute is the loss and the class itself is completed.
/// </summary>
/// <example>
/// <code>
/// [Loss]
/// public static float Huber(float prediction, float target, float delta = 1f)
/// {
///     var error = Abs(prediction - target);
///     return error &lt;= delta ? 0.5f * error * error : delta * (error - 0.5f * delta);
/// }
///
/// [Loss("(p, y) => -(y * Log(p) + (1 - y) * Log(1 - p))")]
/// public sealed partial class BinaryCrossEntropy;
/// </code>
/// </example>
/// <remarks>
/// The first parameter is the prediction unless parameters carry <see cref="PredictionAttribute"/>; parameters with a default
/// value (on a method) or in the primary constructor (on a class) are hyperparameters; the others are targets.
/// </remarks>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, Inherited = false)]
public sealed class LossAttribute : Attribute
{
    /// <summary>Declares the loss in the body of the attributed method.</summary>
    public LossAttribute()
    {
    }

    /// <summary>Declares the loss in <paramref name="expression"/>; the attributed partial class becomes the loss.</summary>
    /// <param name="expression">A C# lambda, such as <c>"(p, y) => Square(p - y)"</c>. Parameters without a type are <c>float</c>.</param>
    public LossAttribute([StringSyntax("C#")] string expression) => Expression = expression;

    /// <summary>The lambda that defines the loss, or <see langword="null"/> when the attributed method does.</summary>
    public string? Expression { get; }

    /// <summary>What the generated class hands out as the second derivative. <see cref="HessianPolicy.Exact"/> unless said otherwise.</summary>
    public HessianPolicy Hessian { get; set; } = HessianPolicy.Exact;

    /// <summary>How the losses of a batch become one number when the caller does not say. <see cref="Reduction.Mean"/> unless said otherwise.</summary>
    public Reduction Reduction { get; set; } = Reduction.Mean;

    /// <summary>
    /// The name of the class generated for an attributed method, in place of the method's name followed by <c>Loss</c>;
    /// <see langword="null"/> keeps that name.
    /// </summary>
    public string? Name { get; set; }

    /// <summary>
    /// Whether the compiler may rewrite the formula and its derivatives into forms that are equal over the real numbers and more
    /// accurate in floating point, such as <c>Log(1 + Exp(x))</c> into <c>Softplus(x)</c>. <see langword="false"/> keeps the
    /// formula as written. Derivatives of built-in functions are stable either way.
    /// </summary>
    public bool Stabilize { get; set; } = true;
}
