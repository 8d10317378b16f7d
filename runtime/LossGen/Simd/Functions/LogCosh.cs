using System.Runtime.CompilerServices;
using LossGen.Simd.Functions;

namespace LossGen.Simd;

public unsafe partial interface ISimdVector<V, T>
{
    /// <summary>log(cosh x), within 1.2 ulp, also relative to a small result.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual V LogCosh(V x)
    {
        var magnitude = V.Abs(x);
        var exponential = V.ExpOfNonPositive(magnitude * -2.0);
        var large = (magnitude + -LogarithmOfTwo.Rounded) + (V.LogP1OfUnit(exponential) + -LogarithmOfTwo.Correction<T>());
        return V.Select(V.LessThan(magnitude, V.Create(0.7)), SmallLogCosh.Evaluate<V, T>(magnitude), large);
    }
}
