using System.Collections.Immutable;

namespace LossGen.Training;

/// <summary>
/// A linear model: output o of a sample with features x is interceptₒ + Σⱼ coefficientₒⱼ·xⱼ. The outputs are raw scores: a loss
/// that was declared with a link takes them as they are.
/// </summary>
public sealed class LinearModel
{
    /// <summary>Makes a model of known coefficients.</summary>
    /// <param name="coefficients">outputs × features numbers, output by output.</param>
    /// <param name="intercepts">One number per output; all 0 for a model without intercept.</param>
    /// <exception cref="ArgumentException">There is no output, or the coefficients are not equally many for every output.</exception>
    public LinearModel(ImmutableArray<double> coefficients, ImmutableArray<double> intercepts)
    {
        if (intercepts.IsDefaultOrEmpty)
            throw new ArgumentException("A model has at least one output, so intercepts must not be empty.", nameof(intercepts));
        if (coefficients.IsDefault || coefficients.Length % intercepts.Length != 0)
            throw new ArgumentException($"coefficients must hold the same number of features for each of the {intercepts.Length} outputs.", nameof(coefficients));

        Coefficients = coefficients;
        Intercepts = intercepts;
    }

    /// <summary>outputs × features numbers, output by output.</summary>
    public ImmutableArray<double> Coefficients { get; }

    /// <summary>One number per output.</summary>
    public ImmutableArray<double> Intercepts { get; }

    /// <summary>The number of features of a sample.</summary>
    public int FeatureCount => Coefficients.Length / Intercepts.Length;

    /// <summary>The number of outputs for a sample.</summary>
    public int OutputCount => Intercepts.Length;

    /// <summary>Computes all outputs of samples.</summary>
    /// <param name="features">samples × <see cref="FeatureCount"/> numbers, sample by sample.</param>
    /// <param name="predictions">samples × <see cref="OutputCount"/> numbers, sample by sample: overwritten. Its length gives the number of samples.</param>
    /// <exception cref="ArgumentException">The lengths do not fit each other. Nothing has been written.</exception>
    public void Predict(ReadOnlySpan<double> features, Span<double> predictions)
    {
        int samples = predictions.Length / OutputCount;
        if (predictions.Length % OutputCount != 0)
            throw new ArgumentException($"predictions has {predictions.Length} elements, which is not a multiple of the model's {OutputCount} outputs.", nameof(predictions));
        if (features.Length != (long)samples * FeatureCount)
            throw new ArgumentException($"features has {features.Length} elements, but {samples} samples of {FeatureCount} features have {(long)samples * FeatureCount}.", nameof(features));

        for (int sample = 0; sample < samples; sample++)
        {
            ReadOnlySpan<double> row = features.Slice(sample * FeatureCount, FeatureCount);
            for (int output = 0; output < OutputCount; output++)
                predictions[(sample * OutputCount) + output] = Intercepts[output] + Vectors.Dot(row, Coefficients.AsSpan(output * FeatureCount, FeatureCount));
        }
    }
}
