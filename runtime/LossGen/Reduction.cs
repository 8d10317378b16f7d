namespace LossGen;

/// <summary>How the losses of a batch's samples become one number. The gradient is that of the reduced value.</summary>
public enum Reduction
{
    /// <summary>Σ wᵢ·lossᵢ ÷ n: divides by the number of samples.</summary>
    Mean,

    /// <summary>Σ wᵢ·lossᵢ.</summary>
    Sum,

    /// <summary>Σ wᵢ·lossᵢ ÷ Σ wᵢ: divides by the sum of the weights; 0, with gradient 0, if all weights are 0.</summary>
    WeightedMean,
}
