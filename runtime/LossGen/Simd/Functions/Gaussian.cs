using System.Runtime.CompilerServices;

namespace LossGen.Simd;

public unsafe partial interface ISimdVector<V, T>
{
    /// <summary>e^(−x²), within 2 ulp: the rounding error of x², which the exponential would magnify by x², is put back.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual V Gaussian(V x)
    {
        V square = x * x;
        V error = V.MultiplyAdd(x, x, -square);
        V rounded = V.ExpOfNonPositive(-square);
        V corrected = V.MultiplyAdd(-rounded, error, rounded);

        // Beyond 800 the value is 0 in either element type, and the error of an infinite square is not a number.
        return V.Select(V.GreaterThan(square, V.Create(800.0)), V.Zero, corrected);
    }
}
