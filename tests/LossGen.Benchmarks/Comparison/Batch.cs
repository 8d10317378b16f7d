using System.Runtime.InteropServices;

namespace LossGen.Benchmarks.Comparison;

/// <summary>Inputs and the gradient in native memory, all aligned to cache lines: no peer is handed a luckier address than another.</summary>
internal sealed unsafe class Batch : IDisposable
{
    private const int CacheLine = 64;

    internal Batch(InputTile tile, BatchShape shape)
    {
        Tile = tile;
        Shape = shape;
        Prediction = Repeat(tile.Prediction, shape.Elements);
        Target = Repeat(tile.Target, shape.Samples);
        Labels = Repeat(tile.Labels, shape.Samples);
        Gradient = Repeat([0f], shape.Elements);
    }

    internal InputTile Tile { get; }

    internal BatchShape Shape { get; }

    internal float* Prediction { get; }

    /// <summary>Targets that are numbers; null where there are labels.</summary>
    internal float* Target { get; }

    /// <summary>Targets that are labels; null where they are numbers.</summary>
    internal int* Labels { get; }

    internal float* Gradient { get; }

    internal ReadOnlySpan<float> PredictionSpan => new(Prediction, Shape.Elements);

    internal ReadOnlySpan<float> TargetSpan => new(Target, Target is null ? 0 : Shape.Samples);

    internal ReadOnlySpan<int> LabelSpan => new(Labels, Labels is null ? 0 : Shape.Samples);

    internal Span<float> GradientSpan => new(Gradient, Shape.Elements);

    public void Dispose()
    {
        NativeMemory.AlignedFree(Prediction);
        NativeMemory.AlignedFree(Target);
        NativeMemory.AlignedFree(Labels);
        NativeMemory.AlignedFree(Gradient);
    }

    private static T* Repeat<T>(T[] values, int count)
        where T : unmanaged
    {
        if (values.Length == 0)
            return null;
        var memory = (T*)NativeMemory.AlignedAlloc((nuint)count * (nuint)sizeof(T), CacheLine);
        for (int first = 0; first < count; first += values.Length)
            values.AsSpan(0, Math.Min(values.Length, count - first)).CopyTo(new Span<T>(memory + first, count - first));
        return memory;
    }
}
