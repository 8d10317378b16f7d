using System.Runtime.CompilerServices;
using LossGen.Simd.Functions;

namespace LossGen.Simd;

public unsafe partial interface ISimdVector<V, T>
{
    /// <summary>The cube root, within 1 ulp; of a negative number the negative root.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual V Cbrt(V x)
    {
        // |x| = 2^(3q + r)·m with r in 0, 1, 2: the sixth keeps the floor away from rounding.
        var magnitude = V.Abs(x);
        var mantissa = V.Mantissa(magnitude);
        var exponent = V.Exponent(magnitude);
        var third = V.Floor(V.MultiplyAdd(exponent, 1.0 / 3, 1.0 / 6));
        var rest = V.MultiplyAdd(third, -3.0, exponent);
        var isOne = V.Equal(rest, V.Create(1.0));
        var isTwo = V.Equal(rest, V.Create(2.0));
        var scaled = mantissa * V.Select(isTwo, V.Create(4.0), V.Select(isOne, V.Create(2.0), V.Create(1.0)));
        var start = CubeRootOfMantissa.Approximate<V, T>(mantissa);
        start *= V.Select(isTwo, V.Create(1.5874010519681994), V.Select(isOne, V.Create(1.2599210498948732), V.Create(1.0))); // ∛4, ∛2

        // One step of Halley's method: cubic convergence.
        var square = start * start;
        var residual = V.MultiplyAdd(square, start, -scaled);
        var root = start - (start * residual / V.MultiplyAdd(residual, 2.0, scaled * 3.0));
        var result = V.CopySign(V.ScaleNearOne(root, third), x);
        return V.Select(V.And(V.IsFinite(x), V.NotEqual(x, V.Zero)), result, x);
    }
}
