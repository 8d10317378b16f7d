using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LossGen.Simd;

/// <summary>2 lanes of <see cref="double"/> in a 128-bit vector.</summary>
/// <remarks>The fields of an IEEE number are read and written by AVX-512 where the processor has it, else by integer operations.</remarks>
public readonly unsafe struct Vector128Double : ISimdVector<Vector128Double, double>
{
    /// <summary>1.5 · 2⁵² + 1023: added to an integer it leaves the biased exponent in the lowest bits (and rounds to an integer on the way).</summary>
    private const double ExponentMagic = 6755399441056767.0;

    private readonly Vector128<double> _value;

    /// <summary>Wraps a hardware vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128Double(Vector128<double> value) => _value = value;

    /// <inheritdoc/>
    public static int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector128<double>.Count;
    }

    /// <inheritdoc/>
    public static Vector128Double Zero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Unsafe.BitCast<Vector128<double>, Vector128Double>(Vector128<double>.Zero);
    }

    /// <inheritdoc/>
    public static Vector128Double Iota
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Unsafe.BitCast<Vector128<double>, Vector128Double>(Vector128<double>.Indices);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Double Create(double value) => Unsafe.BitCast<Vector128<double>, Vector128Double>(Vector128.Create(value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Double Load(double* source) => Unsafe.BitCast<Vector128<double>, Vector128Double>(Vector128.Load(source));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Double LoadIntegers(int* source) => Unsafe.BitCast<Vector128<double>, Vector128Double>(Vector128.Create((double)source[0], source[1]));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector128Double vector, double* destination) => Vector128.Store(vector._value, destination);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Double operator +(Vector128Double left, Vector128Double right) => Unsafe.BitCast<Vector128<double>, Vector128Double>(left._value + right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Double operator -(Vector128Double left, Vector128Double right) => Unsafe.BitCast<Vector128<double>, Vector128Double>(left._value - right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Double operator *(Vector128Double left, Vector128Double right) => Unsafe.BitCast<Vector128<double>, Vector128Double>(left._value * right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Double operator /(Vector128Double left, Vector128Double right) => Unsafe.BitCast<Vector128<double>, Vector128Double>(left._value / right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Double operator -(Vector128Double value) => Unsafe.BitCast<Vector128<double>, Vector128Double>(-value._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Double MultiplyAdd(Vector128Double left, Vector128Double right, Vector128Double addend) => Unsafe.BitCast<Vector128<double>, Vector128Double>(Vector128.FusedMultiplyAdd(left._value, right._value, addend._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Double operator +(Vector128Double left, double right) => Unsafe.BitCast<Vector128<double>, Vector128Double>(left._value + Vector128.Create(right));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Double operator *(Vector128Double left, double right) => Unsafe.BitCast<Vector128<double>, Vector128Double>(left._value * Vector128.Create(right));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Double MultiplyAdd(Vector128Double left, Vector128Double right, double addend) => Unsafe.BitCast<Vector128<double>, Vector128Double>(Vector128.FusedMultiplyAdd(left._value, right._value, Vector128.Create(addend)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Double MultiplyAdd(Vector128Double left, double right, Vector128Double addend) => Unsafe.BitCast<Vector128<double>, Vector128Double>(Vector128.FusedMultiplyAdd(left._value, Vector128.Create(right), addend._value));

    /// <inheritdoc/>
    /// <remarks>The constant comes first: the instruction overwrites its first operand, and a copy of <paramref name="left"/> is saved.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Double MultiplyAdd(Vector128Double left, double right, double addend) => Unsafe.BitCast<Vector128<double>, Vector128Double>(Vector128.FusedMultiplyAdd(Vector128.Create(right), left._value, Vector128.Create(addend)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Double Abs(Vector128Double value) => Unsafe.BitCast<Vector128<double>, Vector128Double>(Vector128.Abs(value._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Double Sqrt(Vector128Double value) => Unsafe.BitCast<Vector128<double>, Vector128Double>(Vector128.Sqrt(value._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Double Min(Vector128Double left, Vector128Double right) => Unsafe.BitCast<Vector128<double>, Vector128Double>(Vector128.Min(left._value, right._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Double Max(Vector128Double left, Vector128Double right) => Unsafe.BitCast<Vector128<double>, Vector128Double>(Vector128.Max(left._value, right._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Double MinOrRight(Vector128Double left, Vector128Double right) =>
        Sse2.IsSupported ? Unsafe.BitCast<Vector128<double>, Vector128Double>(Sse2.Min(left._value, right._value)) : Select(LessThan(left, right), left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Double MaxOrRight(Vector128Double left, Vector128Double right) =>
        Sse2.IsSupported ? Unsafe.BitCast<Vector128<double>, Vector128Double>(Sse2.Max(left._value, right._value)) : Select(GreaterThan(left, right), left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Double Floor(Vector128Double value) => Unsafe.BitCast<Vector128<double>, Vector128Double>(Vector128.Floor(value._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Double Ceiling(Vector128Double value) => Unsafe.BitCast<Vector128<double>, Vector128Double>(Vector128.Ceiling(value._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Double Truncate(Vector128Double value) => Unsafe.BitCast<Vector128<double>, Vector128Double>(Vector128.Truncate(value._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Double Round(Vector128Double value) => Unsafe.BitCast<Vector128<double>, Vector128Double>(Vector128.Round(value._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Double Equal(Vector128Double left, Vector128Double right) => Unsafe.BitCast<Vector128<double>, Vector128Double>(Vector128.Equals(left._value, right._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Double NotEqual(Vector128Double left, Vector128Double right) => Unsafe.BitCast<Vector128<double>, Vector128Double>(~Vector128.Equals(left._value, right._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Double LessThan(Vector128Double left, Vector128Double right) => Unsafe.BitCast<Vector128<double>, Vector128Double>(Vector128.LessThan(left._value, right._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Double LessThanOrEqual(Vector128Double left, Vector128Double right) => Unsafe.BitCast<Vector128<double>, Vector128Double>(Vector128.LessThanOrEqual(left._value, right._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Double GreaterThan(Vector128Double left, Vector128Double right) => Unsafe.BitCast<Vector128<double>, Vector128Double>(Vector128.GreaterThan(left._value, right._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Double GreaterThanOrEqual(Vector128Double left, Vector128Double right) => Unsafe.BitCast<Vector128<double>, Vector128Double>(Vector128.GreaterThanOrEqual(left._value, right._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Double And(Vector128Double left, Vector128Double right) => Unsafe.BitCast<Vector128<double>, Vector128Double>(left._value & right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Double Or(Vector128Double left, Vector128Double right) => Unsafe.BitCast<Vector128<double>, Vector128Double>(left._value | right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Double Xor(Vector128Double left, Vector128Double right) => Unsafe.BitCast<Vector128<double>, Vector128Double>(left._value ^ right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Double Not(Vector128Double value) => Unsafe.BitCast<Vector128<double>, Vector128Double>(~value._value);

    /// <inheritdoc/>
    /// <remarks>Without masks of AVX-512 one blend, which looks at the sign bits only, takes the place of and, and-not, or.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Double Select(Vector128Double condition, Vector128Double whenTrue, Vector128Double whenFalse) =>
        Sse41.IsSupported && !Avx512F.VL.IsSupported
            ? Unsafe.BitCast<Vector128<double>, Vector128Double>(Sse41.BlendVariable(whenFalse._value, whenTrue._value, condition._value))
            : Unsafe.BitCast<Vector128<double>, Vector128Double>(Vector128.ConditionalSelect(condition._value, whenTrue._value, whenFalse._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Any(Vector128Double condition) => Vector128.ExtractMostSignificantBits(condition._value) != 0;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Double Scale(Vector128Double value, Vector128Double exponent)
    {
        if (Avx512F.VL.IsSupported)
        {
            return Unsafe.BitCast<Vector128<double>, Vector128Double>(Avx512F.VL.Scale(value._value, exponent._value));
        }

        // At most two preliminary factors bring the exponent into the normal range. A number that a preliminary factor
        // 2^-969 makes subnormal underflows to zero in the end, so that no result is rounded twice.
        (value, exponent) = ScaleTowardsRange(value, exponent);
        (value, exponent) = ScaleTowardsRange(value, exponent);
        var bounded = Vector128.Min(Vector128.Max(exponent._value, Vector128.Create(-1022.0)), Vector128.Create(1023.0));
        return Unsafe.BitCast<Vector128<double>, Vector128Double>(value._value * PowerOfTwo(bounded));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Double ScaleNearOne(Vector128Double value, Vector128Double exponent)
    {
        if (Avx512F.VL.IsSupported)
        {
            return Unsafe.BitCast<Vector128<double>, Vector128Double>(Avx512F.VL.Scale(value._value, exponent._value));
        }

        // Two factors of about the same size: the first product is normal, hence exact.
        var half = Vector128.Floor(exponent._value * Vector128.Create(0.5));
        return Unsafe.BitCast<Vector128<double>, Vector128Double>(value._value * PowerOfTwo(half) * PowerOfTwo(exponent._value - half));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Double Exponent(Vector128Double value)
    {
        if (Avx512F.VL.IsSupported)
        {
            return Unsafe.BitCast<Vector128<double>, Vector128Double>(Avx512F.VL.GetExponent(value._value));
        }

        // The biased exponent, put into the low bits of 2^52, reads as the number 2^52 + exponent + 1023.
        var (normal, shift) = Normalize(value._value);
        var field = (Vector128.ShiftRightLogical(normal.AsInt64(), 52) | Vector128.Create(0x4330000000000000L)).AsDouble();
        return Unsafe.BitCast<Vector128<double>, Vector128Double>(field - Vector128.Create(4503599627371519.0) - shift);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Double Mantissa(Vector128Double value)
    {
        if (Avx512F.VL.IsSupported)
        {
            return Unsafe.BitCast<Vector128<double>, Vector128Double>(Avx512F.VL.GetMantissa(value._value, MantissaControl.OneToTwoWithoutSign));
        }

        var (normal, _) = Normalize(value._value);
        var field = normal.AsInt64() & Vector128.Create(0x000FFFFFFFFFFFFFL);
        return Unsafe.BitCast<Vector128<double>, Vector128Double>((field | Vector128.Create(0x3FF0000000000000L)).AsDouble());
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double SumLanes(Vector128Double value) => value._value.GetElement(0) + value._value.GetElement(1);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double MultiplyLanes(Vector128Double value) => value._value.GetElement(0) * value._value.GetElement(1);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double MaxLanes(Vector128Double value) => Any(NotEqual(value, value)) ? double.NaN : LargestLane(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double MinLanes(Vector128Double value) => Any(NotEqual(value, value)) ? double.NaN : SmallestLane(value);

    /// <inheritdoc/>
    /// <remarks>The elements are doubles already: only the first accumulator is used.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Accumulate(ref Vector128Double low, ref Vector128Double high, Vector128Double value) => low += value;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Total(Vector128Double low, Vector128Double high) => SumLanes(low);

    /// <summary>The lanes, for the debugger.</summary>
    public override string ToString() => _value.ToString();

    /// <summary>The smallest lane of numbers, either zero among zeros: in a third of the time of <c>Min</c> from lane to lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static double SmallestLane(Vector128Double value) => MinOrRight(value, new(Vector128.Shuffle(value._value, Vector128.Create(1, 0))))._value.ToScalar();

    /// <summary>The largest lane of numbers, either zero among zeros: in a third of the time of <c>Max</c> from lane to lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static double LargestLane(Vector128Double value) => MaxOrRight(value, new(Vector128.Shuffle(value._value, Vector128.Create(1, 0))))._value.ToScalar();

    /// <summary>2^exponent for an integral exponent in [-1022, 1023].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> PowerOfTwo(Vector128<double> exponent) =>
        Vector128.ShiftLeft((exponent + Vector128.Create(ExponentMagic)).AsInt64(), 52).AsDouble();

    /// <summary>Moves 2^1023 or 2^-969 from the exponent to the value where the exponent is out of the normal range.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector128Double Value, Vector128Double Exponent) ScaleTowardsRange(Vector128Double value, Vector128Double exponent)
    {
        var above = Vector128.GreaterThan(exponent._value, Vector128.Create(1023.0));
        var below = Vector128.LessThan(exponent._value, Vector128.Create(-1022.0));
        var factor = Vector128.ConditionalSelect(above, Vector128.Create(8.98846567431158E+307), Vector128.ConditionalSelect(below, Vector128.Create(2.004168360008973E-292), Vector128.Create(1.0)));
        var moved = (above & Vector128.Create(1023.0)) | (below & Vector128.Create(-969.0));
        return (new(value._value * factor), new(exponent._value - moved));
    }

    /// <summary>The absolute value, subnormals multiplied by 2^52, and the exponent that this added.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector128<double> Normal, Vector128<double> Shift) Normalize(Vector128<double> value)
    {
        var magnitude = Vector128.Abs(value);
        var subnormal = Vector128.LessThan(magnitude, Vector128.Create(2.2250738585072014E-308));
        var normal = Vector128.ConditionalSelect(subnormal, magnitude * Vector128.Create(4503599627370496.0), magnitude);
        return (normal, subnormal & Vector128.Create(52.0));
    }
}
