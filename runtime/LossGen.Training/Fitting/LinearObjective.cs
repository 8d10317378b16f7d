using LossGen.Evaluation;

namespace LossGen.Training;

/// <summary>
/// Mean loss of a linear model, plus penalty, as a function of its parameters: output by output the coefficients of the
/// standardised features, then the intercept. All buffers are made at the start; no evaluation allocates.
/// </summary>
internal sealed class LinearObjective<TLoss> : IObjective
    where TLoss : ILoss<double>
{
    private readonly TLoss _loss;
    private readonly LossSignature _signature;
    private readonly Dataset _data;
    private readonly Standardization _standardization;
    private readonly LossLayout _layout;
    private readonly TrainingOptions _options;
    private readonly double _weightScale;
    private readonly ObjectiveBuffers _all;
    private readonly ObjectiveBuffers _batch;
    private readonly int[] _lastRows;
    private int _lastCount;

    internal LinearObjective(TLoss loss, Dataset data, TrainingOptions options)
    {
        _loss = loss;
        _signature = loss.Signature;
        _data = data;
        _options = options;
        _layout = LossLayout.Of(_signature, data, options.Outputs);
        _standardization = options.Standardize ? Standardization.Of(data, options.Intercept) : Standardization.Identity(data);
        _weightScale = data.Weights.IsEmpty ? 1 : InverseMean(data.Weights.Span);
        _all = new ObjectiveBuffers(data.SampleCount, _layout, data, options.Optimizer is Newton);
        _lastRows = new int[options.Optimizer is GradientOptimizer ? Math.Min(options.BatchSize, data.SampleCount) : 0];
        _batch = new ObjectiveBuffers(_lastRows.Length, _layout, data, hessians: false);
        Gather(_all, default, data.SampleCount);
    }

    public int ParameterCount => Outputs * BlockLength;

    internal int Outputs => _layout.Outputs;

    /// <summary>The number of parameters of an output: its coefficients and its intercept.</summary>
    internal int BlockLength => _data.FeatureCount + 1;

    internal int SampleCount => _data.SampleCount;

    /// <summary>The value over all samples.</summary>
    internal double Value(ReadOnlySpan<double> parameters)
    {
        _lastCount = 0;
        Predict(parameters, _all, default, SampleCount);
        return Evaluate(_all, SampleCount, Derivatives.None) + Penalty(parameters);
    }

    /// <inheritdoc/>
    public double ValueAndGradient(ReadOnlySpan<double> parameters, Span<double> gradient)
    {
        Predict(parameters, _all, default, SampleCount);
        double value = Evaluate(_all, SampleCount, Derivatives.Gradient);
        GatherGradient(parameters, _all, default, SampleCount, gradient);
        return value + Penalty(parameters);
    }

    /// <summary>The value over some samples, and its gradient.</summary>
    internal double ValueAndGradient(ReadOnlySpan<double> parameters, ReadOnlySpan<int> rows, Span<double> gradient)
    {
        Gather(_batch, rows, rows.Length);
        rows.CopyTo(_lastRows);
        _lastCount = rows.Length;
        Predict(parameters, _batch, rows, rows.Length);
        double value = Evaluate(_batch, rows.Length, Derivatives.Gradient);
        GatherGradient(parameters, _batch, rows, rows.Length, gradient);
        return value + Penalty(parameters);
    }

    /// <summary>The value over all samples; keeps the derivatives with respect to predictions for <see cref="GradientOfPredictions"/> and what follows.</summary>
    internal double ValueAndPredictionDerivatives(ReadOnlySpan<double> parameters)
    {
        Predict(parameters, _all, default, SampleCount);
        return Evaluate(_all, SampleCount, Derivatives.GradientAndHessian) + Penalty(parameters);
    }

    /// <summary>∂value/∂prediction, sample by sample, or output by output where each output is a prediction of its own.</summary>
    internal Span<double> GradientOfPredictions => _all.Gradients;

    /// <summary>∂²value/∂prediction², in the same order.</summary>
    internal Span<double> HessianOfPredictions => _all.Hessians;

    /// <summary>The weight of an element of <see cref="GradientOfPredictions"/> in the mean.</summary>
    internal double ElementWeight(int element)
    {
        int sample = _layout.OutputsApart ? element % SampleCount : element / Outputs;
        double weight = _data.Weights.IsEmpty ? 1 : _data.Weights.Span[sample] * _weightScale;
        return weight / ((double)SampleCount * _layout.ElementsPerSample);
    }

    /// <summary>The gradient, from the derivatives that were kept.</summary>
    internal void KeptGradient(ReadOnlySpan<double> parameters, Span<double> gradient) =>
        GatherGradient(parameters, _all, default, SampleCount, gradient);

    /// <summary>The lower triangle of one output's block of the Hessian, from the derivatives that were kept. Negative curvature counts as none.</summary>
    internal void KeptHessian(int output, Span<double> matrix)
    {
        int features = _data.FeatureCount;
        matrix.Clear();
        for (int sample = 0; sample < SampleCount; sample++)
        {
            double curvature = _all.Hessians[IndexOf(sample, output, SampleCount)];
            if (!(curvature > 0))
                continue;

            ReadOnlySpan<double> x = FeaturesOf(sample);
            for (int row = 0; row < features; row++)
                Vectors.AddScaled(curvature * x[row], x[..(row + 1)], matrix.Slice(row * BlockLength, row + 1));

            if (_options.Intercept)
            {
                Vectors.AddScaled(curvature, x, matrix.Slice(features * BlockLength, features));
                matrix[^1] += curvature;
            }
        }

        for (int feature = 0; feature < features; feature++)
            matrix[(feature * BlockLength) + feature] += _options.L2Penalty;
        if (!_options.Intercept)
            matrix[^1] = 1;
    }

    /// <summary>Why the last evaluation was not finite, by the numbers of the data's samples; null if the loss cannot tell.</summary>
    internal LossExplanation? ExplainLast()
    {
        LossBatch<double> batch = _lastCount > 0 ? BatchOf(_batch, _lastCount, Derivatives.None) : BatchOf(_all, SampleCount, Derivatives.None);
        if (_loss.Explain(ref batch) is not { Output: not null } explanation)
            return null;

        int sample = explanation.Sample / _layout.ElementsPerSample;
        return explanation with { Sample = _lastCount > 0 ? _lastRows[sample] : sample };
    }

    internal LinearModel ToModel(ReadOnlySpan<double> parameters) => _standardization.ToModel(parameters, Outputs);

    private static double InverseMean(ReadOnlySpan<double> weights)
    {
        double sum = 0.0;
        foreach (double weight in weights)
            sum += weight / weights.Length;

        return 1 / sum;
    }

    private int IndexOf(int sample, int output, int samples) => _layout.OutputsApart ? (output * samples) + sample : (sample * Outputs) + output;

    private ReadOnlySpan<double> FeaturesOf(int sample) => _standardization.Features.Span.Slice(sample * _data.FeatureCount, _data.FeatureCount);

    // Rows that are not named are all rows, in order.
    private void Gather(ObjectiveBuffers buffers, ReadOnlySpan<int> rows, int count)
    {
        int targets = _data.TargetCount;
        for (int i = 0; i < count; i++)
        {
            int row = rows.IsEmpty ? i : rows[i];
            for (int target = 0; target < targets; target++)
                buffers.Targets[_layout.TargetsApart ? (target * count) + i : (i * targets) + target] = _data.Targets.Span[(row * targets) + target];
            if (!_data.Labels.IsEmpty)
                buffers.Labels[i] = _data.Labels.Span[row];
            if (!_data.Weights.IsEmpty)
                buffers.Weights.AsSpan(i * _layout.ElementsPerSample, _layout.ElementsPerSample).Fill(_data.Weights.Span[row] * _weightScale);
        }
    }

    private void Predict(ReadOnlySpan<double> parameters, ObjectiveBuffers buffers, ReadOnlySpan<int> rows, int count)
    {
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<double> x = FeaturesOf(rows.IsEmpty ? i : rows[i]);
            for (int output = 0; output < Outputs; output++)
            {
                ReadOnlySpan<double> block = parameters.Slice(output * BlockLength, BlockLength);
                buffers.Predictions[IndexOf(i, output, count)] = block[^1] + Vectors.Dot(x, block);
            }
        }
    }

    private double Evaluate(ObjectiveBuffers buffers, int count, Derivatives derivatives)
    {
        LossBatch<double> batch = BatchOf(buffers, count, derivatives);
        return _loss.Evaluate(ref batch);
    }

    private LossBatch<double> BatchOf(ObjectiveBuffers buffers, int count, Derivatives derivatives)
    {
        ReadOnlySpan<double> weights = _data.Weights.IsEmpty ? default : buffers.Weights.AsSpan(0, count * _layout.ElementsPerSample);
        var batch = new LossBatch<double>(Reduction.Mean, weights, _layout.Columns);
        int length = _layout.OutputsApart ? count : count * Outputs;
        for (int i = 0; i < _signature.Predictions.Length; i++)
        {
            var (name, shape) = _signature.Predictions[i];
            batch.AddPrediction(buffers.Predictions.AsSpan(i * length, length), name, shape);
            if (derivatives >= Derivatives.Gradient)
                batch.AddGradient(buffers.Gradients.AsSpan(i * length, length), name);
            if (derivatives >= Derivatives.GradientAndHessian)
                batch.AddHessian(buffers.Hessians.AsSpan(i * length, length), name);
        }

        length = _layout.TargetsApart ? count : count * _data.TargetCount;
        for (int i = 0; i < _signature.Targets.Length; i++)
            batch.AddTarget(buffers.Targets.AsSpan(i * length, length), _signature.Targets[i].Name, _signature.Targets[i].Shape);
        foreach (string name in _signature.Labels)
            batch.AddLabels(buffers.Labels.AsSpan(0, count), name);

        return batch;
    }

    private void GatherGradient(ReadOnlySpan<double> parameters, ObjectiveBuffers buffers, ReadOnlySpan<int> rows, int count, Span<double> gradient)
    {
        gradient.Clear();
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<double> x = FeaturesOf(rows.IsEmpty ? i : rows[i]);
            for (int output = 0; output < Outputs; output++)
            {
                double slope = buffers.Gradients[IndexOf(i, output, count)];
                Span<double> block = gradient.Slice(output * BlockLength, BlockLength);
                Vectors.AddScaled(slope, x, block);
                if (_options.Intercept)
                    block[^1] += slope;
            }
        }

        if (_options.L2Penalty == 0)
            return;

        for (int output = 0; output < Outputs; output++)
            Vectors.AddScaled(_options.L2Penalty, parameters.Slice(output * BlockLength, _data.FeatureCount), gradient[(output * BlockLength)..]);
    }

    private double Penalty(ReadOnlySpan<double> parameters)
    {
        if (_options.L2Penalty == 0)
            return 0;

        double squares = 0.0;
        for (int output = 0; output < Outputs; output++)
        {
            ReadOnlySpan<double> coefficients = parameters.Slice(output * BlockLength, _data.FeatureCount);
            squares += Vectors.Dot(coefficients, coefficients);
        }

        return 0.5 * _options.L2Penalty * squares;
    }

    private enum Derivatives
    {
        None,
        Gradient,
        GradientAndHessian,
    }
}
