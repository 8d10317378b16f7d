using System.Collections.Immutable;
using System.Globalization;

namespace LossGen.Training;

/// <summary>
/// Samples to learn from: features, and targets or class labels, with optional weights. Checked once, here: all numbers are
/// finite, all lengths fit. The memory is not copied and must not change while the set is in use.
/// </summary>
public sealed class Dataset
{
    /// <summary>Makes a data set.</summary>
    /// <param name="samples">The number of samples, at least 1.</param>
    /// <param name="features">samples × features numbers, sample by sample. May be empty: a model then has intercepts only.</param>
    /// <param name="targets">samples × targets numbers, sample by sample. May be empty.</param>
    /// <param name="labels">One class label per sample, from 0. May be empty.</param>
    /// <param name="weights">One non-negative weight per sample, not all 0. May be empty for equal weights.</param>
    /// <param name="featureNames">One name per feature, for messages and reports. May be left out.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no sample.</exception>
    /// <exception cref="ArgumentException">A length does not fit the number of samples, a number is not finite, a label or weight is negative, or all weights are 0. The message names row and column, from 0.</exception>
    public Dataset(
        int samples,
        ReadOnlyMemory<double> features,
        ReadOnlyMemory<double> targets = default,
        ReadOnlyMemory<int> labels = default,
        ReadOnlyMemory<double> weights = default,
        ImmutableArray<string> featureNames = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(samples, 1);
        SampleCount = samples;
        FeatureCount = CountColumns(features.Length, samples, nameof(features));
        TargetCount = CountColumns(targets.Length, samples, nameof(targets));
        FeatureNames = featureNames.IsDefault ? [.. Enumerable.Range(0, FeatureCount).Select(static index => string.Create(CultureInfo.InvariantCulture, $"feature {index}"))] : featureNames;
        if (FeatureNames.Length != FeatureCount)
            throw new ArgumentException($"featureNames has {FeatureNames.Length} names for {FeatureCount} features.", nameof(featureNames));
        if (labels.Length != 0 && labels.Length != samples)
            throw new ArgumentException($"labels has {labels.Length} elements for {samples} samples.", nameof(labels));
        if (weights.Length != 0 && weights.Length != samples)
            throw new ArgumentException($"weights has {weights.Length} elements for {samples} samples.", nameof(weights));

        RequireFinite(features.Span, FeatureCount, nameof(features), FeatureNames);
        RequireFinite(targets.Span, TargetCount, nameof(targets), default);
        RequireFinite(weights.Span, 1, nameof(weights), default);
        RequireLabels(labels.Span);
        RequireWeights(weights.Span);

        Features = features;
        Targets = targets;
        Labels = labels;
        Weights = weights;
    }

    /// <summary>The number of samples, n.</summary>
    public int SampleCount { get; }

    /// <summary>The number of features of a sample; may be 0.</summary>
    public int FeatureCount { get; }

    /// <summary>The number of targets of a sample; may be 0.</summary>
    public int TargetCount { get; }

    /// <summary>n × <see cref="FeatureCount"/> numbers, sample by sample.</summary>
    public ReadOnlyMemory<double> Features { get; }

    /// <summary>n × <see cref="TargetCount"/> numbers, sample by sample.</summary>
    public ReadOnlyMemory<double> Targets { get; }

    /// <summary>One class label per sample, or empty.</summary>
    public ReadOnlyMemory<int> Labels { get; }

    /// <summary>One weight per sample, or empty for equal weights.</summary>
    public ReadOnlyMemory<double> Weights { get; }

    /// <summary>One name per feature.</summary>
    public ImmutableArray<string> FeatureNames { get; }

    private static int CountColumns(int length, int samples, string argument) => length % samples == 0
        ? length / samples
        : throw new ArgumentException($"{argument} has {length} elements, which is not a multiple of the {samples} samples.", argument);

    private static void RequireFinite(ReadOnlySpan<double> values, int columns, string argument, ImmutableArray<string> names)
    {
        for (int index = 0; index < values.Length; index++)
        {
            if (double.IsFinite(values[index]))
                continue;

            var (row, column) = Math.DivRem(index, columns);
            string name = names.IsDefault ? "" : $" ({names[column]})";
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{argument} must be finite, but row {row}, column {column}{name} is {values[index]}."), argument);
        }
    }

    private static void RequireLabels(ReadOnlySpan<int> labels)
    {
        int row = labels.IndexOfAnyInRange(int.MinValue, -1);
        if (row >= 0)
            throw new ArgumentException($"labels count classes from 0, but row {row} is {labels[row]}.", nameof(labels));
    }

    private static void RequireWeights(ReadOnlySpan<double> weights)
    {
        if (weights.IsEmpty)
            return;

        for (int row = 0; row < weights.Length; row++)
        {
            if (weights[row] < 0)
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"weights must not be negative, but row {row} is {weights[row]}."), nameof(weights));
        }

        if (!weights.ContainsAnyExcept(0.0))
            throw new ArgumentException("weights are all 0, so there is nothing to learn from.", nameof(weights));
    }
}
