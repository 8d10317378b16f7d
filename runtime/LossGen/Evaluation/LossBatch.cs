using System.Numerics;

namespace LossGen.Evaluation;

/// <summary>
/// One call of a loss: the inputs, the outputs that are wanted, weights and reduction. A generated loss fills it from its
/// arguments; code that is generic over losses (a trainer) fills it by the loss's <see cref="LossSignature"/>.
/// </summary>
/// <remarks>
/// <para>At most eight predictions, eight targets and four labels, added in the order of the signature. Nothing is checked
/// before the evaluation starts, and everything before anything is written.</para>
/// <para>A sample with weight 0 contributes exactly nothing to value, gradient and Hessian, even where its loss is NaN or infinite.</para>
/// </remarks>
/// <typeparam name="T">The element type, <see cref="float"/> or <see cref="double"/>.</typeparam>
public ref partial struct LossBatch<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    internal const int PredictionCapacity = SpanSlots<T>.Capacity;
    internal const int TargetCapacity = SpanSlots<T>.Capacity;
    internal const int LabelCapacity = 4;

    internal SpanSlots<T> Predictions;
    internal SpanSlots<T> Targets;
    internal SpanSlots<int> Labels;
    internal SpanSlots<T> Gradients;
    internal SpanSlots<T> Hessians;
    internal ReadOnlySpan<T> Values;
    internal string? ValuesName;
    internal int RowPredictions;
    internal int RowTargets;
    internal int MinimumColumns;
    internal int MaximumColumns;
    internal LossSignature? Signature;
    internal bool HasNoHessian;
    internal HyperparameterRows Hyperparameters;
    internal int HyperparameterCount;
    internal int? IgnoredLabel;
    internal Row ClassWeights;
    internal bool HasClassWeightsInFormula;

    /// <summary>The number of the first sample in a larger whole that this batch is a part of, for error messages.</summary>
    internal int FirstSample;

    /// <summary>The hyperparameters that are rows, one after the other, in the element type; filled in before the evaluation.</summary>
    internal ReadOnlySpan<T> HyperparameterElements;

    /// <summary>What a weighted mean divides by, if that is not the sum of the weights; filled in before the evaluation.</summary>
    internal double? Divisor;

    /// <summary>Starts a call.</summary>
    /// <param name="reduction">How the losses of the samples become one number.</param>
    /// <param name="weights">One finite, non-negative weight per sample, or empty for equal weights.</param>
    /// <param name="columns">The number of columns of every row; 0 for a loss without rows.</param>
    /// <param name="maxDegreeOfParallelism">The largest number of threads; results do not depend on it.</param>
    public LossBatch(Reduction reduction, ReadOnlySpan<T> weights = default, int columns = 0, int maxDegreeOfParallelism = 1)
    {
        Reduction = reduction;
        Weights = weights;
        Columns = columns;
        MaxDegreeOfParallelism = maxDegreeOfParallelism;
        MinimumColumns = 1;
        MaximumColumns = int.MaxValue;
    }

    /// <summary>How the losses of the samples become one number.</summary>
    public Reduction Reduction { get; }

    /// <summary>One weight per sample, or empty.</summary>
    public ReadOnlySpan<T> Weights { get; private set; }

    /// <summary>The number of columns of every row; 0 for a loss without rows.</summary>
    public int Columns { get; }

    /// <summary>The largest number of threads.</summary>
    public int MaxDegreeOfParallelism { get; }

    /// <summary>Adds the next prediction.</summary>
    /// <param name="values">One number, or one row of <see cref="Columns"/> numbers, per sample.</param>
    /// <param name="name">The caller's name for the argument, for error messages.</param>
    /// <param name="shape">One number or one row per sample.</param>
    /// <exception cref="InvalidOperationException">There are eight predictions already.</exception>
    public void AddPrediction(ReadOnlySpan<T> values, string name, InputShape shape = InputShape.Scalar)
    {
        RowPredictions |= (shape == InputShape.Row ? 1 : 0) << Predictions.Count;
        Predictions.Add(values, name, PredictionCapacity);
    }

    /// <summary>Adds the next target.</summary>
    /// <param name="values">One number, or one row of <see cref="Columns"/> numbers, per sample.</param>
    /// <param name="name">The caller's name for the argument, for error messages.</param>
    /// <param name="shape">One number or one row per sample.</param>
    /// <exception cref="InvalidOperationException">There are eight targets already.</exception>
    public void AddTarget(ReadOnlySpan<T> values, string name, InputShape shape = InputShape.Scalar)
    {
        RowTargets |= (shape == InputShape.Row ? 1 : 0) << Targets.Count;
        Targets.Add(values, name, TargetCapacity);
    }

    /// <summary>Adds the next integer input. In a loss over rows it is a class label, at least 0 and less than <see cref="Columns"/>.</summary>
    /// <param name="labels">One integer per sample.</param>
    /// <param name="name">The caller's name for the argument, for error messages.</param>
    /// <exception cref="InvalidOperationException">There are four labels already.</exception>
    public void AddLabels(ReadOnlySpan<int> labels, string name) => Labels.Add(labels, name, LabelCapacity);

    /// <summary>Asks for the gradient of the reduced loss with respect to the next prediction.</summary>
    /// <param name="gradient">As long as the prediction. May not overlap any other argument.</param>
    /// <param name="name">The caller's name for the argument, for error messages.</param>
    /// <exception cref="InvalidOperationException">There are eight gradients already.</exception>
    public void AddGradient(Span<T> gradient, string name) => Gradients.Add(gradient, name, PredictionCapacity);

    /// <summary>Asks for the diagonal of the reduced loss's Hessian with respect to the next prediction; needs the gradients too.</summary>
    /// <param name="hessian">As long as the prediction. May not overlap any other argument.</param>
    /// <param name="name">The caller's name for the argument, for error messages.</param>
    /// <exception cref="InvalidOperationException">There are eight Hessians already.</exception>
    public void AddHessian(Span<T> hessian, string name) => Hessians.Add(hessian, name, PredictionCapacity);

    /// <summary>Asks for the loss of every sample: neither weighted nor reduced, also where the weight is 0.</summary>
    /// <param name="values">One number per sample. May not overlap any other argument.</param>
    /// <param name="name">The caller's name for the argument, for error messages.</param>
    public void SetValues(Span<T> values, string name)
    {
        Values = values;
        ValuesName = name;
    }

    /// <summary>States that the loss reads columns by fixed numbers, so that rows must have at least so many.</summary>
    /// <param name="minimum">The smallest number of columns that the loss can take; at least 1.</param>
    public void RequireColumns(int minimum) => MinimumColumns = Math.Max(MinimumColumns, minimum);

    /// <summary>States that the loss reads these columns by fixed numbers and no others, so that rows must have exactly so many.</summary>
    /// <param name="columns">The number of columns; at least 1.</param>
    public void RequireExactColumns(int columns)
    {
        RequireColumns(columns);
        MaximumColumns = Math.Min(MaximumColumns, columns);
    }

    /// <summary>States what the loss takes, so that inputs which a generic caller forgot or added in the wrong shape are reported.</summary>
    /// <param name="signature">The signature of the loss that is about to be evaluated.</param>
    public void RequireInputs(LossSignature signature) => Signature = signature;

    /// <summary>States that the loss was declared without a Hessian, so that asking for one is reported.</summary>
    public void ForbidHessian() => HasNoHessian = true;

    internal readonly bool IsRowPrediction(int position) => (RowPredictions >> position & 1) != 0;

    internal readonly bool IsRowTarget(int position) => (RowTargets >> position & 1) != 0;
}
