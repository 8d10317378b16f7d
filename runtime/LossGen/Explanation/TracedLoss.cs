using System.Globalization;
using System.Numerics;
using LossGen.Evaluation;

namespace LossGen.Explanation;

/// <summary>The steps of a loss and of its gradient.</summary>
internal sealed class TracedLoss
{
    private readonly TraceStep[] _steps;
    private readonly bool[] _isByColumn;
    private readonly bool[] _isOfPair;
    private readonly int _value;
    private readonly (string Name, int Step)[] _gradients;
    private readonly bool _hasRows;

    private TracedLoss(TraceStep[] steps, int value, (string Name, int Step)[] gradients)
    {
        _steps = steps;
        _value = value;
        _gradients = gradients;
        _isByColumn = new bool[steps.Length];
        _isOfPair = new bool[steps.Length];
        for (int step = 0; step < steps.Length; step++)
        {
            TraceStep known = steps[step];
            _isByColumn[step] = known.Kind == TraceKind.Column || (known.Kind != TraceKind.Reduce && known.Arguments.Any(argument => _isByColumn[argument]));
            _isOfPair[step] = known.Kind == TraceKind.OtherColumn || (known.Kind != TraceKind.SumOverOthers && known.Arguments.Any(argument => _isOfPair[argument]));
        }

        _hasRows = steps.Any(static step => step.Kind is TraceKind.PredictionAt or TraceKind.TargetAt);
    }

    /// <summary>Reads the text of a <see cref="LossTrace"/>.</summary>
    /// <exception cref="FormatException">The text is none of a trace.</exception>
    public static TracedLoss Parse(string text)
    {
        List<TraceStep> steps = [];
        List<(string Name, int Step)> gradients = [];
        int value = 0;
        foreach (string line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            string[] words = line.Split(' ');
            switch (words[0])
            {
                case "loss":
                    value = int.Parse(words[1], CultureInfo.InvariantCulture);
                    break;
                case "gradient":
                    gradients.Add((words[2], int.Parse(words[1], CultureInfo.InvariantCulture)));
                    break;
                default:
                    steps.Add(TraceStep.Parse(line));
                    break;
            }
        }

        return new([.. steps], value, [.. gradients]);
    }

    /// <inheritdoc cref="LossTrace.Explain"/>
    public LossExplanation? Explain<T>(scoped ref readonly LossBatch<T> batch, ReadOnlySpan<double> hyperparameters)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        nint samples = LossBatchChecks.Check(in batch, _hasRows);
        using var completed = new CompletedBatch<T>(in batch, samples);
        var evaluation = new TraceEvaluation<T>(_steps, _isByColumn, _isOfPair, in completed.Batch, hyperparameters);
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
