using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LossGen.Simd;

/// <summary>8 lanes of <see cref="double"/> in a 512-bit vector.</summary>
/// <remarks>The fields of an IEEE number are read and written by AVX-512 where the processor has it, else by integer operations.</remarks>
public readonly unsafe struct Vector512Double : ISimdVector<Vector512Double, double>
{
    /// <summary>1.5 · 2⁵² + 1023: added to an integer it leaves the biased exponent in the lowest bits (and rounds to an integer on the way).</summary>
    private const double ExponentMagic = 6755399441056767.0;

    private readonly Vector512<double> _value;

    /// <summary>Wraps a hardware vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512Double(Vector512<double> value) => _value = value;

    /// <inheritdoc/>
    public static int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512<double>.Count;
    }

    /// <inheritdoc/>
    public static Vector512Double Zero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Unsafe.BitCast<Vector512<double>, Vector512Double>(Vector512<double>.Zero);
    }

    /// <inheritdoc/>
    public static Vector512Double Iota
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Unsafe.BitCast<Vector512<double>, Vector512Double>(Vector512<double>.Indices);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Double Create(double value) => Unsafe.BitCast<Vector512<double>, Vector512Double>(Vector512.Create(value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Double Load(double* source) => Unsafe.BitCast<Vector512<double>, Vector512Double>(Vector512.Load(source));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Double LoadIntegers(int* source) => Unsafe.BitCast<Vector512<double>, Vector512Double>(Avx512F.IsSupported ? Avx512F.ConvertToVector512Double(Vector256.Load(source)) : Vector512.ConvertToDouble(Vector512.Create(Vector256.WidenLower(Vector256.Load(source)), Vector256.WidenUpper(Vector256.Load(source)))));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512Double vector, double* destination) => Vector512.Store(vector._value, destination);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Double operator +(Vector512Double left, Vector512Double right) => Unsafe.BitCast<Vector512<double>, Vector512Double>(left._value + right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Double operator -(Vector512Double left, Vector512Double right) => Unsafe.BitCast<Vector512<double>, Vector512Double>(left._value - right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Double operator *(Vector512Double left, Vector512Double right) => Unsafe.BitCast<Vector512<double>, Vector512Double>(left._value * right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Double operator /(Vector512Double left, Vector512Double right) => Unsafe.BitCast<Vector512<double>, Vector512Double>(left._value / right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Double operator -(Vector512Double value) => Unsafe.BitCast<Vector512<double>, Vector512Double>(-value._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Double MultiplyAdd(Vector512Double left, Vector512Double right, Vector512Double addend) => Unsafe.BitCast<Vector512<double>, Vector512Double>(Vector512.FusedMultiplyAdd(left._value, right._value, addend._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Double operator +(Vector512Double left, double right) => Unsafe.BitCast<Vector512<double>, Vector512Double>(left._value + Vector512.Create(right));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Double operator *(Vector512Double left, double right) => Unsafe.BitCast<Vector512<double>, Vector512Double>(left._value * Vector512.Create(right));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Double MultiplyAdd(Vector512Double left, Vector512Double right, double addend) => Unsafe.BitCast<Vector512<double>, Vector512Double>(Vector512.FusedMultiplyAdd(left._value, right._value, Vector512.Create(addend)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Double MultiplyAdd(Vector512Double left, double right, Vector512Double addend) => Unsafe.BitCast<Vector512<double>, Vector512Double>(Vector512.FusedMultiplyAdd(left._value, Vector512.Create(right), addend._value));

    /// <inheritdoc/>
    /// <remarks>The constant comes first: the instruction overwrites its first operand, and a copy of <paramref name="left"/> is saved.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Double MultiplyAdd(Vector512Double left, double right, double addend) => Unsafe.BitCast<Vector512<double>, Vector512Double>(Vector512.FusedMultiplyAdd(Vector512.Create(right), left._value, Vector512.Create(addend)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Double Abs(Vector512Double value) => Unsafe.BitCast<Vector512<double>, Vector512Double>(Vector512.Abs(value._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Double Sqrt(Vector512Double value) => Unsafe.BitCast<Vector512<double>, Vector512Double>(Vector512.Sqrt(value._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Double Min(Vector512Double left, Vector512Double right) => Unsafe.BitCast<Vector512<double>, Vector512Double>(Vector512.Min(left._value, right._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Double Max(Vector512Double left, Vector512Double right) => Unsafe.BitCast<Vector512<double>, Vector512Double>(Vector512.Max(left._value, right._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Double MinOrRight(Vector512Double left, Vector512Double right) =>
        Avx512F.IsSupported ? Unsafe.BitCast<Vector512<double>, Vector512Double>(Avx512F.Min(left._value, right._value)) : Select(LessThan(left, right), left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Double MaxOrRight(Vector512Double left, Vector512Double right) =>
        Avx512F.IsSupported ? Unsafe.BitCast<Vector512<double>, Vector512Double>(Avx512F.Max(left._value, right._value)) : Select(GreaterThan(left, right), left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Double Floor(Vector512Double value) => Unsafe.BitCast<Vector512<double>, Vector512Double>(Vector512.Floor(value._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Double Ceiling(Vector512Double value) => Unsafe.BitCast<Vector512<double>, Vector512Double>(Vector512.Ceiling(value._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Double Truncate(Vector512Double value) => Unsafe.BitCast<Vector512<double>, Vector512Double>(Vector512.Truncate(value._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Double Round(Vector512Double value) => Unsafe.BitCast<Vector512<double>, Vector512Double>(Vector512.Round(value._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Double Equal(Vector512Double left, Vector512Double right) => Unsafe.BitCast<Vector512<double>, Vector512Double>(Vector512.Equals(left._value, right._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Double NotEqual(Vector512Double left, Vector512Double right) => Unsafe.BitCast<Vector512<double>, Vector512Double>(~Vector512.Equals(left._value, right._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Double LessThan(Vector512Double left, Vector512Double right) => Unsafe.BitCast<Vector512<double>, Vector512Double>(Vector512.LessThan(left._value, right._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Double LessThanOrEqual(Vector512Double left, Vector512Double right) => Unsafe.BitCast<Vector512<double>, Vector512Double>(Vector512.LessThanOrEqual(left._value, right._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Double GreaterThan(Vector512Double left, Vector512Double right) => Unsafe.BitCast<Vector512<double>, Vector512Double>(Vector512.GreaterThan(left._value, right._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Double GreaterThanOrEqual(Vector512Double left, Vector512Double right) => Unsafe.BitCast<Vector512<double>, Vector512Double>(Vector512.GreaterThanOrEqual(left._value, right._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Double And(Vector512Double left, Vector512Double right) => Unsafe.BitCast<Vector512<double>, Vector512Double>(left._value & right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Double Or(Vector512Double left, Vector512Double right) => Unsafe.BitCast<Vector512<double>, Vector512Double>(left._value | right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Double Xor(Vector512Double left, Vector512Double right) => Unsafe.BitCast<Vector512<double>, Vector512Double>(left._value ^ right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Double Not(Vector512Double value) => Unsafe.BitCast<Vector512<double>, Vector512Double>(~value._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Double Select(Vector512Double condition, Vector512Double whenTrue, Vector512Double whenFalse) => Unsafe.BitCast<Vector512<double>, Vector512Double>(Vector512.ConditionalSelect(condition._value, whenTrue._value, whenFalse._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Any(Vector512Double condition) => Vector512.ExtractMostSignificantBits(condition._value) != 0;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Double Scale(Vector512Double value, Vector512Double exponent)
    {
        if (Avx512F.IsSupported)
        {
            return Unsafe.BitCast<Vector512<double>, Vector512Double>(Avx512F.Scale(value._value, exponent._value));
        }

        // At most two preliminary factors bring the exponent into the normal range. A number that a preliminary factor
        // 2^-969 makes subnormal underflows to zero in the end, so that no result is rounded twice.
        (value, exponent) = ScaleTowardsRange(value, exponent);
        (value, exponent) = ScaleTowardsRange(value, exponent);
        var bounded = Vector512.Min(Vector512.Max(exponent._value, Vector512.Create(-1022.0)), Vector512.Create(1023.0));
        return Unsafe.BitCast<Vector512<double>, Vector512Double>(value._value * PowerOfTwo(bounded));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Double ScaleNearOne(Vector512Double value, Vector512Double exponent)
    {
        if (Avx512F.IsSupported)
        {
            return Unsafe.BitCast<Vector512<double>, Vector512Double>(Avx512F.Scale(value._value, exponent._value));
        }

        // Two factors of about the same size: the first product is normal, hence exact.
        var half = Vector512.Floor(exponent._value * Vector512.Create(0.5));
        return Unsafe.BitCast<Vector512<double>, Vector512Double>(value._value * PowerOfTwo(half) * PowerOfTwo(exponent._value - half));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Double Exponent(Vector512Double value)
    {
        if (Avx512F.IsSupported)
        {
            return Unsafe.BitCast<Vector512<double>, Vector512Double>(Avx512F.GetExponent(value._value));
        }

        // The biased exponent, put into the low bits of 2^52, reads as the number 2^52 + exponent + 1023.
        var (normal, shift) = Normalize(value._value);
        var field = (Vector512.ShiftRightLogical(normal.AsInt64(), 52) | Vector512.Create(0x4330000000000000L)).AsDouble();
        return Unsafe.BitCast<Vector512<double>, Vector512Double>(field - Vector512.Create(4503599627371519.0) - shift);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Double Mantissa(Vector512Double value)
    {
        if (Avx512F.IsSupported)
        {
            return Unsafe.BitCast<Vector512<double>, Vector512Double>(Avx512F.GetMantissa(value._value, MantissaControl.OneToTwoWithoutSign));
        }

        var (normal, _) = Normalize(value._value);
        var field = normal.AsInt64() & Vector512.Create(0x000FFFFFFFFFFFFFL);
        return Unsafe.BitCast<Vector512<double>, Vector512Double>((field | Vector512.Create(0x3FF0000000000000L)).AsDouble());
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double SumLanes(Vector512Double value) => Vector256Double.SumLanes(new Vector256Double(value._value.GetLower()) + new Vector256Double(value._value.GetUpper()));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double MultiplyLanes(Vector512Double value) => Vector256Double.MultiplyLanes(new Vector256Double(value._value.GetLower()) * new Vector256Double(value._value.GetUpper()));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double MaxLanes(Vector512Double value) => Any(NotEqual(value, value)) ? double.NaN : LargestLane(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double MinLanes(Vector512Double value) => Any(NotEqual(value, value)) ? double.NaN : SmallestLane(value);

    /// <inheritdoc/>
    /// <remarks>The elements are doubles already: only the first accumulator is used.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Accumulate(ref Vector512Double low, ref Vector512Double high, Vector512Double value) => low += value;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Total(Vector512Double low, Vector512Double high) => SumLanes(low);

    /// <summary>The lanes, for the debugger.</summary>
    public override string ToString() => _value.ToString();

    /// <summary>The smallest lane of numbers, either zero among zeros: in a third of the time of <c>Min</c> from lane to lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static double SmallestLane(Vector512Double value) => Vector256Double.SmallestLane(Vector256Double.MinOrRight(new(value._value.GetLower()), new(value._value.GetUpper())));

    /// <summary>The largest lane of numbers, either zero among zeros: in a third of the time of <c>Max</c> from lane to lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static double LargestLane(Vector512Double value) => Vector256Double.LargestLane(Vector256Double.MaxOrRight(new(value._value.GetLower()), new(value._value.GetUpper())));

    /// <summary>2^exponent for an integral exponent in [-1022, 1023].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> PowerOfTwo(Vector512<double> exponent) =>
        Vector512.ShiftLeft((exponent + Vector512.Create(ExponentMagic)).AsInt64(), 52).AsDouble();

    /// <summary>Moves 2^1023 or 2^-969 from the exponent to the value where the exponent is out of the normal range.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512Double Value, Vector512Double Exponent) ScaleTowardsRange(Vector512Double value, Vector512Double exponent)
    {
        var above = Vector512.GreaterThan(exponent._value, Vector512.Create(1023.0));
        var below = Vector512.LessThan(exponent._value, Vector512.Create(-1022.0));
        var factor = Vector512.ConditionalSelect(above, Vector512.Create(8.98846567431158E+307), Vector512.ConditionalSelect(below, Vector512.Create(2.004168360008973E-292), Vector512.Create(1.0)));
        var moved = (above & Vector512.Create(1023.0)) | (below & Vector512.Create(-969.0));
        return (new(value._value * factor), new(exponent._value - moved));
    }

    /// <summary>The absolute value, subnormals multiplied by 2^52, and the exponent that this added.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<double> Normal, Vector512<double> Shift) Normalize(Vector512<double> value)
    {
        var magnitude = Vector512.Abs(value);
        var subnormal = Vector512.LessThan(magnitude, Vector512.Create(2.2250738585072014E-308));
        var normal = Vector512.ConditionalSelect(subnormal, magnitude * Vector512.Create(4503599627370496.0), magnitude);
        return (normal, subnormal & Vector512.Create(52.0));
    }
}
