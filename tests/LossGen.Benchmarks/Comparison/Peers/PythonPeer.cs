using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace LossGen.Benchmarks.Comparison.Peers;

/// <summary>A Python library, in a process of its own that times one request after another.</summary>
internal sealed class PythonPeer : IPeer
{
    internal const string Torch = "PyTorch";
    internal const string ScikitLearn = "scikit-learn";

    /// <summary>The first on the path, then the system's own: a virtual environment need not have the library.</summary>
    private static readonly string[] Interpreters = ["python3", "/usr/bin/python3"];

    private readonly Process _process;
    private readonly string _directory;
    private readonly int _largestThreads;
    private readonly HashSet<string> _losses;

    /// <summary>Takes over a process that has said who it is: version, the most threads that it uses, losses.</summary>
    private PythonPeer(string name, Process process, string directory, string[] greeting)
    {
        Name = name;
        _process = process;
        _directory = directory;
        Variant = greeting[0];
        _largestThreads = int.Parse(greeting[1], CultureInfo.InvariantCulture);
        _losses = [.. greeting[2..]];
    }

    public string Name { get; }

    public string Variant { get; }

    public bool ComputesLoss => true;

    /// <summary>Starts the first interpreter that has the library.</summary>
    /// <param name="name">The library.</param>
    /// <param name="script">The embedded script that serves its losses.</param>
    /// <param name="directory">Where scripts and data go.</param>
    /// <exception cref="PeerUnavailableException">No interpreter has it.</exception>
    internal static PythonPeer Start(string name, string script, string directory)
    {
        string path = Path.Combine(directory, script);
        EmbeddedFile.WriteTo(path);
        EmbeddedFile.WriteTo(Path.Combine(directory, "peer_requests.py"));
        var reasons = new List<string>();
        foreach (string interpreter in Interpreters)
        {
            try
            {
                Process process = Tool.Start(interpreter, path);
                if (process.StandardOutput.ReadLine() is { } greeting)
                    return new PythonPeer(name, process, directory, greeting.Split('\t'));
                reasons.Add($"{interpreter}: {Tool.LastLine(process.StandardError.ReadToEnd())}");
                process.Dispose();
            }
            catch (PeerUnavailableException exception)
            {
                reasons.Add(exception.Message);
            }
        }

        throw new PeerUnavailableException(string.Join("; ", reasons));
    }

    public bool Takes(Case @case) => @case.Threads <= _largestThreads && _losses.Contains(@case.Workload.Key);

    public void Load(Batch batch)
    {
        string predictions = Path.Combine(_directory, "predictions.float32");
        string targets = Path.Combine(_directory, batch.Tile.Labels.Length > 0 ? "targets.int32" : "targets.float32");
        File.WriteAllBytes(predictions, MemoryMarshal.AsBytes<float>(batch.Tile.Prediction));
        File.WriteAllBytes(targets, batch.Tile.Labels.Length > 0 ? MemoryMarshal.AsBytes<int>(batch.Tile.Labels) : MemoryMarshal.AsBytes<float>(batch.Tile.Target));
        Request("load", batch.Shape.Samples, batch.Shape.Columns, predictions, targets);
    }

    public PeerResult Evaluate(Case @case, Batch batch)
    {
        int length = Math.Min(batch.Shape.Elements, batch.Tile.Prediction.Length);
        string gradient = Path.Combine(_directory, "gradient.float32");
        string value = Request("check", @case.Workload.Key, @case.Threads, length, gradient);
        MemoryMarshal.Cast<byte, float>(File.ReadAllBytes(gradient)).CopyTo(batch.GradientSpan);
        return new(double.Parse(value, CultureInfo.InvariantCulture), length);
    }

    public double Time(Case @case, Batch batch, int calls) =>
        double.Parse(Request("time", @case.Workload.Key, @case.Threads, calls), CultureInfo.InvariantCulture);

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private string Request(params object[] fields)
    {
        _process.StandardInput.WriteLine(string.Join('\t', fields));
        _process.StandardInput.Flush();
        return _process.StandardOutput.ReadLine()
            ?? throw new InvalidOperationException($"The process of {Name} ended: {Tool.LastLine(_process.StandardError.ReadToEnd())}");
    }
}
