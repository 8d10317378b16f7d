using System.ComponentModel;
using System.Numerics;
using LossGen.Evaluation;

namespace LossGen.Explanation;

/// <summary>A loss and its gradient as steps that can be evaluated one by one. Generated classes have one, for their method <c>Explain</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class LossTrace
{
    private readonly TraceStep[] _steps;
    private readonly bool[] _isByColumn;
    private readonly int _value;
    private readonly (string Name, int Step)[] _gradients;
    private readonly bool _hasRows;

    /// <summary>Creates the trace of a loss.</summary>
    /// <param name="steps">The steps, each after its arguments.</param>
    /// <param name="value">The step that is the loss.</param>
    /// <param name="gradients">For each prediction, the step that is its derivative.</param>
    public LossTrace(TraceStep[] steps, int value, params (string Name, int Step)[] gradients)
    {
        ArgumentNullException.ThrowIfNull(steps);
        _steps = steps;
        _value = value;
        _gradients = gradients;
        _isByColumn = new bool[steps.Length];
        for (int step = 0; step < steps.Length; step++)
            _isByColumn[step] = steps[step].Kind == TraceKind.Column || (steps[step].Kind != TraceKind.Reduce && steps[step].Arguments.Any(argument => _isByColumn[argument]));
        _hasRows = steps.Any(static step => step.Kind is TraceKind.PredictionAt or TraceKind.TargetAt);
    }

    /// <summary>The first sample whose loss or gradient is not finite, and why; else the first with an input outside of its declared domain; else null.</summary>
    /// <typeparam name="T">The element type, to which every result is rounded.</typeparam>
    /// <param name="batch">The inputs. A sample of weight 0 is left out.</param>
    /// <param name="hyperparameters">The hyperparameters, in order.</param>
    /// <exception cref="ArgumentException">The batch cannot be evaluated.</exception>
    public LossExplanation? Explain<T>(scoped ref readonly LossBatch<T> batch, ReadOnlySpan<double> hyperparameters)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        nint samples = LossBatchChecks.Check(in batch, _hasRows);
        using var completed = new CompletedBatch<T>(in batch, samples);
        var evaluation = new TraceEvaluation<T>(_steps, _isByColumn, in completed.Batch, hyperparameters);
        ReadOnlySpan<T> weights = completed.Batch.Weights;
        LossExplanation? outside = null;
        for (int sample = 0; sample < samples; sample++)
        {
            if (!weights.IsEmpty && T.IsZero(weights[sample]))
                continue;

            evaluation.Begin(sample);
            if (ExplainSample(ref evaluation) is { } explanation)
                return explanation;

            outside ??= evaluation.FindOutside();
        }

        return outside;
    }

    private LossExplanation? ExplainSample<T>(scoped ref TraceEvaluation<T> evaluation)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (!double.IsFinite(evaluation.Evaluate(_value, 0)))
            return evaluation.Explain(_value, 0, "the loss");

        foreach ((string name, int step) in _gradients)
        {
            for (int column = 0; column < (_isByColumn[step] ? evaluation.Columns : 1); column++)
            {
                if (!double.IsFinite(evaluation.Evaluate(step, column)))
                    return evaluation.Explain(step, column, $"∂loss/∂{name}");
            }
        }

        return null;
    }
}
