namespace LossGen.Simd.Functions;

/// <summary>A function of two arguments that kernels call through <see cref="OutOfLineOfTwo{TFunction, V, T}"/>.</summary>
internal interface IOutOfLineFunctionOfTwo<V, T>
    where V : struct, ISimdVector<V, T>
    where T : unmanaged
{
    /// <summary>The value; to be inlined where the out-of-line method calls it.</summary>
    static abstract V Evaluate(V first, V second);
}
