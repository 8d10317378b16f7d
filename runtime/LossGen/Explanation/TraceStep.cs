using System.Globalization;

namespace LossGen.Explanation;

/// <summary>One operation of a loss's formula, for evaluation in scalar.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The formula, or the name of the input.</param>
/// <param name="Arguments">The steps that it needs.</param>
internal sealed record TraceStep(TraceKind Kind, string Text, params int[] Arguments)
{
    /// <summary>The position of an input among those of its role.</summary>
    public int Position { get; private init; }

    public double Value { get; private init; }

    public Func<double[], double>? Function { get; private init; }

    public TraceReduction Reduction { get; private init; }

    /// <summary>The declared domain of an input, its values in ascending order if these are finitely many, else its bounds.</summary>
    public double[] Domain { get; private init; } = [];

    public bool IsFiniteSet { get; private init; }

    public string DomainText => IsFiniteSet
        ? "{" + string.Join(", ", Domain.Select(static value => value.ToString("R", CultureInfo.InvariantCulture))) + "}"
        : $"[{ExplainedInput.Print(Domain[0])}, {ExplainedInput.Print(Domain[1])}]";

    /// <summary>Reads a line of a trace.</summary>
    /// <param name="line">The line, as <see cref="LossTrace"/> describes it.</param>
    /// <exception cref="FormatException">The line is none of a trace.</exception>
    public static TraceStep Parse(string line)
    {
        string[] parts = line.Split(" : ", 2);
        string[] words = parts[0].Split(' ');
        if (TraceFunctions.Find(words[0]) is { } function)
            return new(TraceKind.Call, parts[1], Integers(words.AsSpan(1))) { Function = function };

        TraceKind kind = Enum.TryParse(words[0], out TraceKind known) ? known : throw new FormatException($"A trace has no '{words[0]}'.");
        return kind switch
        {
            TraceKind.Constant => new(kind, "") { Value = Number(words[1]) },
            TraceKind.Reduce => new(kind, parts[1], Integers(words.AsSpan(2))) { Reduction = Enum.Parse<TraceReduction>(words[1]) },
            TraceKind.Choice => new(kind, parts[1], Integers(words.AsSpan(1))),
            TraceKind.Column => new(kind, "i"),
            TraceKind.OtherColumn => new(kind, "j"),
            TraceKind.SumOverOthers => new(kind, parts[1], Integers(words.AsSpan(1))),
            TraceKind.Columns => new(kind, "n"),
            _ => Input(kind, words),
        };
    }

    /// <summary>As in <c>PredictionAt 0 z 4 in 0 1</c>: role, position, name, step of the column, domain.</summary>
    private static TraceStep Input(TraceKind kind, string[] words)
    {
        int[] arguments = kind is TraceKind.PredictionAt or TraceKind.TargetAt or TraceKind.HyperparameterAt ? Integers(words.AsSpan(3, 1)) : [];
        int domain = 3 + arguments.Length;
        return new(kind, words[2], arguments)
        {
            Position = int.Parse(words[1], CultureInfo.InvariantCulture),
            Domain = [.. words.Skip(domain + 1).Select(Number)],
            IsFiniteSet = domain < words.Length && words[domain] == "of",
        };
    }

    private static int[] Integers(ReadOnlySpan<string> words)
    {
        int[] integers = new int[words.Length];
        for (int word = 0; word < words.Length; word++)
            integers[word] = int.Parse(words[word], CultureInfo.InvariantCulture);
        return integers;
    }

    private static double Number(string word) => word switch
    {
        "∞" => double.PositiveInfinity,
        "-∞" => double.NegativeInfinity,
        _ => double.Parse(word, CultureInfo.InvariantCulture),
    };
}

/// <summary>The reductions of a <see cref="TraceStep"/>.</summary>
internal enum TraceReduction
{
    Sum,
    Product,
    Max,
    Min,
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
    OtherColumn,
    Columns,
    Call,
    Choice,
    Reduce,
    SumOverOthers,
}
