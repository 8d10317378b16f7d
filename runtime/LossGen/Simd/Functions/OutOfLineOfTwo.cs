using System.Runtime.CompilerServices;

namespace LossGen.Simd.Functions;

/// <summary><see cref="OutOfLine{TFunction, V, T}"/> for functions of two arguments.</summary>
internal static unsafe class OutOfLineOfTwo<TFunction, V, T>
    where TFunction : struct, IOutOfLineFunctionOfTwo<V, T>
    where V : struct, ISimdVector<V, T>
    where T : unmanaged
{
    /// <summary>The function's value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    [SkipLocalsInit]
    public static V Call(V first, V second)
    {
        Unsafe.SkipInit(out V firstSlot);
        Unsafe.SkipInit(out V secondSlot);
        void* firstAddress = Unsafe.AsPointer(ref firstSlot);
        void* secondAddress = Unsafe.AsPointer(ref secondSlot);
        StackSlot<V, T>.Write(first, firstAddress);
        StackSlot<V, T>.Write(second, secondAddress);
        Evaluate(firstAddress, secondAddress);
        return StackSlot<V, T>.Read(firstAddress);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Evaluate(void* first, void* second) =>
        StackSlot<V, T>.Write(TFunction.Evaluate(StackSlot<V, T>.Read(first), StackSlot<V, T>.Read(second)), first);
}
