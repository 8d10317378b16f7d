using System.Runtime.CompilerServices;

namespace LossGen.Simd.Functions;

/// <summary>
/// Sums and products that also give their own rounding error, so that <c>result + error</c> is exact
/// (Dekker 1971; Ogita, Rump, Oishi, "Accurate sum and dot product", 2005).
/// </summary>
internal static class ErrorFree<V, T>
    where V : struct, ISimdVector<V, T>
    where T : unmanaged
{
    /// <summary>The sum of two numbers in any order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Sum(V left, V right, out V error)
    {
        V sum = left + right;
        V rightPart = sum - left;
        error = (left - (sum - rightPart)) + (right - rightPart);
        return sum;
    }

    /// <summary>The sum of two numbers of which <paramref name="larger"/> has the larger magnitude, or is 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V SumOrdered(V larger, V smaller, out V error)
    {
        V sum = larger + smaller;
        error = smaller - (sum - larger);
        return sum;
    }

    /// <summary>The product of two numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Product(V left, V right, out V error)
    {
        V product = left * right;
        error = V.MultiplyAdd(left, right, -product);
        return product;
    }
}
