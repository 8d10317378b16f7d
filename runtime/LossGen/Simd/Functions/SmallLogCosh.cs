using System.Runtime.CompilerServices;

namespace LossGen.Simd.Functions;

/// <summary>log(cosh x) for |x| ≤ 0.707, where |x| − log 2 + log(1 + e^(−2|x|)) cancels.</summary>
internal static class SmallLogCosh
{
    /// <summary>½x² + x⁴·P(x²), minimax; relative error of the logarithm 2^-28.5 for float and 2^-60.7 for double.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Evaluate<V, T>(V x)
        where V : struct, ISimdVector<V, T>
        where T : unmanaged
    {
        var square = x * x;
        V p;
        if (typeof(T) == typeof(float))
        {
            p = V.MultiplyAdd(square, -0.0004585868, 0.002049277);
            p = V.MultiplyAdd(p, square, -0.0067136264);
            p = V.MultiplyAdd(p, square, 0.022218823);
            p = V.MultiplyAdd(p, square, -0.08333322);
        }
        else
        {
            p = V.MultiplyAdd(square, 1.9677457910052523e-07, -1.1656295064627432e-06);
            p = V.MultiplyAdd(p, square, 4.05739879541608e-06);
            p = V.MultiplyAdd(p, square, -1.1782762637536237e-05);
            p = V.MultiplyAdd(p, square, 3.271941121338775e-05);
            p = V.MultiplyAdd(p, square, -9.097530917513844e-05);
            p = V.MultiplyAdd(p, square, 0.0002565782118966221);
            p = V.MultiplyAdd(p, square, -0.0007386026999621986);
            p = V.MultiplyAdd(p, square, 0.002186948835206921);
            p = V.MultiplyAdd(p, square, -0.006746031745268501);
            p = V.MultiplyAdd(p, square, 0.022222222222206323);
            p = V.MultiplyAdd(p, square, -0.08333333333333322);
        }

        // ½x is exact even where x² is subnormal.
        return V.MultiplyAdd(x * 0.5, x, square * square * p);
    }
}
