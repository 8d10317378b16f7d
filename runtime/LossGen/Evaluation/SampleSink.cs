using System.Numerics;
using System.Runtime.CompilerServices;
using LossGen.Simd;

namespace LossGen.Evaluation;

/// <summary>Stores the derivatives of <c>V.Count</c> neighbouring samples, scaled.</summary>
internal readonly unsafe struct SampleSink<V, T, TWeighting> : IDerivativeSink<V>
    where V : struct, ISimdVector<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TWeighting : struct, IWeighting<TWeighting, V, T>
{
    private readonly T** _gradients;
    private readonly T** _hessians;
    private readonly nint _first;
    private readonly TWeighting _weighting;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal SampleSink(T** gradients, T** hessians, nint first, TWeighting weighting)
    {
        _gradients = gradients;
        _hessians = hessians;
        _first = first;
        _weighting = weighting;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Gradient(int prediction, V derivative) => V.Store(_weighting.Derivative(derivative), _gradients[prediction] + _first);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Hessian(int prediction, V secondDerivative) => V.Store(_weighting.Derivative(secondDerivative), _hessians[prediction] + _first);
}
