using System.Numerics;
using System.Runtime.CompilerServices;
using LossGen.Simd;

namespace LossGen.Evaluation;

/// <summary>Scales losses and derivatives by weight and reduction. Two implementations, so that a call without weights pays nothing for them.</summary>
internal unsafe interface IWeighting<TSelf, V, T>
    where TSelf : struct, IWeighting<TSelf, V, T>
    where V : struct, ISimdVector<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>For <c>V.Count</c> neighbouring samples.</summary>
    static abstract TSelf OfSamples(T* weights, nint first, V scale);

    /// <summary>For a vector whose lanes belong to one sample.</summary>
    static abstract TSelf OfRow(T* weights, nint row, V scale);

    /// <summary>What the loss adds to the sum.</summary>
    V Loss(V loss);

    /// <summary>The derivative of the reduced value.</summary>
    V Derivative(V derivative);
}

/// <summary>Every sample counts once.</summary>
internal readonly unsafe struct Unweighted<V, T> : IWeighting<Unweighted<V, T>, V, T>
    where V : struct, ISimdVector<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly V _scale;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Unweighted(V scale) => _scale = scale;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Unweighted<V, T> OfSamples(T* weights, nint first, V scale) => new(scale);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Unweighted<V, T> OfRow(T* weights, nint row, V scale) => new(scale);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Loss(V loss) => loss;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Derivative(V derivative) => derivative * _scale;
}

/// <summary>Samples count by their weights. Those of weight 0 are blended out, not multiplied away, because 0 · ∞ is NaN.</summary>
internal readonly unsafe struct Weighted<V, T> : IWeighting<Weighted<V, T>, V, T>
    where V : struct, ISimdVector<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly V _ignored;
    private readonly V _weight;
    private readonly V _scaledWeight;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Weighted(V weight, V scale)
    {
        _ignored = V.Equal(weight, V.Zero);
        _weight = weight;
        _scaledWeight = weight * scale;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Weighted<V, T> OfSamples(T* weights, nint first, V scale) => new(V.Load(weights + first), scale);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Weighted<V, T> OfRow(T* weights, nint row, V scale) => new(V.Create(weights[row]), scale);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Loss(V loss) => V.Select(_ignored, V.Zero, loss * _weight);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Derivative(V derivative) => V.Select(_ignored, V.Zero, derivative * _scaledWeight);
}
