using System.Numerics;

namespace LossGen;

/// <summary>
/// A link at work, both ways: from raw scores to predictions, which the field calls the inverse link, and from predictions to scores,
/// the link itself. Numbers are computed in double and rounded once.
/// </summary>
/// <example>
/// <code>
/// double score = BinaryCrossEntropy.Link.ToScore(0.25);             // log(0.25 ÷ 0.75)
/// BinaryCrossEntropy.Link.ToPredictions(scores, probabilities);
/// </code>
/// </example>
public static class LinkFunctions
{
    /// <summary>The prediction that a raw score stands for (the inverse link).</summary>
    /// <typeparam name="T">The element type, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="link">The link, of a number.</param>
    /// <param name="score">The raw score, any number.</param>
    /// <returns>The prediction, in the link's range.</returns>
    /// <exception cref="ArgumentException">The link is <see cref="Link.SoftMax"/>, which takes a row.</exception>
    public static T ToPrediction<T>(this Link link, T score)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        T.CreateTruncating(Predict(link, double.CreateTruncating(score)));

    /// <summary>The raw score that belongs to a prediction (the link): the logit of a probability, the logarithm of a rate.</summary>
    /// <typeparam name="T">The element type, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="link">The link, of a number.</param>
    /// <param name="prediction">The prediction. At the ends of the link's range the score is infinite; outside, NaN.</param>
    /// <returns>The score.</returns>
    /// <exception cref="ArgumentException">The link is <see cref="Link.SoftMax"/>, which takes a row.</exception>
    public static T ToScore<T>(this Link link, T prediction)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        T.CreateTruncating(Score(link, double.CreateTruncating(prediction)));

    /// <summary>The predictions that raw scores stand for.</summary>
    /// <typeparam name="T">The element type, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="link">The link.</param>
    /// <param name="scores">Raw scores; for <see cref="Link.SoftMax"/> row after row.</param>
    /// <param name="predictions">As long as <paramref name="scores"/>, and may be the same memory.</param>
    /// <param name="columns">The number of columns of a row, which <see cref="Link.SoftMax"/> needs; other links ignore it.</param>
    /// <exception cref="ArgumentException">The lengths differ, they are no multiple of <paramref name="columns"/>, or the spans overlap in part. Nothing has been written.</exception>
    public static void ToPredictions<T>(this Link link, ReadOnlySpan<T> scores, Span<T> predictions, int columns = 0)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        CheckSpans(link, scores, nameof(scores), predictions, nameof(predictions), columns);
        if (link == Link.SoftMax)
        {
            for (int row = 0; row < scores.Length; row += columns)
                SoftMaxLink.Predict(scores.Slice(row, columns), predictions.Slice(row, columns));
            return;
        }

        for (int i = 0; i < scores.Length; i++)
            predictions[i] = link.ToPrediction(scores[i]);
    }

    /// <summary>The raw scores that belong to predictions. Those of a distribution are determined up to a constant: the ones with sum 0 are taken.</summary>
    /// <typeparam name="T">The element type, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="link">The link.</param>
    /// <param name="predictions">Predictions; for <see cref="Link.SoftMax"/> distributions, row after row. A class of probability 0 has the score −∞, and the others' sum is 0.</param>
    /// <param name="scores">As long as <paramref name="predictions"/>, and may be the same memory.</param>
    /// <param name="columns">The number of columns of a row, which <see cref="Link.SoftMax"/> needs; other links ignore it.</param>
    /// <exception cref="ArgumentException">The lengths differ, they are no multiple of <paramref name="columns"/>, or the spans overlap in part. Nothing has been written.</exception>
    public static void ToScores<T>(this Link link, ReadOnlySpan<T> predictions, Span<T> scores, int columns = 0)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        CheckSpans(link, predictions, nameof(predictions), scores, nameof(scores), columns);
        if (link == Link.SoftMax)
        {
            for (int row = 0; row < scores.Length; row += columns)
                SoftMaxLink.Score(predictions.Slice(row, columns), scores.Slice(row, columns));
            return;
        }

        for (int i = 0; i < scores.Length; i++)
            scores[i] = link.ToScore(predictions[i]);
    }

    private static double Predict(Link link, double score) => link switch
    {
        Link.Identity => score,
        Link.Sigmoid => LossMath.Sigmoid(score),
        Link.Exp => Math.Exp(score),
        Link.Softplus => LossMath.Softplus(score),
        Link.Tanh => Math.Tanh(score),
        _ => throw NotOfNumbers(link),
    };

    private static double Score(Link link, double prediction) => link switch
    {
        Link.Identity => prediction,
        Link.Sigmoid => Logit(prediction),
        Link.Exp => Math.Log(prediction),

        Link.Softplus => InverseSoftplus(prediction),
        Link.Tanh => Math.Atanh(prediction),
        _ => throw NotOfNumbers(link),
    };

    // Near ½ the quotient is near 1, where its rounding is large beside its logarithm; there 2p − 1 is exact.
    private static double Logit(double probability) => Math.Abs(probability - 0.5) < 0.25
        ? 2 * LossMath.Atanh((2 * probability) - 1)
        : Math.Log(probability / (1 - probability));

    // log(eᵖ − 1): overflows for large p, cancels for small p, and near its zero at log 2, which is taken off in two parts (the second is the
    // rounding error of the first), it is log(1 + 2(e^(p − log 2) − 1)).
    private static double InverseSoftplus(double prediction) => prediction switch
    {
        > 1 => prediction + LossMath.Log1MExp(-prediction),
        > 0.4 => LossMath.LogP1(2 * LossMath.ExpM1(prediction - 0.6931471805599453 - 2.3190468138462996e-17)),
        _ => Math.Log(LossMath.ExpM1(prediction)),
    };

    private static ArgumentException NotOfNumbers(Link link) => link == Link.SoftMax
        ? new ArgumentException("A softmax link needs a row: use ToPredictions or ToScores.", nameof(link))
        : new ArgumentOutOfRangeException(nameof(link), link, "The link is no member of its enum.");

    private static void CheckSpans<T>(Link link, ReadOnlySpan<T> input, string inputName, Span<T> output, string outputName, int columns)
    {
        if (output.Length != input.Length)
            throw new ArgumentException($"{outputName} has {output.Length} elements but {inputName} has {input.Length}.", outputName);
        if (input.Overlaps(output, out int offset) && offset != 0)
            throw new ArgumentException($"{outputName} overlaps {inputName}; it may be the same memory or other memory, but not in part.", outputName);
        if (link < Link.Identity || link > Link.SoftMax)
            throw NotOfNumbers(link);
        if (link == Link.SoftMax && (columns < 1 || input.Length % columns != 0))
            throw new ArgumentException($"{inputName} has {input.Length} elements, which are no rows of {columns} columns.", nameof(columns));
    }
}
