using System.Collections.Immutable;

namespace LossGen.Training;

/// <summary>The features that a fit works on, and the way back: each column less its center, times its inverse scale.</summary>
internal sealed class Standardization
{
    // A column whose spread is below 2⁻⁴⁴ of its largest magnitude varies by rounding only.
    private const double ConstantSpread = 5.7e-14;

    private readonly double[] _centers;
    private readonly double[] _inverseScales;

    private Standardization(ReadOnlyMemory<double> features, double[] centers, double[] inverseScales)
    {
        Features = features;
        _centers = centers;
        _inverseScales = inverseScales;
    }

    /// <summary>samples × features numbers, sample by sample.</summary>
    internal ReadOnlyMemory<double> Features { get; }

    internal static Standardization Identity(Dataset data)
    {
        double[] inverseScales = new double[data.FeatureCount];
        Array.Fill(inverseScales, 1);
        return new Standardization(data.Features, new double[data.FeatureCount], inverseScales);
    }

    /// <summary>Gives every column (weighted) mean 0 and standard deviation 1, or root mean square 1 where it may not be moved. Constant columns become 0.</summary>
    internal static Standardization Of(Dataset data, bool center)
    {
        int columns = data.FeatureCount;
        double[] centers = new double[columns];
        double[] inverseScales = new double[columns];
        double[] standardized = new double[data.Features.Length];
        for (int column = 0; column < columns; column++)
        {
            var (mean, scale) = Describe(data, column, center);
            centers[column] = mean;
            inverseScales[column] = scale == 0 ? 0 : 1 / scale;
            for (int index = column; index < standardized.Length; index += columns)
                standardized[index] = scale == 0 ? 0 : (data.Features.Span[index] - mean) / scale;
        }

        return new Standardization(standardized, centers, inverseScales);
    }

    /// <summary>The model in the units of the data. Parameters are, output by output, the coefficients and then the intercept.</summary>
    internal LinearModel ToModel(ReadOnlySpan<double> parameters, int outputs)
    {
        int features = _centers.Length;
        var coefficients = ImmutableArray.CreateBuilder<double>(outputs * features);
        var intercepts = ImmutableArray.CreateBuilder<double>(outputs);
        for (int output = 0; output < outputs; output++)
        {
            ReadOnlySpan<double> block = parameters.Slice(output * (features + 1), features + 1);
            double intercept = block[features];
            for (int feature = 0; feature < features; feature++)
            {
                double coefficient = block[feature] * _inverseScales[feature];
                coefficients.Add(coefficient);
                intercept -= coefficient * _centers[feature];
            }

            intercepts.Add(intercept);
        }

        return new LinearModel(coefficients.MoveToImmutable(), intercepts.MoveToImmutable());
    }

    // Sums run over features divided by the largest, so that squares neither overflow nor vanish.
    private static (double Mean, double Scale) Describe(Dataset data, int column, bool center)
    {
        ReadOnlySpan<double> features = data.Features.Span;
        ReadOnlySpan<double> weights = data.Weights.Span;
        double largest = 0.0;
        for (int row = 0; row < data.SampleCount; row++)
            largest = Math.Max(largest, Math.Abs(features[(row * data.FeatureCount) + column]));
        if (largest == 0)
            return (0, 0);

        double totalWeight = 0.0;
        double sum = 0.0;
        for (int row = 0; row < data.SampleCount; row++)
        {
            double weight = weights.IsEmpty ? 1 : weights[row];
            totalWeight += weight;
            sum += weight * (features[(row * data.FeatureCount) + column] / largest);
        }

        double mean = center ? sum / totalWeight : 0;
        double squares = 0.0;
        for (int row = 0; row < data.SampleCount; row++)
        {
            double deviation = (features[(row * data.FeatureCount) + column] / largest) - mean;
            squares += (weights.IsEmpty ? 1 : weights[row]) * deviation * deviation;
        }

        double spread = Math.Sqrt(squares / totalWeight);
        return (mean * largest, spread < ConstantSpread ? 0 : spread * largest);
    }
}
