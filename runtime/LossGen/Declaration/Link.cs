namespace LossGen;

/// <summary>
/// The function from a raw score, any real number, to the prediction that a formula is written on. It is named as activations are; what
/// statistics calls the link is its inverse: <see cref="Sigmoid"/> belongs to the logit, <see cref="Exp"/> to the logarithm.
/// <see cref="LinkFunctions"/> computes both.
/// </summary>
public enum Link
{
    /// <summary>The prediction is the score.</summary>
    Identity,

    /// <summary>A probability: 1 / (1 + e⁻ˣ), in (0, 1).</summary>
    Sigmoid,

    /// <summary>A positive number, such as a rate: eˣ.</summary>
    Exp,

    /// <summary>A positive number that grows linearly: log(1 + eˣ).</summary>
    Softplus,

    /// <summary>A number in (−1, 1): tanh x.</summary>
    Tanh,

    /// <summary>A probability distribution over the row: eˣⁱ / Σ eˣʲ. For rows only.</summary>
    SoftMax,
}
