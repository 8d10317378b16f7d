using System.Collections.Immutable;
using System.Numerics;
using LossGen.Evaluation;

namespace LossGen.Explanation;

/// <summary>Evaluates the steps of a trace at one sample after another: only what is needed, and of a choice only what is taken.</summary>
internal ref struct TraceEvaluation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int MostInputs = 8;

    private readonly TraceStep[] _steps;
    private readonly bool[] _isByColumn;
    private readonly bool[] _isOfPair;
    private readonly LossBatch<T> _batch;
    private readonly ReadOnlySpan<double> _hyperparameters;
    private readonly double[][] _values;
    private readonly long[][] _evaluated;
    private int _sample;

    internal TraceEvaluation(TraceStep[] steps, bool[] isByColumn, bool[] isOfPair, scoped ref readonly LossBatch<T> batch, ReadOnlySpan<double> hyperparameters)
    {
        _steps = steps;
        _isByColumn = isByColumn;
        _isOfPair = isOfPair;
        _batch = batch;
        _hyperparameters = hyperparameters;
        _values = new double[steps.Length][];
        _evaluated = new long[steps.Length][];
        for (int step = 0; step < steps.Length; step++)
        {
            // Of what depends on a pair of columns, the last one is remembered: all pairs could be too many.
            _values[step] = new double[isByColumn[step] && !isOfPair[step] ? batch.Columns : 1];
            _evaluated[step] = new long[_values[step].Length];
            Array.Fill(_evaluated[step], -1);
        }
    }

    internal readonly int Columns => _batch.Columns;

    internal void Begin(int sample) => _sample = sample;

    /// <summary>The value of a step, which is evaluated unless it has been.</summary>
    internal readonly double Evaluate(int step, int column, int other = 0)
    {
        int place = _isByColumn[step] && !_isOfPair[step] ? column : 0;
        long occasion = _isOfPair[step] ? ((((long)_sample * Columns) + column) * Columns) + other : _sample;
        if (_evaluated[step][place] != occasion)
        {
            _values[step][place] = double.CreateChecked(T.CreateTruncating(Compute(_steps[step], column, other)));
            _evaluated[step][place] = occasion;
        }

        return _values[step][place];
    }

    /// <summary>From a step that is not finite back to where that began.</summary>
    internal readonly LossExplanation Explain(int step, int column, string output)
    {
        int other = 0;
        while (FindCause(step, column, other) is { } cause)
            (step, column, other) = cause;

        ImmutableArray<ExplainedInput>.Builder inputs = ImmutableArray.CreateBuilder<ExplainedInput>();
        Collect(step, column, other, inputs, []);
        string text = inputs is [{ } input] && _steps[step].Kind < TraceKind.Column ? input.Name : _steps[step].Text;
        return new(_sample, _isByColumn[step] ? column : null, text, Evaluate(step, column, other), output, inputs.ToImmutable());
    }

    /// <summary>The first input of the sample that is outside of its domain.</summary>
    internal readonly LossExplanation? FindOutside()
    {
        for (int step = 0; step < _steps.Length; step++)
        {
            bool isOfColumn = _isByColumn[step] || _isOfPair[step];
            for (int column = 0; column < (isOfColumn ? Columns : 1) && _steps[step].Domain.Length > 0; column++)
            {
                if (InputAt(step, column, column) is { Domain: not null } input)
                    return new(_sample, isOfColumn ? column : null, input.Name, input.Value, null, [input]);
            }
        }

        return null;
    }

    private readonly double Compute(TraceStep step, int column, int other)
    {
        switch (step.Kind)
        {
            case TraceKind.Constant:
                return step.Value;
            case TraceKind.Prediction:
                return double.CreateChecked(_batch.Predictions[step.Position][_sample]);
            case TraceKind.Target:
                return double.CreateChecked(_batch.Targets[step.Position][_sample]);
            case TraceKind.PredictionAt:
                return double.CreateChecked(_batch.Predictions[step.Position][IndexOf(step, column, other)]);
            case TraceKind.TargetAt:
                return double.CreateChecked(_batch.Targets[step.Position][IndexOf(step, column, other)]);
            case TraceKind.Label:
                return _batch.Labels[step.Position][_sample];
            case TraceKind.Hyperparameter:
                return _hyperparameters[step.Position];
            case TraceKind.HyperparameterAt:
                return double.CreateChecked(_batch.HyperparameterElements[(step.Position * Columns) + ColumnOf(step, column, other)]);
            case TraceKind.Column:
                return column;
            case TraceKind.OtherColumn:
                return other;
            case TraceKind.Columns:
                return Columns;
            case TraceKind.Choice:
                return Evaluate(step.Arguments[Evaluate(step.Arguments[0], column, other) != 0 ? 1 : 2], column, other);
            case TraceKind.Reduce:
                double[] terms = new double[Columns];
                for (int term = 0; term < terms.Length; term++)
                    terms[term] = Evaluate(step.Arguments[0], term);
                return Reduce(step.Reduction, terms);
            case TraceKind.SumOverOthers:
                double[] pairs = new double[Columns];
                for (int term = 0; term < pairs.Length; term++)
                    pairs[term] = Evaluate(step.Arguments[0], column, term);
                return Reduce(TraceReduction.Sum, pairs);
            default:
                double[] arguments = new double[step.Arguments.Length];
                for (int argument = 0; argument < arguments.Length; argument++)
                    arguments[argument] = Evaluate(step.Arguments[argument], column, other);
                return step.Function!(arguments);
        }
    }

    private readonly int IndexOf(TraceStep step, int column, int other) => (_sample * Columns) + ColumnOf(step, column, other);

    private readonly int ColumnOf(TraceStep step, int column, int other) => Math.Clamp((int)Evaluate(step.Arguments[0], column, other), 0, Columns - 1);

    /// <summary>Sums are rounded to the element type as they grow: an overflow on the way is one.</summary>
    private static double Reduce(TraceReduction reduction, double[] terms) => reduction switch
    {
        TraceReduction.Sum => terms.Aggregate(0.0, static (sum, term) => Rounded(sum + term)),
        TraceReduction.Product => terms.Aggregate(1.0, static (product, term) => Rounded(product * term)),
        TraceReduction.Max => terms.Aggregate(Math.Max),
        TraceReduction.Min => terms.Aggregate(Math.Min),
        _ => terms.Aggregate(LossMath.LogAddExp),
    };

    private static double Rounded(double value) => double.CreateChecked(T.CreateTruncating(value));

    /// <summary>The first of a step's arguments that is not finite; null if all are, and the step itself is to blame.</summary>
    private readonly (int Step, int Column, int Other)? FindCause(int step, int column, int other)
    {
        TraceStep known = _steps[step];
        if (known.Kind is TraceKind.Reduce or TraceKind.SumOverOthers)
        {
            bool isOfOthers = known.Kind == TraceKind.SumOverOthers;
            for (int term = 0; term < Columns; term++)
            {
                if (!double.IsFinite(isOfOthers ? Evaluate(known.Arguments[0], column, term) : Evaluate(known.Arguments[0], term)))
                    return isOfOthers ? (known.Arguments[0], column, term) : (known.Arguments[0], term, 0);
            }

            return null;
        }

        bool isChoice = known.Kind == TraceKind.Choice;
        int skipped = isChoice ? Evaluate(known.Arguments[0], column, other) != 0 ? 2 : 1 : -1;
        for (int argument = isChoice ? 1 : 0; argument < known.Arguments.Length; argument++)
        {
            // A constant may be infinite, and do no harm.
            if (argument != skipped && _steps[known.Arguments[argument]].Kind != TraceKind.Constant && !double.IsFinite(Evaluate(known.Arguments[argument], column, other)))
                return (known.Arguments[argument], column, other);
        }

        return null;
    }

    /// <summary>The inputs under a step, in the order in which they are read.</summary>
    private readonly void Collect(int step, int column, int other, ImmutableArray<ExplainedInput>.Builder inputs, HashSet<int> seen)
    {
        if (inputs.Count == MostInputs || !seen.Add(step))
            return;

        if (InputAt(step, column, other) is { } input)
        {
            if (!inputs.Contains(input))
                inputs.Add(input);
            return;
        }

        bool isOfColumns = _steps[step].Kind == TraceKind.Reduce;
        bool isOfOthers = _steps[step].Kind == TraceKind.SumOverOthers;
        foreach (int argument in _steps[step].Arguments)
        {
            // A reduction has one input for each column; the first columns stand for them.
            for (int term = 0; term < (isOfColumns || isOfOthers ? Math.Min(Columns, MostInputs) : 1); term++)
                Collect(argument, isOfColumns ? term : column, isOfOthers ? term : other, inputs, isOfColumns || isOfOthers ? [] : seen);
        }
    }

    /// <summary>The input that a step reads; null if it reads none.</summary>
    private readonly ExplainedInput? InputAt(int step, int column, int other)
    {
        TraceStep known = _steps[step];
        if (known.Kind is TraceKind.Constant or > TraceKind.HyperparameterAt)
            return null;

        double value = Evaluate(step, column, other);
        string name = known.Kind is TraceKind.PredictionAt or TraceKind.TargetAt or TraceKind.HyperparameterAt
            ? FormattableString.Invariant($"{known.Text}[{ColumnOf(known, column, other)}]")
            : known.Text;
        return new(name, value, IsInside(known, value) ? null : known.DomainText);
    }

    private static bool IsInside(TraceStep step, double value) => step.Domain.Length == 0
        || (step.IsFiniteSet ? step.Domain.Any(allowed => Rounded(allowed) == value) : value >= Rounded(step.Domain[0]) && value <= Rounded(step.Domain[1]));
}
