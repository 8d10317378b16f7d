using System.Numerics;
using System.Runtime.CompilerServices;
using LossGen.Simd;

namespace LossGen.Evaluation;

/// <summary>Stores the derivatives of <c>V.Count</c> neighbouring samples, scaled. Three implementations, for as many derivatives as a call wants.</summary>
internal unsafe interface ISampleSink<TSelf, V, T, TWeighting> : IDerivativeSink<V>
    where TSelf : struct, ISampleSink<TSelf, V, T, TWeighting>
    where V : struct, ISimdVector<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TWeighting : struct, IWeighting<TWeighting, V, T>
{
    /// <summary>The sink for the samples from a first one on.</summary>
    static abstract TSelf At(T** gradients, T** hessians, nint first, TWeighting weighting);
}

/// <summary>Takes no derivatives.</summary>
internal readonly unsafe struct ValueSink<V, T, TWeighting> : ISampleSink<ValueSink<V, T, TWeighting>, V, T, TWeighting>
    where V : struct, ISimdVector<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TWeighting : struct, IWeighting<TWeighting, V, T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ValueSink<V, T, TWeighting> At(T** gradients, T** hessians, nint first, TWeighting weighting) => default;

    public void Gradient(int prediction, V derivative)
    {
    }

    public void Hessian(int prediction, V secondDerivative)
    {
    }
}

/// <summary>Stores gradients.</summary>
internal readonly unsafe struct GradientSink<V, T, TWeighting> : ISampleSink<GradientSink<V, T, TWeighting>, V, T, TWeighting>, IGradientSink
    where V : struct, ISimdVector<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TWeighting : struct, IWeighting<TWeighting, V, T>
{
    private readonly T** _gradients;
    private readonly nint _first;
    private readonly TWeighting _weighting;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private GradientSink(T** gradients, nint first, TWeighting weighting)
    {
        _gradients = gradients;
        _first = first;
        _weighting = weighting;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static GradientSink<V, T, TWeighting> At(T** gradients, T** hessians, nint first, TWeighting weighting) => new(gradients, first, weighting);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Gradient(int prediction, V derivative) => V.Store(_weighting.Derivative(derivative), _gradients[prediction] + _first);

    public void Hessian(int prediction, V secondDerivative)
    {
    }
}

/// <summary>Stores gradients and Hessians.</summary>
internal readonly unsafe struct HessianSink<V, T, TWeighting> : ISampleSink<HessianSink<V, T, TWeighting>, V, T, TWeighting>, IHessianSink
    where V : struct, ISimdVector<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TWeighting : struct, IWeighting<TWeighting, V, T>
{
    private readonly T** _gradients;
    private readonly T** _hessians;
    private readonly nint _first;
    private readonly TWeighting _weighting;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private HessianSink(T** gradients, T** hessians, nint first, TWeighting weighting)
    {
        _gradients = gradients;
        _hessians = hessians;
        _first = first;
        _weighting = weighting;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static HessianSink<V, T, TWeighting> At(T** gradients, T** hessians, nint first, TWeighting weighting) => new(gradients, hessians, first, weighting);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Gradient(int prediction, V derivative) => V.Store(_weighting.Derivative(derivative), _gradients[prediction] + _first);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Hessian(int prediction, V secondDerivative) => V.Store(_weighting.Derivative(secondDerivative), _hessians[prediction] + _first);
}
