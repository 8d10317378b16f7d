namespace LossGen.Simd.Functions;

/// <summary>A function that kernels call through <see cref="OutOfLine{TFunction, V, T}"/>.</summary>
internal interface IOutOfLineFunction<V, T>
    where V : struct, ISimdVector<V, T>
    where T : unmanaged
{
    /// <summary>The value; to be inlined where the out-of-line method calls it.</summary>
    static abstract V Evaluate(V x);
}
