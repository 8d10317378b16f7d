using System.Buffers;
using System.Numerics;

namespace LossGen.Evaluation;

/// <summary>
/// A batch that has been checked, with all that kernels and loops read as spans: hyperparameters that are rows in the element type, and of what labels say
/// about samples the weights. The arrays behind the spans are rented, and given back when it is disposed of.
/// </summary>
internal ref struct CompletedBatch<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    internal LossBatch<T> Batch;
    private T[]? _hyperparameters;
    private T[]? _weights;
    private int[]? _labels;

    internal CompletedBatch(scoped ref readonly LossBatch<T> batch, nint samples)
    {
        Batch = batch;
        if (batch.HyperparameterCount > 0)
            CompleteHyperparameters(batch.Columns);
        if (batch.Labels.Count == 0)
            return;

        bool isAnyIgnored = IsAnyIgnored();
        if (isAnyIgnored || !batch.ClassWeights.Elements.IsEmpty)
            CompleteWeights((int)samples);
        if (isAnyIgnored)
            CompleteLabels((int)samples);
    }

    /// <summary>Sets the losses of ignored samples, which have been evaluated at another label, to 0.</summary>
    /// <param name="original">The batch as it was.</param>
    internal static void ClearIgnoredValues(scoped ref readonly LossBatch<T> original)
    {
        if (original.IgnoredLabel is null || original.Values.IsEmpty)
            return;

        Span<T> values = original.WritableValues;
        for (int sample = 0; sample < values.Length; sample++)
        {
            if (IsIgnored(in original, sample))
                values[sample] = T.Zero;
        }
    }

    internal readonly void Dispose()
    {
        Return(_hyperparameters);
        Return(_weights);
        Return(_labels);
    }

    private static void Return<TElement>(TElement[]? rented)
    {
        if (rented is not null)
            ArrayPool<TElement>.Shared.Return(rented);
    }

    private static bool IsIgnored(scoped ref readonly LossBatch<T> batch, int sample)
    {
        for (int i = 0; i < batch.Labels.Count; i++)
        {
            if (batch.Labels[i][sample] == batch.IgnoredLabel)
                return true;
        }

        return false;
    }

    private void CompleteHyperparameters(int columns)
    {
        _hyperparameters = ArrayPool<T>.Shared.Rent(Batch.HyperparameterCount * columns);
        int next = 0;
        for (int i = 0; i < Batch.HyperparameterCount; i++)
        {
            foreach (double element in Batch.Hyperparameters[i].Row.Elements.Span)
                _hyperparameters[next++] = T.CreateTruncating(element);
        }

        Batch.HyperparameterElements = _hyperparameters.AsSpan(0, next);
    }

    private readonly bool IsAnyIgnored()
    {
        bool isAny = false;
        for (int i = 0; Batch.IgnoredLabel is { } ignored && i < Batch.Labels.Count; i++)
            isAny |= Batch.Labels[i].Contains(ignored);
        return isAny;
    }

    /// <summary>Own weights times class weights, 0 for ignored samples. Weights that are not valid stay as they are, to be reported.</summary>
    private void CompleteWeights(int samples)
    {
        ReadOnlySpan<T> own = Batch.Weights;
        ReadOnlySpan<double> classes = Batch.ClassWeights.Elements.Span;
        _weights = ArrayPool<T>.Shared.Rent(samples);
        double divisor = 0;
        for (int sample = 0; sample < samples; sample++)
        {
            T weight = own.IsEmpty ? T.One : own[sample];
            bool isIgnored = IsIgnored(in Batch, sample) && T.IsFinite(weight) && weight >= T.Zero;
            double classWeight = isIgnored ? 0 : classes.IsEmpty ? 1 : classes[Batch.Labels[0][sample]];
            divisor += double.CreateChecked(weight) * classWeight;
            _weights[sample] = isIgnored ? T.Zero : classes.IsEmpty || Batch.HasClassWeightsInFormula ? weight : weight * T.CreateTruncating(classWeight);
        }

        Batch.CompleteWeights(_weights.AsSpan(0, samples), Batch.HasClassWeightsInFormula ? divisor : null);
    }

    /// <summary>Ignored labels may be out of range, where kernels would look for a column: those become 0.</summary>
    private void CompleteLabels(int samples)
    {
        _labels = ArrayPool<int>.Shared.Rent(Batch.Labels.Count * samples);
        var completed = default(SpanSlots<int>);
        for (int i = 0; i < Batch.Labels.Count; i++)
        {
            Span<int> labels = _labels.AsSpan(i * samples, samples);
            Batch.Labels[i].Replace(labels, Batch.IgnoredLabel!.Value, 0);
            completed.Add(labels, Batch.Labels.Name(i), LossBatch<T>.LabelCapacity);
        }

        Batch.Labels = completed;
    }
}
