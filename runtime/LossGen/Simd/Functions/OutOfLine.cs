using System.Runtime.CompilerServices;

namespace LossGen.Simd.Functions;

/// <summary>
/// A call that the just-in-time compiler does not inline, for functions of some fifty operations and more. A kernel with a few of
/// them inlined exceeds what the compiler is willing to inline (some thousand variables a method), and then every operation becomes a call.
/// </summary>
internal static unsafe class OutOfLine<TFunction, V, T>
    where TFunction : struct, IOutOfLineFunction<V, T>
    where V : struct, ISimdVector<V, T>
    where T : unmanaged
{
    /// <summary>The function's value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    [SkipLocalsInit]
    public static V Call(V x)
    {
        Unsafe.SkipInit(out V slot);
        void* address = Unsafe.AsPointer(ref slot);
        StackSlot<V, T>.Write(x, address);
        Evaluate(address);
        return StackSlot<V, T>.Read(address);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Evaluate(void* slot) =>
        StackSlot<V, T>.Write(TFunction.Evaluate(StackSlot<V, T>.Read(slot)), slot);
}
