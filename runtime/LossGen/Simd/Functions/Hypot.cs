using System.Runtime.CompilerServices;

namespace LossGen.Simd;

public unsafe partial interface ISimdVector<V, T>
{
    /// <summary>√(x² + y²) without overflow or underflow on the way, within 1.5 ulp; +∞ where either is infinite, even if the other is NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual V Hypot(V x, V y)
    {
        var isSingle = typeof(T) == typeof(float);
        var infinity = V.Create(double.PositiveInfinity);
        var (first, second) = (V.Abs(x), V.Abs(y));
        var largest = V.MaxOrRight(first, second);

        // Powers of two that bring the larger operand near the middle of the range: float beyond 2^±40, double beyond 2^±300.
        var isLarge = V.GreaterThan(largest, isSingle ? V.Create(1.099511627776e12) : V.Create(2.037035976334486e90));
        var isSmall = V.LessThan(largest, isSingle ? V.Create(9.094947017729282e-13) : V.Create(4.909093465297727e-91));
        var scale = V.Select(isSmall, isSingle ? V.Create(1.2676506002282294e30) : V.Create(4.149515568880993e180), V.Create(1.0));
        scale = V.Select(isLarge, isSingle ? V.Create(7.888609052210118e-31) : V.Create(2.409919865102884e-181), scale);
        var restored = V.Select(isSmall, isSingle ? V.Create(7.888609052210118e-31) : V.Create(2.409919865102884e-181), V.Create(1.0));
        restored = V.Select(isLarge, isSingle ? V.Create(1.2676506002282294e30) : V.Create(4.149515568880993e180), restored);

        first *= scale;
        second *= scale;
        var result = V.Sqrt(V.MultiplyAdd(first, first, second * second)) * restored;
        var isInfinite = V.Or(V.Equal(V.Abs(x), infinity), V.Equal(V.Abs(y), infinity));
        return V.Select(isInfinite, infinity, result);
    }
}
