using System.Runtime.CompilerServices;

namespace LossGen.Simd.Functions;

/// <summary>What the arc tangents of one and of two arguments share: arctan of a quotient in [0, 1].</summary>
internal static class ArcTangentCore<V, T>
    where V : struct, ISimdVector<V, T>
    where T : unmanaged
{
    /// <summary>
    /// arctan(quotient + quotientLow) − quotient, to which the caller adds the quotient last. The derivative 1/(1 + q²) that
    /// multiplies the low part is its expansion to the second order: the low part itself is at most an ulp.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Correction(V quotient, V quotientLow)
    {
        V square = quotient * quotient;
        V slope = V.MultiplyAdd(V.MultiplyAdd(V.Create(0.5), square, V.Create(-1.0)), square, V.Create(1.0));
        return V.MultiplyAdd(square * quotient, Polynomial(square), quotientLow * slope);
    }

    /// <summary>(arctan q − q)/q³ in z = q²; errors are relative to arctan q.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Polynomial(V z)
    {
        if (typeof(T) == typeof(float))
        {
            // Chebyshev fit of degree 9 on [0, 1.0]; error below 2^−26.45 with the rounded coefficients.
            V p = V.Create(0.0014886919);
            p = V.MultiplyAdd(p, z, V.Create(-0.009144629));
            p = V.MultiplyAdd(p, z, V.Create(0.026305001));
            p = V.MultiplyAdd(p, z, V.Create(-0.048960514));
            p = V.MultiplyAdd(p, z, V.Create(0.070319146));
            p = V.MultiplyAdd(p, z, V.Create(-0.08931827));
            p = V.MultiplyAdd(p, z, V.Create(0.11088262));
            p = V.MultiplyAdd(p, z, V.Create(-0.14284004));
            p = V.MultiplyAdd(p, z, V.Create(0.1999995));
            p = V.MultiplyAdd(p, z, V.Create(-0.33333334));
            return p;
        }
        else
        {
            // Chebyshev fit of degree 22 on [0, 1.0]; error below 2^−57.26 with the rounded coefficients.
            V p = V.Create(-5.1088410388226665e-06);
            p = V.MultiplyAdd(p, z, V.Create(6.417524965866564e-05));
            p = V.MultiplyAdd(p, z, V.Create(-0.00038394037972999467));
            p = V.MultiplyAdd(p, z, V.Create(0.0014617449054205385));
            p = V.MultiplyAdd(p, z, V.Create(-0.004000209679906822));
            p = V.MultiplyAdd(p, z, V.Create(0.00844989240397037));
            p = V.MultiplyAdd(p, z, V.Create(-0.014503079564732733));
            p = V.MultiplyAdd(p, z, V.Create(0.021121594179966983));
            p = V.MultiplyAdd(p, z, V.Create(-0.02718155333081564));
            p = V.MultiplyAdd(p, z, V.Create(0.03213544133307827));
            p = V.MultiplyAdd(p, z, V.Create(-0.036139320776507194));
            p = V.MultiplyAdd(p, z, V.Create(0.03971908106924452));
            p = V.MultiplyAdd(p, z, V.Create(-0.043407182638729704));
            p = V.MultiplyAdd(p, z, V.Create(0.04760471049395462));
            p = V.MultiplyAdd(p, z, V.Create(-0.05262931380521779));
            p = V.MultiplyAdd(p, z, V.Create(0.0588232553920069));
            p = V.MultiplyAdd(p, z, V.Create(-0.06666664203478607));
            p = V.MultiplyAdd(p, z, V.Create(0.07692307534369985));
            p = V.MultiplyAdd(p, z, V.Create(-0.09090909084093506));
            p = V.MultiplyAdd(p, z, V.Create(0.11111111110929807));
            p = V.MultiplyAdd(p, z, V.Create(-0.14285714285711718));
            p = V.MultiplyAdd(p, z, V.Create(0.19999999999999984));
            p = V.MultiplyAdd(p, z, V.Create(-0.3333333333333333));
            return p;
        }
    }
}
