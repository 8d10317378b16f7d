using System.Globalization;
using System.Numerics;
using System.Reflection;
using LossGen.Evaluation;

namespace LossGen.Losses.Tests;

/// <summary>One assertion of another library's own test suite: <c>Data/peer_cases.py</c> says what a line is.</summary>
internal sealed record PeerVector(string Test, string Head, Reduction Reduction, int Columns, double[][] Inputs, double[] Weights, string Compared, double?[] Expected, double Tolerance)
{
    public static IReadOnlyList<PeerVector> All { get; } = [.. Lines().Select(Parse)];

    /// <summary>What the catalogue computes where the peer has its expected numbers.</summary>
    public double[] Evaluate<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var loss = (ILoss<T>)Create();
        LossSignature signature = loss.Signature;
        T[] weights = Convert<T>(Weights);
        LossBatch<T> batch = new(Reduction, weights, Columns);
        T[][] gradients = [.. signature.Predictions.Select((_, prediction) => new T[Inputs[prediction].Length])];
        T[][] hessians = [.. gradients.Select(static gradient => new T[gradient.Length])];
        T[] values = new T[Inputs[0].Length / Math.Max(1, Columns)];
        int position = 0;
        foreach (LossInput input in signature.Predictions)
        {
            batch.AddPrediction(Convert<T>(Inputs[position++]), input.Name, input.Shape);
        }

        foreach (LossInput input in signature.Targets)
        {
            batch.AddTarget(Convert<T>(Inputs[position++]), input.Name, input.Shape);
        }

        foreach (string label in signature.Labels)
        {
            batch.AddLabels((int[])[.. Inputs[position++].Select(static number => (int)number)], label);
        }

        switch (Compared)
        {
            case "gradient" or "hessian":
                for (int prediction = 0; prediction < gradients.Length; prediction++)
                {
                    batch.AddGradient(gradients[prediction], "gradient");
                    if (Compared == "hessian")
                    {
                        batch.AddHessian(hessians[prediction], "hessian");
                    }
                }

                break;
            case "values" or "double values" or "weighted values":
                batch.SetValues(values, "values");
                break;
        }

        T value = loss.Evaluate(ref batch);
        T[] result = Compared switch
        {
            "gradient" => gradients[0],
            "hessian" => hessians[0],
            "values" or "double values" => values,
            "weighted values" => [.. values.Zip(weights, static (sample, weight) => sample * weight)],
            _ => [value],
        };
        return [.. result.Select(double.CreateChecked)];
    }

    private static T[] Convert<T>(double[] numbers)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => [.. numbers.Select(static number => T.CreateChecked(number))];

    /// <summary>The class of the first word, with options as arguments of its constructor or, with a capital, as properties.</summary>
    private object Create()
    {
        string[] words = Head.Split(' ');
        Dictionary<string, string> options = words.Skip(1).Select(static word => word.Split('=')).ToDictionary(static option => option[0], static option => option[1]);
        Type type = typeof(SquaredErrorLoss).Assembly.GetType($"LossGen.Losses.{words[0]}", throwOnError: true)!;
        ConstructorInfo constructor = type.GetConstructors().Single();
        object loss = constructor.Invoke([.. constructor.GetParameters().Select(parameter =>
            options.Remove(parameter.Name!, out string? text) ? Option(text, parameter.ParameterType) : parameter.DefaultValue)]);
        foreach ((string name, string text) in options)
        {
            PropertyInfo property = type.GetProperty(name) ?? throw new MissingMemberException(words[0], name);
            property.SetValue(loss, Option(text, property.PropertyType));
        }

        return loss;
    }

    private static object Option(string text, Type type) => type == typeof(Row)
        ? new Row(text.Split(',').Select(static number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray().AsMemory())
        : System.Convert.ChangeType(text, Nullable.GetUnderlyingType(type) ?? type, CultureInfo.InvariantCulture);

    private static PeerVector Parse(string line)
    {
        string[] cells = line.Split('\t');
        return new(
            cells[0],
            cells[1],
            Enum.Parse<Reduction>(cells[2]),
            int.Parse(cells[3], CultureInfo.InvariantCulture),
            [.. cells[4].Split('/').Select(static input => input.Split(' ').Select(static number => Number(number)!.Value).ToArray())],
            cells[5] == "-" ? [] : [.. cells[5].Split(' ').Select(static number => Number(number)!.Value)],
            cells[6],
            [.. cells[7].Split(' ').Select(Number)],
            Number(cells[8])!.Value);
    }

    private static double? Number(string text) => text switch
    {
        "-" => null,
        "inf" => double.PositiveInfinity,
        "-inf" => double.NegativeInfinity,
        _ => double.Parse(text, CultureInfo.InvariantCulture),
    };

    private static IEnumerable<string> Lines()
    {
        using StreamReader reader = new(typeof(PeerVector).Assembly.GetManifestResourceStream("peer-vectors.tsv")!);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
