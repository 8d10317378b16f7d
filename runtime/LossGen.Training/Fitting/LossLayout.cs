namespace LossGen.Training;

/// <summary>How the outputs of a linear model and the columns of a data set meet the inputs of a loss.</summary>
/// <param name="Outputs">The number of outputs of the model.</param>
/// <param name="Columns">The number of columns of a row, or 0 for a loss without rows.</param>
/// <param name="ElementsPerSample">The number of losses that a sample has: its outputs where a loss of one number is applied to each, else 1.</param>
/// <param name="OutputsApart">Whether each output is a prediction of its own, so that predictions lie output by output.</param>
/// <param name="TargetsApart">Whether each target column is a target of its own, so that targets lie column by column.</param>
internal readonly record struct LossLayout(int Outputs, int Columns, int ElementsPerSample, bool OutputsApart, bool TargetsApart)
{
    /// <summary>Decides the layout.</summary>
    /// <exception cref="ArgumentException">The loss cannot be trained with these data; the message says why.</exception>
    internal static LossLayout Of(LossSignature signature, Dataset data, int? requestedOutputs)
    {
        RequireLabels(signature, data);
        int rowPredictions = signature.Predictions.Count(static input => input.Shape == InputShape.Row);
        return rowPredictions switch
        {
            0 => OfScalars(signature, data, requestedOutputs),
            1 when signature.Predictions.Length == 1 => OfRow(signature, data, requestedOutputs),
            _ => throw new ArgumentException("A linear model has numbers or one row as its predictions, so it cannot be trained with a loss over several rows."),
        };
    }

    private static LossLayout OfScalars(LossSignature signature, Dataset data, int? requestedOutputs)
    {
        if (signature.Targets.Any(static input => input.Shape == InputShape.Row))
            throw new ArgumentException("The loss compares numbers with a row, which a linear model cannot be trained with.");

        bool elementwise = signature is { Predictions.Length: 1, Targets.Length: 1, Labels.Length: 0 };
        int outputs = elementwise ? data.TargetCount : signature.Predictions.Length;
        if (elementwise ? outputs == 0 : data.TargetCount != signature.Targets.Length)
            throw new ArgumentException($"The loss takes {signature.Targets.Length} targets ({Names(signature)}), but the data have {data.TargetCount} target columns.");

        RequireOutputs(requestedOutputs, outputs);
        return new LossLayout(outputs, 0, elementwise ? outputs : 1, OutputsApart: !elementwise, TargetsApart: !elementwise);
    }

    private static LossLayout OfRow(LossSignature signature, Dataset data, int? requestedOutputs)
    {
        int rowTargets = signature.Targets.Count(static input => input.Shape == InputShape.Row);
        if (rowTargets > 0 && signature.Targets.Length > 1)
            throw new ArgumentException("A data set holds one row of targets or several numbers per sample, but the loss takes more.");
        if (rowTargets == 0 && data.TargetCount != signature.Targets.Length)
            throw new ArgumentException($"The loss takes {signature.Targets.Length} targets ({Names(signature)}), but the data have {data.TargetCount} target columns.");
        if (rowTargets == 1 && data.TargetCount == 0)
            throw new ArgumentException($"The loss takes a row of targets ({Names(signature)}), but the data have no target columns.");

        int classes = data.Labels.IsEmpty ? 0 : 1 + Max(data.Labels.Span);
        int outputs = rowTargets == 1 ? data.TargetCount : requestedOutputs ?? classes;
        if (outputs == 0)
            throw new ArgumentException("Neither targets nor labels say how many outputs the model has: set the option Outputs.");
        if (classes > outputs)
            throw new ArgumentException($"The labels count {classes} classes, but the model has {outputs} outputs.");

        RequireOutputs(requestedOutputs, outputs);
        return new LossLayout(outputs, outputs, 1, OutputsApart: false, TargetsApart: rowTargets == 0);
    }

    private static void RequireLabels(LossSignature signature, Dataset data)
    {
        if (signature.Labels.Length > 1)
            throw new ArgumentException("A data set has one label per sample, but the loss takes more.");
        if (signature.Labels.Length == 1 && data.Labels.IsEmpty)
            throw new ArgumentException($"The loss takes a label ({signature.Labels[0]}), but the data have no labels.");
        if (signature.Labels.IsEmpty && !data.Labels.IsEmpty)
            throw new ArgumentException("The data have labels, but the loss takes none.");
    }

    private static void RequireOutputs(int? requested, int outputs)
    {
        if (requested is { } number && number != outputs)
            throw new ArgumentException($"{number} outputs were asked for, but the loss and the data make {outputs}.");
    }

    private static string Names(LossSignature signature) => string.Join(", ", signature.Targets.Select(static input => input.Name));

    private static int Max(ReadOnlySpan<int> labels)
    {
        int max = 0;
        foreach (int label in labels)
            max = Math.Max(max, label);

        return max;
    }
}
