using System.Numerics;
using LossGen.Simd;

namespace LossGen.Evaluation;

/// <summary>Something made for one vector type, such as the addresses of loops.</summary>
internal interface IWidthSelection<T, TResult>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Makes it.</summary>
    static abstract TResult Select<V>()
        where V : struct, ISimdVector<V, T>;
}

/// <summary>
/// The vector types of one element type. A virtual method with type parameters takes code that knows only <typeparamref name="T"/> to code
/// that knows the vector: the one step that static types alone cannot make. It is taken once per kernel, not once per call.
/// </summary>
internal abstract class VectorFamily<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The family of <typeparamref name="T"/>.</summary>
    internal static VectorFamily<T> Instance { get; } =
        new SingleVectors() as VectorFamily<T> ?? new DoubleVectors() as VectorFamily<T> ?? throw new NotSupportedException($"Losses are evaluated in float or double, not in {typeof(T)}.");

    /// <summary>Makes something for the vector type of a width.</summary>
    internal abstract TResult Select<TSelection, TResult>(VectorWidth width)
        where TSelection : IWidthSelection<T, TResult>;
}

/// <summary>Vectors of <see cref="float"/>.</summary>
internal sealed class SingleVectors : VectorFamily<float>
{
    internal override TResult Select<TSelection, TResult>(VectorWidth width) => width switch
    {
        VectorWidth.Bits512 => TSelection.Select<Vector512Single>(),
        VectorWidth.Bits256 => TSelection.Select<Vector256Single>(),
        VectorWidth.Bits128 => TSelection.Select<Vector128Single>(),
        _ => TSelection.Select<ScalarSingle>(),
    };
}

/// <summary>Vectors of <see cref="double"/>.</summary>
internal sealed class DoubleVectors : VectorFamily<double>
{
    internal override TResult Select<TSelection, TResult>(VectorWidth width) => width switch
    {
        VectorWidth.Bits512 => TSelection.Select<Vector512Double>(),
        VectorWidth.Bits256 => TSelection.Select<Vector256Double>(),
        VectorWidth.Bits128 => TSelection.Select<Vector128Double>(),
        _ => TSelection.Select<ScalarDouble>(),
    };
}
