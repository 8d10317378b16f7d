using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace LossGen.Benchmarks.Comparison.Peers;

/// <summary>PyTorch, eager with autograd, in a process of its own that times one request after another.</summary>
internal sealed class TorchPeer : IPeer
{
    internal const string PeerName = "PyTorch";

    /// <summary>The first on the path, then the system's own: a virtual environment need not have PyTorch.</summary>
    private static readonly string[] Interpreters = ["python3", "/usr/bin/python3"];

    private readonly Process _process;
    private readonly string _directory;

    private TorchPeer(Process process, string directory, string version)
    {
        _process = process;
        _directory = directory;
        Variant = version;
    }

    public string Name => PeerName;

    public string Variant { get; }

    public bool ComputesLoss => true;

    /// <summary>Starts the first interpreter that has PyTorch.</summary>
    /// <param name="directory">Where the script and the data go.</param>
    /// <exception cref="PeerUnavailableException">No interpreter has it.</exception>
    internal static TorchPeer Start(string directory)
    {
        string script = Path.Combine(directory, "torch_peer.py");
        EmbeddedFile.WriteTo(script);
        var reasons = new List<string>();
        foreach (string interpreter in Interpreters)
        {
            try
            {
                Process process = Tool.Start(interpreter, script);
                if (process.StandardOutput.ReadLine() is { } version)
                    return new TorchPeer(process, directory, version);
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

    public bool Takes(Case @case) => true;

    public void Load(Batch batch)
    {
        string predictions = Path.Combine(_directory, "predictions.f32");
        string targets = Path.Combine(_directory, "targets.f32");
        File.WriteAllBytes(predictions, MemoryMarshal.AsBytes<float>(batch.Tile.Prediction));
        File.WriteAllBytes(targets, MemoryMarshal.AsBytes<float>(batch.Tile.Target));
        Request("load", batch.Count, predictions, targets);
    }

    public PeerResult Evaluate(Case @case, Batch batch)
    {
        int length = Math.Min(batch.Count, batch.Tile.Length);
        string gradient = Path.Combine(_directory, "gradient.f32");
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
            ?? throw new InvalidOperationException($"PyTorch's process ended: {Tool.LastLine(_process.StandardError.ReadToEnd())}");
    }
}
