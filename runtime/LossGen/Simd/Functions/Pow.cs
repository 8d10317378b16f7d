using System.Runtime.CompilerServices;
using LossGen.Simd.Functions;

namespace LossGen.Simd;

public unsafe partial interface ISimdVector<V, T>
{
    /// <summary>x^y, within 1.1 ulp, with the special cases of <see cref="Math.Pow"/>: x⁰ = 1 and 1^y = 1 always, a negative base only with an integer exponent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual V Pow(V x, V y) => PowerFunction.Evaluate<V, T>(x, y);
}
