using System.Runtime.InteropServices;

namespace LossGen.Benchmarks.Comparison;

/// <summary>Inputs and the gradient in native memory, all aligned to cache lines: no peer is handed a luckier address than another.</summary>
internal sealed unsafe class Batch : IDisposable
{
    private const int CacheLine = 64;

    internal Batch(InputTile tile, int count)
    {
        Tile = tile;
        Count = count;
        Prediction = Repeat(tile.Prediction, count);
        Target = Repeat(tile.Target, count);
        Gradient = Repeat([0f], count);
    }

    internal InputTile Tile { get; }

    internal int Count { get; }

    internal float* Prediction { get; }

    internal float* Target { get; }

    internal float* Gradient { get; }

    internal ReadOnlySpan<float> PredictionSpan => new(Prediction, Count);

    internal ReadOnlySpan<float> TargetSpan => new(Target, Count);

    internal Span<float> GradientSpan => new(Gradient, Count);

    public void Dispose()
    {
        NativeMemory.AlignedFree(Prediction);
        NativeMemory.AlignedFree(Target);
        NativeMemory.AlignedFree(Gradient);
    }

    private static float* Repeat(float[] values, int count)
    {
        var memory = (float*)NativeMemory.AlignedAlloc((nuint)count * sizeof(float), CacheLine);
        for (int first = 0; first < count; first += values.Length)
            values.AsSpan(0, Math.Min(values.Length, count - first)).CopyTo(new Span<float>(memory + first, count - first));
        return memory;
    }
}
