using System.Collections.Immutable;

namespace LossGen;

/// <summary>The shape of one input of a loss.</summary>
public enum InputShape
{
    /// <summary>One number per sample.</summary>
    Scalar,

    /// <summary>One row of numbers per sample, all rows of one length; stored row by row.</summary>
    Row,
}

/// <summary>A named input of a loss.</summary>
/// <param name="Name">The author's name for the parameter.</param>
/// <param name="Shape">One number or one row per sample.</param>
public readonly record struct LossInput(string Name, InputShape Shape)
{
    /// <summary>Of a prediction, the function from the raw score, which the loss takes, to what the formula is written on, or to what it predicts where the formula is written on the score.</summary>
    public Link Link { get; init; }

    /// <summary>The smallest value that a prediction without a link may have, as its <c>[Range]</c> says; −∞ if nothing does.</summary>
    public double Minimum { get; init; } = double.NegativeInfinity;

    /// <summary>The largest value that a prediction without a link may have, as its <c>[Range]</c> says; +∞ if nothing does.</summary>
    public double Maximum { get; init; } = double.PositiveInfinity;
}

/// <summary>What a loss takes: predictions, targets and integer labels, each in declaration order.</summary>
/// <param name="Predictions">What the gradient is taken with respect to.</param>
/// <param name="Targets">What is given; may be empty, as for a regulariser.</param>
/// <param name="Labels">The names of the integer inputs, one class label per sample.</param>
public sealed record LossSignature(ImmutableArray<LossInput> Predictions, ImmutableArray<LossInput> Targets, ImmutableArray<string> Labels)
{
    /// <summary>The signature of a loss of one prediction and one target.</summary>
    /// <param name="prediction">What the gradient is taken with respect to.</param>
    /// <param name="target">What is given.</param>
    public static LossSignature Of(LossInput prediction, LossInput target) => new([prediction], [target], []);

    /// <summary>The signature of a loss of one prediction and one label.</summary>
    /// <param name="prediction">What the gradient is taken with respect to.</param>
    /// <param name="label">The name of the integer input.</param>
    public static LossSignature OfLabel(LossInput prediction, string label) => new([prediction], [], [label]);

    /// <summary>Whether any input is a row, so that a batch needs a number of columns.</summary>
    public bool HasRows => Predictions.Any(static input => input.Shape == InputShape.Row) || Targets.Any(static input => input.Shape == InputShape.Row);
}
