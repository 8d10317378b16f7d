using System.Runtime.CompilerServices;

namespace LossGen.Simd;

public unsafe partial interface ISimdVector<V, T>
{
    /// <summary>e^(−½x²), within 2 ulp, the rounding error of x² put back as in <see cref="Gaussian"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual V HalfGaussian(V x)
    {
        V square = x * x;
        V error = V.MultiplyAdd(x, x, -square);
        V rounded = V.ExpOfNonPositive(V.Create(-0.5) * square);
        V corrected = V.MultiplyAdd(V.Create(-0.5) * rounded, error, rounded);

        // Beyond 1600 the value is 0 in either element type, and the error of an infinite square is not a number.
        return V.Select(V.GreaterThan(square, V.Create(1600.0)), V.Zero, corrected);
    }
}
