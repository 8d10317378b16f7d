using System.ComponentModel;
using System.Globalization;

namespace LossGen.Explanation;

/// <summary>One operation of a loss's formula, for evaluation in scalar. Generated code makes them, in an order in which arguments come first.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TraceStep
{
    private TraceStep(TraceKind kind, string text, params int[] arguments)
    {
        Kind = kind;
        Text = text;
        Arguments = arguments;
    }

    internal TraceKind Kind { get; }

    internal string Text { get; }

    internal int[] Arguments { get; }

    /// <summary>The position of an input among those of its role.</summary>
    internal int Position { get; private init; }

    internal double Value { get; private init; }

    internal Func<double[], double>? Function { get; private init; }

    /// <summary>The declared domain of an input, its values in ascending order if these are finitely many, else its bounds.</summary>
    internal double[] Domain { get; private init; } = [];

    internal bool IsFiniteSet { get; private init; }

    internal string DomainText => IsFiniteSet
        ? "{" + string.Join(", ", Domain.Select(static value => value.ToString("R", CultureInfo.InvariantCulture))) + "}"
        : $"[{ExplainedInput.Print(Domain[0])}, {ExplainedInput.Print(Domain[1])}]";

    /// <summary>A constant, rounded to the element type.</summary>
    public static TraceStep Constant(double value) => new(TraceKind.Constant, "") { Value = value };

    /// <summary>A prediction that is a number.</summary>
    public static TraceStep Prediction(int position, string name, double[]? range = null, double[]? allowed = null) => Input(TraceKind.Prediction, position, name, range, allowed);

    /// <summary>A target that is a number.</summary>
    public static TraceStep Target(int position, string name, double[]? range = null, double[]? allowed = null) => Input(TraceKind.Target, position, name, range, allowed);

    /// <summary>An element of a row that is a prediction.</summary>
    public static TraceStep PredictionAt(int position, string name, int column, double[]? range = null, double[]? allowed = null) =>
        Input(TraceKind.PredictionAt, position, name, range, allowed, column);

    /// <summary>An element of a row that is a target.</summary>
    public static TraceStep TargetAt(int position, string name, int column, double[]? range = null, double[]? allowed = null) =>
        Input(TraceKind.TargetAt, position, name, range, allowed, column);

    /// <summary>A label.</summary>
    public static TraceStep Label(int position, string name) => Input(TraceKind.Label, position, name, null, null);

    /// <summary>A hyperparameter.</summary>
    public static TraceStep Hyperparameter(int position, string name) => Input(TraceKind.Hyperparameter, position, name, null, null);

    /// <summary>An element of a hyperparameter that is a row.</summary>
    public static TraceStep HyperparameterAt(int position, string name, int column) => Input(TraceKind.HyperparameterAt, position, name, null, null, column);

    /// <summary>The number of the column.</summary>
    public static TraceStep Column() => new(TraceKind.Column, "i");

    /// <summary>The number of columns.</summary>
    public static TraceStep Columns() => new(TraceKind.Columns, "n");

    /// <summary>A function of earlier steps. A condition is 0 or 1.</summary>
    public static TraceStep Call(string text, Func<double[], double> function, params int[] arguments) => new(TraceKind.Call, text, arguments) { Function = function };

    /// <summary>The one or the other, of which only one is evaluated.</summary>
    public static TraceStep Choice(string text, int condition, int whenTrue, int whenFalse) => new(TraceKind.Choice, text, condition, whenTrue, whenFalse);

    /// <summary>A reduction over the columns.</summary>
    public static TraceStep Reduce(string text, TraceReduction reduction, int body) => new(TraceKind.Reduce, text, body) { Position = (int)reduction };

    private static TraceStep Input(TraceKind kind, int position, string name, double[]? range, double[]? allowed, params int[] arguments) =>
        new(kind, name, arguments) { Position = position, Domain = allowed ?? range ?? [], IsFiniteSet = allowed is not null };
}

/// <summary>The reductions of a <see cref="TraceStep"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum TraceReduction
{
    /// <summary>The sum.</summary>
    Sum,

    /// <summary>The product.</summary>
    Product,

    /// <summary>The largest.</summary>
    Max,

    /// <summary>The smallest.</summary>
    Min,

    /// <summary>The logarithm of the sum of exponentials.</summary>
    LogSumExp,
}

/// <summary>What a <see cref="TraceStep"/> is.</summary>
internal enum TraceKind
{
    Constant,
    Prediction,
    Target,
    PredictionAt,
    TargetAt,
    Label,
    Hyperparameter,
    HyperparameterAt,
    Column,
    Columns,
    Call,
    Choice,
    Reduce,
}
