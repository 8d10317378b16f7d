using System.Runtime.CompilerServices;

namespace LossGen.Simd;

public unsafe partial interface ISimdVector<V, T>
{
    /// <summary>1/cosh²(x) = 4·e^(−2|x|)/(1 + e^(−2|x|))², within 4 ulp: the derivative of the hyperbolic tangent, accurate in both tails.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual V SechSquared(V x)
    {
        V magnitude = V.Abs(x);
        V tail = V.Exp(-(magnitude + magnitude)); // whose subnormal results have one rounding, as the factor 4 magnifies it
        V denominator = V.Create(1.0) + tail;
        return V.Create(4.0) * tail / (denominator * denominator);
    }
}
