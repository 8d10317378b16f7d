using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LossGen.Simd.Functions;

/// <summary>
/// A vector on its way between two methods. 512 bits travel as two halves: the stack is aligned to 16 bytes only, and a
/// processor that cannot forward a misaligned 64-byte store to the load that follows (measured on Zen 4) waits until the store
/// retires, which keeps it from overlapping one vector with the next and takes two to three times as long.
/// </summary>
internal static unsafe class StackSlot<V, T>
    where V : struct, ISimdVector<V, T>
    where T : unmanaged
{
    /// <summary>Writes a vector to memory that need not be aligned.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(V value, void* slot)
    {
        if (Unsafe.SizeOf<V>() == Vector512<byte>.Count)
        {
            Vector512<byte> whole = Unsafe.BitCast<V, Vector512<byte>>(value);
            whole.GetLower().Store((byte*)slot);
            whole.GetUpper().Store((byte*)slot + Vector256<byte>.Count);
        }
        else
        {
            V.Store(value, (T*)slot);
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Read(void* slot)
    {
        if (Unsafe.SizeOf<V>() == Vector512<byte>.Count)
        {
            Vector256<byte> lower = Vector256.Load((byte*)slot);
            Vector256<byte> upper = Vector256.Load((byte*)slot + Vector256<byte>.Count);
            return Unsafe.BitCast<Vector512<byte>, V>(lower.ToVector512Unsafe().WithUpper(upper));
        }

        return V.Load((T*)slot);
    }
}
