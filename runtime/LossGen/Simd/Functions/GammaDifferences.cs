using System.Runtime.CompilerServices;

namespace LossGen.Simd.Functions;

/// <summary>
/// Differences ln Γ(x + a) − ln Γ(x), and of ψ and ψ′, without the functions themselves: from some x on by the difference of the asymptotic series
/// (Abramowitz and Stegun 6.1.41, 6.3.18, 6.4.12), which is taken in the algebra; from there down by the recurrences.
/// </summary>
internal static class GammaDifferences<V, T>
    where V : struct, ISimdVector<V, T>
    where T : unmanaged
{
    /// <summary>By how much a small x is raised: what the series leave out there is below half a unit in the last place of the differences.</summary>
    public static int Steps => typeof(T) == typeof(float) ? 6 : 12;

    /// <summary>Where x is raised.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V IsSmall(V x) => V.LessThan(x, V.Create(Steps));

    /// <summary>u = 1/z and v = 1/(z + a), where z is x, raised to where the series hold if it is small.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Reciprocals(V x, V a, V isSmall, out V u, out V v)
    {
        V z = V.Select(isSmall, x + V.Create(Steps), x);
        u = V.Create(1.0) / z;
        v = V.Create(1.0) / (z + a);
    }

    /// <summary>s(y) − s(x) with y = x + a, where ln Γ(x) = (x − ½)·ln x − x + ½·ln 2π + s(x); u = 1/x, v = 1/y and difference = v − u.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V OfStirlingSeries(V difference, V u, V v)
    {
        V slope = V.Zero;
        V value = V.Zero;
        V square = u * u;
        V other = v * v;
        if (typeof(T) != typeof(float))
        {
            Next(-3617.0 / 122400, square, other, ref value, ref slope);
            Next(1.0 / 156, square, other, ref value, ref slope);
            Next(-691.0 / 360360, square, other, ref value, ref slope);
        }

        Next(1.0 / 1188, square, other, ref value, ref slope);
        Next(-1.0 / 1680, square, other, ref value, ref slope);
        Next(1.0 / 1260, square, other, ref value, ref slope);
        Next(-1.0 / 360, square, other, ref value, ref slope);
        Next(1.0 / 12, square, other, ref value, ref slope);
        return difference * V.MultiplyAdd(u * (u + v), slope, value);
    }

    /// <summary>The difference ψ(y) − ψ(x) less that of the logarithms; scale = u − v.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V OfDigammaSeries(V scale, V u, V v)
    {
        V slope = V.Zero;
        V value = V.Zero;
        V square = u * u;
        V other = v * v;
        if (typeof(T) != typeof(float))
        {
            Next(-3617.0 / 8160, square, other, ref value, ref slope);
            Next(1.0 / 12, square, other, ref value, ref slope);
            Next(-691.0 / 32760, square, other, ref value, ref slope);
        }

        Next(1.0 / 132, square, other, ref value, ref slope);
        Next(-1.0 / 240, square, other, ref value, ref slope);
        Next(1.0 / 252, square, other, ref value, ref slope);
        Next(-1.0 / 120, square, other, ref value, ref slope);
        Next(1.0 / 12, square, other, ref value, ref slope);
        Next(0, square, other, ref value, ref slope);
        return scale * V.MultiplyAdd(u + v, slope, V.Create(0.5));
    }

    /// <summary>The difference ψ′(x) − ψ′(y) less u − v; scale = u − v.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V OfTrigammaSeries(V scale, V u, V v)
    {
        V slope = V.Zero;
        V value = V.Zero;
        V square = u * u;
        V other = v * v;
        if (typeof(T) != typeof(float))
        {
            Next(-3617.0 / 510, square, other, ref value, ref slope);
            Next(7.0 / 6, square, other, ref value, ref slope);
            Next(-691.0 / 2730, square, other, ref value, ref slope);
        }

        Next(5.0 / 66, square, other, ref value, ref slope);
        Next(-1.0 / 30, square, other, ref value, ref slope);
        Next(1.0 / 42, square, other, ref value, ref slope);
        Next(-1.0 / 30, square, other, ref value, ref slope);
        Next(1.0 / 6, square, other, ref value, ref slope);
        Next(0, square, other, ref value, ref slope);
        V sum = u + v;
        return scale * (V.MultiplyAdd(V.Create(0.5), sum, value) + (u * sum * slope));
    }

    /// <summary>Σ ln((x + a + j)/(x + j)) over the steps from a small x to where the series hold.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V SumOfLogarithms(V x, V a)
    {
        V sum = V.Zero;
        for (int step = 0; step < Steps; step++)
        {
            sum += V.LogP1(a / (x + V.Create(step)));
        }

        return sum;
    }

    /// <summary>Σ 1/(x + j) − 1/(x + a + j) over the steps.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V SumOfReciprocals(V x, V a)
    {
        V sum = V.Zero;
        for (int step = 0; step < Steps; step++)
        {
            V at = x + V.Create(step);
            sum += a / (at + a) / at;
        }

        return sum;
    }

    /// <summary>Σ 1/(x + j)² − 1/(x + a + j)² over the steps.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V SumOfSquares(V x, V a)
    {
        V sum = V.Zero;
        for (int step = 0; step < Steps; step++)
        {
            V at = x + V.Create(step);
            V reciprocal = V.Create(1.0) / at;
            V other = V.Create(1.0) / (at + a);
            sum += a * other * reciprocal * (reciprocal + other);
        }

        return sum;
    }

    /// <summary>A result for x &gt; 0 and a ≥ 0; NaN elsewhere.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Within(V x, V a, V result) => V.Select(V.And(V.GreaterThan(x, V.Zero), V.GreaterThanOrEqual(a, V.Zero)), result, V.Create(double.NaN));

    /// <summary>The same for the ratio Γ(x + a)/(Γ(x)·xᵃ) and its derivatives, which for a = 0 and a = 1 is 1 whatever x is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V OfRatio(V x, V a, V result) => Within(x, a, V.Select(V.Equal(a * a, a), V.Zero, result));

    /// <summary>A step of Horner's scheme for a polynomial at <paramref name="other"/> and for its divided difference between the two.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Next(double coefficient, V square, V other, ref V value, ref V slope)
    {
        slope = V.MultiplyAdd(slope, square, value);
        value = V.MultiplyAdd(value, other, V.Create(coefficient));
    }
}
