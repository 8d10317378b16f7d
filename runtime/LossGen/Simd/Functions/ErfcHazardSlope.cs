using System.Runtime.CompilerServices;
using LossGen.Simd.Functions;

namespace LossGen.Simd;

public unsafe partial interface ISimdVector<V, T>
{
    /// <summary>The derivative h·(h − 2x) of h = <see cref="ErfcHazard"/>, within 8 ulp where e^(−x²) is no subnormal number. +∞ gives 2, −∞ gives 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual V ErfcHazardSlope(V x) => OutOfLine<SlopeOfHazard<V, T>, V, T>.Call(x);
}

/// <summary>h·(h − 2x): as it stands below 1/4; above, where the difference cancels, a polynomial in t = (x − 2)/(x + 2).</summary>
internal readonly struct SlopeOfHazard<V, T> : IOutOfLineFunction<V, T>
    where V : struct, ISimdVector<V, T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Evaluate(V x)
    {
        V hazard = HazardOfErfc<V, T>.Quotient(x);

        // Below −30 h is 0, and an infinite difference would make its product NaN.
        V product = hazard * V.MultiplyAdd(V.MaxOrRight(V.Create(-30.0), x), V.Create(-2.0), hazard);
        return V.Select(V.LessThan(x, V.Create(0.25)), product, Polynomial(HazardOfErfc<V, T>.Variable(x)));
    }

    /// <summary>h·(h − 2x) in t; errors are relative.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Polynomial(V t)
    {
        if (typeof(T) == typeof(float))
        {
            // Chebyshev fit of degree 12 on [-0.78571, 1.0]; error below 2^−24.43 with the rounded coefficients.
            V t2 = t * t;
            V even = V.Create(0.001424106);
            even = V.MultiplyAdd(even, t2, V.Create(-0.006164601));
            even = V.MultiplyAdd(even, t2, V.Create(0.017660828));
            even = V.MultiplyAdd(even, t2, V.Create(-0.044999138));
            even = V.MultiplyAdd(even, t2, V.Create(0.111663096));
            even = V.MultiplyAdd(even, t2, V.Create(-0.29042336));
            even = V.MultiplyAdd(even, t2, V.Create(1.8475016));
            V odd = V.Create(-0.0015214843);
            odd = V.MultiplyAdd(odd, t2, V.Create(0.0049419156));
            odd = V.MultiplyAdd(odd, t2, V.Create(-0.008138582));
            odd = V.MultiplyAdd(odd, t2, V.Create(0.011425731));
            odd = V.MultiplyAdd(odd, t2, V.Create(-0.03853297));
            odd = V.MultiplyAdd(odd, t2, V.Create(0.3951628));
            return V.MultiplyAdd(odd, t, even);
        }
        else
        {
            // Chebyshev fit of degree 28 on [-0.78571, 1.0]; error below 2^−54.54 with the rounded coefficients.
            V t2 = t * t;
            V even = V.Create(-3.109900380264829e-08);
            even = V.MultiplyAdd(even, t2, V.Create(2.3597635881359583e-08));
            even = V.MultiplyAdd(even, t2, V.Create(-8.6991408236926e-07));
            even = V.MultiplyAdd(even, t2, V.Create(9.377824667690942e-06));
            even = V.MultiplyAdd(even, t2, V.Create(-4.418243047849005e-05));
            even = V.MultiplyAdd(even, t2, V.Create(0.00012462380607553748));
            even = V.MultiplyAdd(even, t2, V.Create(-0.00020375560372459052));
            even = V.MultiplyAdd(even, t2, V.Create(-5.772945569391297e-06));
            even = V.MultiplyAdd(even, t2, V.Create(0.00135477323263303));
            even = V.MultiplyAdd(even, t2, V.Create(-0.005782760726554314));
            even = V.MultiplyAdd(even, t2, V.Create(0.017324664995189303));
            even = V.MultiplyAdd(even, t2, V.Create(-0.044880712656438414));
            even = V.MultiplyAdd(even, t2, V.Create(0.1116450931848817));
            even = V.MultiplyAdd(even, t2, V.Create(-0.2904223830462407));
            even = V.MultiplyAdd(even, t2, V.Create(1.8475016836475548));
            V odd = V.Create(2.965949244207267e-07);
            odd = V.MultiplyAdd(odd, t2, V.Create(-1.9859401855325778e-06));
            odd = V.MultiplyAdd(odd, t2, V.Create(6.691583470112823e-06));
            odd = V.MultiplyAdd(odd, t2, V.Create(-1.1000646268339269e-05));
            odd = V.MultiplyAdd(odd, t2, V.Create(-1.5335112129660098e-05));
            odd = V.MultiplyAdd(odd, t2, V.Create(0.00017356295147244718));
            odd = V.MultiplyAdd(odd, t2, V.Create(-0.0006781657636093002));
            odd = V.MultiplyAdd(odd, t2, V.Create(0.0018266792859318896));
            odd = V.MultiplyAdd(odd, t2, V.Create(-0.003807213064124918));
            odd = V.MultiplyAdd(odd, t2, V.Create(0.006341907946706921));
            odd = V.MultiplyAdd(odd, t2, V.Create(-0.008570090585704584));
            odd = V.MultiplyAdd(odd, t2, V.Create(0.011488433162686048));
            odd = V.MultiplyAdd(odd, t2, V.Create(-0.03853638756607034));
            odd = V.MultiplyAdd(odd, t2, V.Create(0.3951628352863549));
            return V.MultiplyAdd(odd, t, even);
        }
    }
}
