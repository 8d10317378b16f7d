using System.Globalization;
using System.Numerics;
using System.Text.Json;
using LossGen.Evaluation;

namespace LossGen.Losses.Tests;

/// <summary>What another library makes of a batch of rows: inputs, options, the reduced value and its gradients.</summary>
public sealed record PeerCase(JsonElement Json)
{
    private static readonly JsonElement[] All = Load();

    public static IEnumerable<PeerCase> Cases => All.Select(static json => new PeerCase(json));

    public string Loss => Json.GetProperty("loss").GetString()!;

    public double Value => Json.GetProperty("value").GetDouble();

    public double[][] Gradients => Rows("gradients");

    public double Number(string option) => Json.GetProperty(option).GetDouble();

    public bool Flag(string option) => Json.GetProperty(option).GetBoolean();

    /// <summary>The weights of the classes; the row without elements where the peer was given none.</summary>
    public Row ClassWeights => Json.TryGetProperty("classWeights", out JsonElement weights) ? new Row(Numbers(weights).AsMemory()) : default;

    public Reduction Reduction => Enum.Parse<Reduction>(Json.GetProperty("reduction").GetString()!);

    /// <summary>The same batch, evaluated by a loss of the catalogue.</summary>
    public (double Value, double[][] Gradients) Evaluate<T>(object subject)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var loss = (ILoss<T>)subject;
        LossBatch<T> batch = new(Reduction, default, (int)Number("columns"));
        T[][] predictions = Convert<T>("predictions");
        T[][] gradients = [.. predictions.Select(static prediction => new T[prediction.Length])];
        for (int i = 0; i < predictions.Length; i++)
        {
            batch.AddPrediction(predictions[i], loss.Signature.Predictions[i].Name, loss.Signature.Predictions[i].Shape);
            batch.AddGradient(gradients[i], "gradient");
        }

        T[][] targets = Convert<T>("targets");
        for (int i = 0; i < targets.Length; i++)
        {
            batch.AddTarget(targets[i], loss.Signature.Targets[i].Name, loss.Signature.Targets[i].Shape);
        }

        foreach (double[] labels in Rows("labels"))
        {
            batch.AddLabels((int[])[.. labels.Select(static label => (int)label)], "label");
        }

        double value = double.CreateChecked(loss.Evaluate(ref batch));
        return (value, [.. gradients.Select(static gradient => gradient.Select(double.CreateChecked).ToArray())]);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Loss}: {Json.GetProperty("source").GetString()}");

    private double[][] Rows(string name) => Json.TryGetProperty(name, out JsonElement rows) ? [.. rows.EnumerateArray().Select(Numbers)] : [];

    private T[][] Convert<T>(string name)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => [.. Rows(name).Select(static row => row.Select(T.CreateChecked).ToArray())];

    private static double[] Numbers(JsonElement json) => [.. json.EnumerateArray().Select(static number => number.GetDouble())];

    private static JsonElement[] Load()
    {
        using Stream stream = typeof(PeerCase).Assembly.GetManifestResourceStream("peers-rows.json")!;
        return [.. JsonDocument.Parse(stream).RootElement.GetProperty("cases").EnumerateArray()];
    }
}
