using System.Runtime.CompilerServices;

namespace LossGen.Simd.Functions;

/// <summary>The way out for arguments so rare that no vector code is worth its while.</summary>
internal static unsafe class LaneByLane<V, T>
    where V : struct, ISimdVector<V, T>
    where T : unmanaged
{
    /// <summary>
    /// Replaces the lanes of <paramref name="result"/> where <paramref name="condition"/> holds by
    /// <paramref name="function"/> of <paramref name="argument"/>, computed in double and rounded.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static V Replace(V result, V condition, V argument, delegate*<double, double> function)
    {
        T* conditions = stackalloc T[V.Count];
        T* arguments = stackalloc T[V.Count];
        T* results = stackalloc T[V.Count];
        V.Store(condition, conditions);
        V.Store(argument, arguments);
        V.Store(result, results);
        for (int lane = 0; lane < V.Count; lane++)
        {
            // A true condition has all bits set, which is a NaN.
            if (double.IsNaN(ElementNumber.ToDouble(conditions[lane])))
            {
                results[lane] = ElementNumber.Of<T>(function(ElementNumber.ToDouble(arguments[lane])));
            }
        }

        return V.Load(results);
    }
}
