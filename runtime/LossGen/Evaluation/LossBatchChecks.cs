using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;

namespace LossGen.Evaluation;

/// <summary>What is wrong with a batch, said before anything is written: missing spans, lengths, rows, labels, aliasing.</summary>
internal static partial class LossBatchChecks
{
    /// <summary>Throws if the batch cannot be evaluated. Weights are checked later, where they are added up.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="rows">Whether the loss takes rows.</param>
    /// <returns>The number of samples.</returns>
    internal static nint Check<T>(scoped ref readonly LossBatch<T> batch, bool rows)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (batch.Predictions.Count == 0)
            Throw("prediction", $"A batch needs at least one prediction.");
        if (batch.MaxDegreeOfParallelism < 1)
            Throw("maxDegreeOfParallelism", $"maxDegreeOfParallelism is {batch.MaxDegreeOfParallelism}; it must be at least 1.");

        if (batch.Signature is { } signature)
            CheckSignature(in batch, signature);
        if (rows)
            CheckColumns(in batch);
        int samples = CountSamples(in batch, rows);
        CheckInputLengths(in batch, samples, rows);
        CheckOutputLengths(in batch, samples);
        CheckOverlaps(in batch);
        if (rows)
        {
            CheckLabels(in batch);
            CheckHyperparameters(in batch);
            CheckClassWeights(in batch);
        }

        return samples;
    }

    /// <summary>Throws for a weight that is negative, infinite or NaN.</summary>
    [DoesNotReturn]
    internal static void ThrowInvalidWeight<T>(nint row, T weight)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Throw("weights", $"weights[{row}] is {weight}; a weight must be finite and not negative.");

    private static void CheckSignature<T>(scoped ref readonly LossBatch<T> batch, LossSignature signature)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        CheckCount(batch.Predictions.Count, signature.Predictions.Length, "prediction");
        CheckCount(batch.Targets.Count, signature.Targets.Length, "target");
        CheckCount(batch.Labels.Count, signature.Labels.Length, "label");
        for (int i = 0; i < signature.Predictions.Length; i++)
            CheckShape(batch.IsRowPrediction(i), signature.Predictions[i]);
        for (int i = 0; i < signature.Targets.Length; i++)
            CheckShape(batch.IsRowTarget(i), signature.Targets[i]);
    }

    private static void CheckCount(int actual, int expected, string kind)
    {
        if (actual != expected)
            Throw(kind, $"The batch has {Plural(actual, kind)} but the loss takes {Plural(expected, kind)}.");
    }

    private static void CheckShape(bool isRow, LossInput input)
    {
        if (isRow != (input.Shape == InputShape.Row))
            Throw(input.Name, $"{input.Name} was added as {Shape(isRow)} but the loss takes {Shape(!isRow)}.");
    }

    private static void CheckColumns<T>(scoped ref readonly LossBatch<T> batch)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (batch.Columns < 1)
            Throw("columns", $"columns is {batch.Columns}; it must be at least 1.");
        if (batch.Columns != batch.MinimumColumns && batch.MinimumColumns == batch.MaximumColumns)
            Throw("columns", $"columns is {batch.Columns}; the loss reads {Plural(batch.MinimumColumns, "column")} and no more or fewer.");
        if (batch.Columns < batch.MinimumColumns)
            Throw("columns", $"columns is {batch.Columns}; the loss needs at least {batch.MinimumColumns}.");

        // Kernels compare labels with column numbers in the element type, which counts without gaps up to this only.
        long countable = sizeof(float) == SizeOf<T>() ? 1L << 24 : 1L << 53;
        if (batch.Labels.Count > 0 && batch.Columns > countable)
            Throw("columns", $"columns is {batch.Columns}; float tells labels apart up to {countable} columns only: use double.");
    }

    private static int CountSamples<T>(scoped ref readonly LossBatch<T> batch, bool rows)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; rows && i < batch.Predictions.Count; i++)
        {
            if (batch.IsRowPrediction(i))
                CheckWholeRows(batch.Predictions[i].Length, batch.Predictions.Name(i), batch.Columns);
        }

        for (int i = 0; rows && i < batch.Targets.Count; i++)
        {
            if (batch.IsRowTarget(i))
                CheckWholeRows(batch.Targets[i].Length, batch.Targets.Name(i), batch.Columns);
        }

        int length = batch.Predictions[0].Length;
        if (length == 0)
            Throw(batch.Predictions.Name(0), $"{batch.Predictions.Name(0)} is empty; a batch needs at least one sample.");
        return rows && batch.IsRowPrediction(0) ? length / batch.Columns : length;
    }

    private static void CheckWholeRows(int length, string name, int columns)
    {
        if (length % columns != 0)
            Throw(name, $"{name} has {Plural(length, "element")}, which is not a multiple of {Plural(columns, "column")}.");
    }

    private static void CheckInputLengths<T>(scoped ref readonly LossBatch<T> batch, int samples, bool rows)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 1; i < batch.Predictions.Count; i++)
            CheckInputLength(in batch, batch.Predictions[i].Length, batch.Predictions.Name(i), rows && batch.IsRowPrediction(i), samples);
        for (int i = 0; i < batch.Targets.Count; i++)
            CheckInputLength(in batch, batch.Targets[i].Length, batch.Targets.Name(i), rows && batch.IsRowTarget(i), samples);
        for (int i = 0; i < batch.Labels.Count; i++)
            CheckInputLength(in batch, batch.Labels[i].Length, batch.Labels.Name(i), false, samples);
        if (!batch.Weights.IsEmpty)
            CheckInputLength(in batch, batch.Weights.Length, "weights", false, samples);
    }

    private static void CheckInputLength<T>(scoped ref readonly LossBatch<T> batch, int length, string name, bool isRow, int samples)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (length != (isRow ? (long)samples * batch.Columns : samples))
            ThrowLength(in batch, length, name, isRow, samples);
    }

    private static void CheckOutputLengths<T>(scoped ref readonly LossBatch<T> batch, int samples)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (batch.Hessians.Count > 0 && batch.HasNoHessian)
            Throw(batch.Hessians.Name(0), $"The loss has no Hessian: it was declared with HessianPolicy.None.");
        if (batch.Hessians.Count > 0 && batch.Gradients.Count == 0)
            Throw(batch.Hessians.Name(0), $"A Hessian is computed together with the gradient; the gradient is missing.");

        CheckOutputLengths(in batch, in batch.Gradients, "gradient");
        CheckOutputLengths(in batch, in batch.Hessians, "Hessian");
        if (batch.ValuesName is { } name && batch.Values.Length != samples)
            ThrowLength(in batch, batch.Values.Length, name, false, samples);
    }

    private static void CheckOutputLengths<T>(scoped ref readonly LossBatch<T> batch, scoped ref readonly SpanSlots<T> outputs, string kind)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (outputs.Count == 0)
            return;
        if (outputs.Count > batch.Predictions.Count)
            Throw(outputs.Name(batch.Predictions.Count), $"There is no prediction for the {kind} {outputs.Name(batch.Predictions.Count)}.");
        if (outputs.Count < batch.Predictions.Count)
            Throw(batch.Predictions.Name(outputs.Count), $"There is no {kind} for {batch.Predictions.Name(outputs.Count)}; either all predictions have one or none.");

        for (int i = 0; i < outputs.Count; i++)
        {
            if (outputs[i].Length != batch.Predictions[i].Length)
                Throw(outputs.Name(i), $"{outputs.Name(i)} has {Plural(outputs[i].Length, "element")} but {batch.Predictions.Name(i)} has {batch.Predictions[i].Length}.");
        }
    }

    private static void CheckOverlaps<T>(scoped ref readonly LossBatch<T> batch)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < batch.Gradients.Count; i++)
        {
            CheckOverlapWithInputs(in batch, batch.Gradients[i], batch.Gradients.Name(i));
            CheckOverlap(batch.Gradients[i], batch.Gradients.Name(i), in batch.Gradients, i + 1);
            CheckOverlap(batch.Gradients[i], batch.Gradients.Name(i), in batch.Hessians, 0);
        }

        for (int i = 0; i < batch.Hessians.Count; i++)
        {
            CheckOverlapWithInputs(in batch, batch.Hessians[i], batch.Hessians.Name(i));
            CheckOverlap(batch.Hessians[i], batch.Hessians.Name(i), in batch.Hessians, i + 1);
        }

        if (batch.ValuesName is { } name)
        {
            CheckOverlapWithInputs(in batch, batch.Values, name);
            CheckOverlap(batch.Values, name, in batch.Gradients, 0);
            CheckOverlap(batch.Values, name, in batch.Hessians, 0);
        }
    }

    private static void CheckOverlapWithInputs<T>(scoped ref readonly LossBatch<T> batch, ReadOnlySpan<T> output, string name)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        CheckOverlap(output, name, in batch.Predictions, 0);
        CheckOverlap(output, name, in batch.Targets, 0);
        if (output.Overlaps(batch.Weights))
            ThrowOverlap(name, "weights");
    }

    private static void CheckOverlap<T>(ReadOnlySpan<T> output, string name, scoped ref readonly SpanSlots<T> others, int start)
    {
        for (int i = start; i < others.Count; i++)
        {
            if (output.Overlaps(others[i]))
                ThrowOverlap(name, others.Name(i));
        }
    }

    private static void CheckLabels<T>(scoped ref readonly LossBatch<T> batch)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < batch.Labels.Count; i++)
        {
            ReadOnlySpan<int> labels = batch.Labels[i];
            int row = labels.IndexOfAnyExceptInRange(0, batch.Columns - 1);
            while (row >= 0 && labels[row] == batch.IgnoredLabel)
            {
                int next = labels[(row + 1)..].IndexOfAnyExceptInRange(0, batch.Columns - 1);
                row = next < 0 ? -1 : row + 1 + next;
            }

            if (row >= 0)
                Throw(batch.Labels.Name(i), $"{batch.Labels.Name(i)}[{batch.FirstSample + row}] is {labels[row]}; the loss has {Plural(batch.Columns, "column")}.");
        }
    }

    private static void CheckHyperparameters<T>(scoped ref readonly LossBatch<T> batch)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < batch.HyperparameterCount; i++)
        {
            (Row row, string name) = batch.Hyperparameters[i];
            if (row.Length != batch.Columns)
                Throw(name, $"{name} has {Plural(row.Length, "element")}; the rows have {Plural(batch.Columns, "column")}.");
        }
    }

    private static void CheckClassWeights<T>(scoped ref readonly LossBatch<T> batch)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ReadOnlySpan<double> weights = batch.ClassWeights.Elements.Span;
        if (!weights.IsEmpty && weights.Length != batch.Columns)
            Throw("ClassWeights", $"ClassWeights has {Plural(weights.Length, "element")}; the rows have {Plural(batch.Columns, "column")}.");

        for (int column = 0; column < weights.Length; column++)
        {
            if (!double.IsFinite(weights[column]) || weights[column] < 0)
                Throw("ClassWeights", $"ClassWeights[{column}] is {weights[column]}; a weight must be finite and not negative.");
        }
    }

    [DoesNotReturn]
    private static void ThrowLength<T>(scoped ref readonly LossBatch<T> batch, int length, string name, bool isRow, int samples)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        string first = batch.Predictions.Name(0);
        string expected = (isRow, batch.IsRowPrediction(0)) switch
        {
            (false, false) => Text($"{first} has {samples}"),
            (false, true) => Text($"{first} has {Plural(samples, "row")}"),
            (true, true) => Text($"{first} has {batch.Predictions[0].Length}"),
            (true, false) => Text($"{first} has {samples}, which makes {(long)samples * batch.Columns} with {Plural(batch.Columns, "column")}"),
        };
        Throw(name, $"{name} has {Plural(length, "element")} but {expected}.");
    }

    [DoesNotReturn]
    private static void ThrowOverlap(string output, string other) =>
        Throw(output, $"{output} shares memory with {other}; an output may not overlap an input or another output.");

    [DoesNotReturn]
    private static void Throw(string argument, FormattableString message) => throw new ArgumentException(Text(message), argument);

    private static string Shape(bool isRow) => isRow ? "one row per sample" : "one number per sample";

    private static string Plural(int count, string noun) => Text($"{count} {noun}{(count == 1 ? "" : "s")}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static unsafe int SizeOf<T>()
        where T : unmanaged => sizeof(T);
}
