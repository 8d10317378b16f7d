using System.Numerics;
using Xunit;

namespace LossGen.Tests.Evaluation;

/// <summary>What a batch should give, computed sample by sample in plain double code.</summary>
internal sealed class Oracle(int samples, int predictions, Reduction reduction, double[] weights, int columns = 1)
{
    private readonly double[] _losses = new double[samples];
    private readonly double[][] _gradients = Rows(predictions, samples * columns);
    private readonly double[][] _hessians = Rows(predictions, samples * columns);

    private double Divisor => reduction switch
    {
        Reduction.Sum => 1,
        Reduction.WeightedMean when weights.Length > 0 => weights.Sum(),
        _ => samples,
    };

    /// <summary>Takes the loss of a sample whose predictions are numbers, and its derivatives by each of them.</summary>
    internal void Add(int sample, double loss, ReadOnlySpan<double> gradient, ReadOnlySpan<double> hessian)
    {
        _losses[sample] = loss;
        for (int i = 0; i < predictions; i++)
        {
            _gradients[i][sample] = gradient[i];
            _hessians[i][sample] = hessian[i];
        }
    }

    /// <summary>Takes the loss of a sample.</summary>
    internal void AddLoss(int sample, double loss) => _losses[sample] = loss;

    /// <summary>Takes the derivatives by one element of a prediction.</summary>
    internal void AddDerivatives(int prediction, int element, double first, double second)
    {
        _gradients[prediction][element] = first;
        _hessians[prediction][element] = second;
    }

    /// <summary>Compares. Errors are relative to the larger of the expected number and 1 (of the sum of the absolute losses, for the value).</summary>
    internal void Verify<T>(T value, int order, ReadOnlySpan<Outputs<T>> outputs, double tolerance, bool values = false)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double sum = 0;
        double magnitude = 0;
        for (int i = 0; i < samples; i++)
        {
            double weighted = Weight(i) * _losses[i];
            sum += weighted;
            magnitude += Math.Abs(weighted);
        }

        double divisor = Divisor;
        bool empty = divisor == 0;
        AssertClose(empty ? 0 : sum / divisor, double.CreateChecked(value), tolerance * (empty ? 1 : Math.Max(magnitude / divisor, 1e-3)), "value", 0);
        for (int p = 0; p < outputs.Length; p++)
        {
            int length = order >= 1 ? outputs[p].Gradient.Length : 0;
            int stride = length / samples;
            for (int i = 0; i < length; i++)
            {
                double scale = empty ? 0 : Weight(i / stride) / divisor;
                AssertClose(scale * _gradients[p][i], double.CreateChecked(outputs[p].Gradient[i]), tolerance * scale * Math.Max(Math.Abs(_gradients[p][i]), 1), "gradient", i);
                if (order >= 2)
                    AssertClose(scale * _hessians[p][i], double.CreateChecked(outputs[p].Hessian[i]), tolerance * scale * Math.Max(Math.Abs(_hessians[p][i]), 1), "Hessian", i);
            }
        }

        for (int i = 0; values && i < samples; i++)
            AssertClose(_losses[i], double.CreateChecked(outputs[0].Values[i]), tolerance * Math.Max(Math.Abs(_losses[i]), 1), "values", i);
    }

    private double Weight(int sample) => weights.Length > 0 ? weights[sample] : 1;

    private void AssertClose(double expected, double actual, double tolerance, string what, int index)
    {
        if (!(Math.Abs(expected - actual) <= tolerance))
            Assert.Fail($"{what}[{index}] of {samples} samples × {columns}: {actual} instead of {expected}");
    }

    private static double[][] Rows(int count, int length)
    {
        var rows = new double[count][];
        for (int i = 0; i < count; i++)
            rows[i] = new double[length];
        return rows;
    }
}
