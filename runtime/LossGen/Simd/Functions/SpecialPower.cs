using System.Runtime.CompilerServices;

namespace LossGen.Simd.Functions;

/// <summary>x^y where x is not a positive finite number or y not finite: IEEE 754-2019, section 9.2.1, as <see cref="Math.Pow"/> has it.</summary>
internal static class SpecialPower
{
    /// <param name="x">The base.</param>
    /// <param name="y">The exponent.</param>
    /// <param name="logarithm">log₂|x|, used where x is finite and not zero.</param>
    /// <param name="magnitude">|x|^y, used where x and y are finite and x is not zero.</param>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    internal static V Evaluate<V, T>(V x, V y, V logarithm, V magnitude)
        where V : struct, ISimdVector<V, T>
        where T : unmanaged
    {
        var one = V.Create(1.0);
        var infinity = V.Create(double.PositiveInfinity);
        var notANumber = V.Create(double.NaN);
        var absolute = V.Abs(x);

        // |x|^y at the ends: 0 or ∞ by the sign of y·log|x|.
        var isZero = V.Equal(x, V.Zero);
        var isInfinite = V.Equal(absolute, infinity);
        var end = V.Select(isZero, -infinity, V.Select(isInfinite, infinity, logarithm));
        var limit = V.Select(V.GreaterThan(y * end, V.Zero), infinity, V.Zero);
        var isAtEnd = V.Or(V.Or(isZero, isInfinite), V.Equal(V.Abs(y), infinity));
        var result = V.Select(isAtEnd, limit, magnitude);

        // A negative base: the sign of an odd exponent, NaN for a finite base and a fractional exponent.
        var isInteger = V.Equal(V.Truncate(y), y);
        var half = y * 0.5;
        var isOdd = V.And(isInteger, V.NotEqual(V.Truncate(half), half));
        result = V.Select(isOdd, V.CopySign(result, x), result);
        var isUndefined = V.And(V.And(V.LessThan(x, V.Zero), V.Not(isInteger)), V.Not(isInfinite));
        result = V.Select(isUndefined, notANumber, result);

        result = V.Select(V.Or(V.IsNaN(x), V.IsNaN(y)), notANumber, result);
        var isMinusOneToInfinity = V.And(V.Equal(absolute, one), V.Equal(V.Abs(y), infinity));
        var isOne = V.Or(V.Or(V.Equal(y, V.Zero), V.Equal(x, one)), isMinusOneToInfinity);
        return V.Select(isOne, one, result);
    }
}
