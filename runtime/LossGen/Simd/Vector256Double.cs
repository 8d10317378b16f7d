using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LossGen.Simd;

/// <summary>4 lanes of <see cref="double"/> in a 256-bit vector.</summary>
/// <remarks>The fields of an IEEE number are read and written by AVX-512 where the processor has it, else by integer operations.</remarks>
public readonly unsafe struct Vector256Double : ISimdVector<Vector256Double, double>
{
    /// <summary>1.5 · 2⁵² + 1023: added to an integer it leaves the biased exponent in the lowest bits (and rounds to an integer on the way).</summary>
    private const double ExponentMagic = 6755399441056767.0;

    private readonly Vector256<double> _value;

    /// <summary>Wraps a hardware vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256Double(Vector256<double> value) => _value = value;

    /// <inheritdoc/>
    public static int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector256<double>.Count;
    }

    /// <inheritdoc/>
    public static Vector256Double Zero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Unsafe.BitCast<Vector256<double>, Vector256Double>(Vector256<double>.Zero);
    }

    /// <inheritdoc/>
    public static Vector256Double Iota
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Unsafe.BitCast<Vector256<double>, Vector256Double>(Vector256<double>.Indices);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Double Create(double value) => Unsafe.BitCast<Vector256<double>, Vector256Double>(Vector256.Create(value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Double Load(double* source) => Unsafe.BitCast<Vector256<double>, Vector256Double>(Vector256.Load(source));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Double LoadIntegers(int* source) => Unsafe.BitCast<Vector256<double>, Vector256Double>(Avx.IsSupported ? Avx.ConvertToVector256Double(Vector128.Load(source)) : Vector256.ConvertToDouble(Vector256.Create(Vector128.WidenLower(Vector128.Load(source)), Vector128.WidenUpper(Vector128.Load(source)))));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256Double vector, double* destination) => Vector256.Store(vector._value, destination);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Double operator +(Vector256Double left, Vector256Double right) => Unsafe.BitCast<Vector256<double>, Vector256Double>(left._value + right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Double operator -(Vector256Double left, Vector256Double right) => Unsafe.BitCast<Vector256<double>, Vector256Double>(left._value - right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Double operator *(Vector256Double left, Vector256Double right) => Unsafe.BitCast<Vector256<double>, Vector256Double>(left._value * right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Double operator /(Vector256Double left, Vector256Double right) => Unsafe.BitCast<Vector256<double>, Vector256Double>(left._value / right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Double operator -(Vector256Double value) => Unsafe.BitCast<Vector256<double>, Vector256Double>(-value._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Double MultiplyAdd(Vector256Double left, Vector256Double right, Vector256Double addend) => Unsafe.BitCast<Vector256<double>, Vector256Double>(Vector256.FusedMultiplyAdd(left._value, right._value, addend._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Double operator +(Vector256Double left, double right) => Unsafe.BitCast<Vector256<double>, Vector256Double>(left._value + Vector256.Create(right));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Double operator *(Vector256Double left, double right) => Unsafe.BitCast<Vector256<double>, Vector256Double>(left._value * Vector256.Create(right));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Double MultiplyAdd(Vector256Double left, Vector256Double right, double addend) => Unsafe.BitCast<Vector256<double>, Vector256Double>(Vector256.FusedMultiplyAdd(left._value, right._value, Vector256.Create(addend)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Double MultiplyAdd(Vector256Double left, double right, Vector256Double addend) => Unsafe.BitCast<Vector256<double>, Vector256Double>(Vector256.FusedMultiplyAdd(left._value, Vector256.Create(right), addend._value));

    /// <inheritdoc/>
    /// <remarks>The constant comes first: the instruction overwrites its first operand, and a copy of <paramref name="left"/> is saved.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Double MultiplyAdd(Vector256Double left, double right, double addend) => Unsafe.BitCast<Vector256<double>, Vector256Double>(Vector256.FusedMultiplyAdd(Vector256.Create(right), left._value, Vector256.Create(addend)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Double Abs(Vector256Double value) => Unsafe.BitCast<Vector256<double>, Vector256Double>(Vector256.Abs(value._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Double Sqrt(Vector256Double value) => Unsafe.BitCast<Vector256<double>, Vector256Double>(Vector256.Sqrt(value._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Double Min(Vector256Double left, Vector256Double right) => Unsafe.BitCast<Vector256<double>, Vector256Double>(Vector256.Min(left._value, right._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Double Max(Vector256Double left, Vector256Double right) => Unsafe.BitCast<Vector256<double>, Vector256Double>(Vector256.Max(left._value, right._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Double MinOrRight(Vector256Double left, Vector256Double right) =>
        Avx.IsSupported ? Unsafe.BitCast<Vector256<double>, Vector256Double>(Avx.Min(left._value, right._value)) : Select(LessThan(left, right), left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Double MaxOrRight(Vector256Double left, Vector256Double right) =>
        Avx.IsSupported ? Unsafe.BitCast<Vector256<double>, Vector256Double>(Avx.Max(left._value, right._value)) : Select(GreaterThan(left, right), left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Double Floor(Vector256Double value) => Unsafe.BitCast<Vector256<double>, Vector256Double>(Vector256.Floor(value._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Double Ceiling(Vector256Double value) => Unsafe.BitCast<Vector256<double>, Vector256Double>(Vector256.Ceiling(value._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Double Truncate(Vector256Double value) => Unsafe.BitCast<Vector256<double>, Vector256Double>(Vector256.Truncate(value._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Double Round(Vector256Double value) => Unsafe.BitCast<Vector256<double>, Vector256Double>(Vector256.Round(value._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Double Equal(Vector256Double left, Vector256Double right) => Unsafe.BitCast<Vector256<double>, Vector256Double>(Vector256.Equals(left._value, right._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Double NotEqual(Vector256Double left, Vector256Double right) => Unsafe.BitCast<Vector256<double>, Vector256Double>(~Vector256.Equals(left._value, right._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Double LessThan(Vector256Double left, Vector256Double right) => Unsafe.BitCast<Vector256<double>, Vector256Double>(Vector256.LessThan(left._value, right._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Double LessThanOrEqual(Vector256Double left, Vector256Double right) => Unsafe.BitCast<Vector256<double>, Vector256Double>(Vector256.LessThanOrEqual(left._value, right._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Double GreaterThan(Vector256Double left, Vector256Double right) => Unsafe.BitCast<Vector256<double>, Vector256Double>(Vector256.GreaterThan(left._value, right._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Double GreaterThanOrEqual(Vector256Double left, Vector256Double right) => Unsafe.BitCast<Vector256<double>, Vector256Double>(Vector256.GreaterThanOrEqual(left._value, right._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Double And(Vector256Double left, Vector256Double right) => Unsafe.BitCast<Vector256<double>, Vector256Double>(left._value & right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Double Or(Vector256Double left, Vector256Double right) => Unsafe.BitCast<Vector256<double>, Vector256Double>(left._value | right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Double Xor(Vector256Double left, Vector256Double right) => Unsafe.BitCast<Vector256<double>, Vector256Double>(left._value ^ right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Double Not(Vector256Double value) => Unsafe.BitCast<Vector256<double>, Vector256Double>(~value._value);

    /// <inheritdoc/>
    /// <remarks>Without masks of AVX-512 one blend, which looks at the sign bits only, takes the place of and, and-not, or.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Double Select(Vector256Double condition, Vector256Double whenTrue, Vector256Double whenFalse) =>
        Avx.IsSupported && !Avx512F.VL.IsSupported
            ? Unsafe.BitCast<Vector256<double>, Vector256Double>(Avx.BlendVariable(whenFalse._value, whenTrue._value, condition._value))
            : Unsafe.BitCast<Vector256<double>, Vector256Double>(Vector256.ConditionalSelect(condition._value, whenTrue._value, whenFalse._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Any(Vector256Double condition) => Vector256.ExtractMostSignificantBits(condition._value) != 0;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Double Scale(Vector256Double value, Vector256Double exponent)
    {
        if (Avx512F.VL.IsSupported)
        {
            return Unsafe.BitCast<Vector256<double>, Vector256Double>(Avx512F.VL.Scale(value._value, exponent._value));
        }

        // At most two preliminary factors bring the exponent into the normal range. A number that a preliminary factor
        // 2^-969 makes subnormal underflows to zero in the end, so that no result is rounded twice.
        (value, exponent) = ScaleTowardsRange(value, exponent);
        (value, exponent) = ScaleTowardsRange(value, exponent);
        var bounded = Vector256.Min(Vector256.Max(exponent._value, Vector256.Create(-1022.0)), Vector256.Create(1023.0));
        return Unsafe.BitCast<Vector256<double>, Vector256Double>(value._value * PowerOfTwo(bounded));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Double ScaleNearOne(Vector256Double value, Vector256Double exponent)
    {
        if (Avx512F.VL.IsSupported)
        {
            return Unsafe.BitCast<Vector256<double>, Vector256Double>(Avx512F.VL.Scale(value._value, exponent._value));
        }

        // Two factors of about the same size: the first product is normal, hence exact.
        var half = Vector256.Floor(exponent._value * Vector256.Create(0.5));
        return Unsafe.BitCast<Vector256<double>, Vector256Double>(value._value * PowerOfTwo(half) * PowerOfTwo(exponent._value - half));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Double Exponent(Vector256Double value)
    {
        if (Avx512F.VL.IsSupported)
        {
            return Unsafe.BitCast<Vector256<double>, Vector256Double>(Avx512F.VL.GetExponent(value._value));
        }

        // The biased exponent, put into the low bits of 2^52, reads as the number 2^52 + exponent + 1023.
        var (normal, shift) = Normalize(value._value);
        var field = (Vector256.ShiftRightLogical(normal.AsInt64(), 52) | Vector256.Create(0x4330000000000000L)).AsDouble();
        return Unsafe.BitCast<Vector256<double>, Vector256Double>(field - Vector256.Create(4503599627371519.0) - shift);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Double Mantissa(Vector256Double value)
    {
        if (Avx512F.VL.IsSupported)
        {
            return Unsafe.BitCast<Vector256<double>, Vector256Double>(Avx512F.VL.GetMantissa(value._value, MantissaControl.OneToTwoWithoutSign));
        }

        var (normal, _) = Normalize(value._value);
        var field = normal.AsInt64() & Vector256.Create(0x000FFFFFFFFFFFFFL);
        return Unsafe.BitCast<Vector256<double>, Vector256Double>((field | Vector256.Create(0x3FF0000000000000L)).AsDouble());
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double SumLanes(Vector256Double value) => Vector128Double.SumLanes(new Vector128Double(value._value.GetLower()) + new Vector128Double(value._value.GetUpper()));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double MultiplyLanes(Vector256Double value) => Vector128Double.MultiplyLanes(new Vector128Double(value._value.GetLower()) * new Vector128Double(value._value.GetUpper()));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double MaxLanes(Vector256Double value) => Any(NotEqual(value, value)) ? double.NaN : LargestLane(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double MinLanes(Vector256Double value) => Any(NotEqual(value, value)) ? double.NaN : SmallestLane(value);

    /// <inheritdoc/>
    /// <remarks>The elements are doubles already: only the first accumulator is used.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Accumulate(ref Vector256Double low, ref Vector256Double high, Vector256Double value) => low += value;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Total(Vector256Double low, Vector256Double high) => SumLanes(low);

    /// <summary>The lanes, for the debugger.</summary>
    public override string ToString() => _value.ToString();

    /// <summary>The smallest lane of numbers, either zero among zeros: in a third of the time of <c>Min</c> from lane to lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static double SmallestLane(Vector256Double value) => Vector128Double.SmallestLane(Vector128Double.MinOrRight(new(value._value.GetLower()), new(value._value.GetUpper())));

    /// <summary>The largest lane of numbers, either zero among zeros: in a third of the time of <c>Max</c> from lane to lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static double LargestLane(Vector256Double value) => Vector128Double.LargestLane(Vector128Double.MaxOrRight(new(value._value.GetLower()), new(value._value.GetUpper())));

    /// <summary>2^exponent for an integral exponent in [-1022, 1023].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> PowerOfTwo(Vector256<double> exponent) =>
        Vector256.ShiftLeft((exponent + Vector256.Create(ExponentMagic)).AsInt64(), 52).AsDouble();

    /// <summary>Moves 2^1023 or 2^-969 from the exponent to the value where the exponent is out of the normal range.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256Double Value, Vector256Double Exponent) ScaleTowardsRange(Vector256Double value, Vector256Double exponent)
    {
        var above = Vector256.GreaterThan(exponent._value, Vector256.Create(1023.0));
        var below = Vector256.LessThan(exponent._value, Vector256.Create(-1022.0));
        var factor = Vector256.ConditionalSelect(above, Vector256.Create(8.98846567431158E+307), Vector256.ConditionalSelect(below, Vector256.Create(2.004168360008973E-292), Vector256.Create(1.0)));
        var moved = (above & Vector256.Create(1023.0)) | (below & Vector256.Create(-969.0));
        return (new(value._value * factor), new(exponent._value - moved));
    }

    /// <summary>The absolute value, subnormals multiplied by 2^52, and the exponent that this added.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<double> Normal, Vector256<double> Shift) Normalize(Vector256<double> value)
    {
        var magnitude = Vector256.Abs(value);
        var subnormal = Vector256.LessThan(magnitude, Vector256.Create(2.2250738585072014E-308));
        var normal = Vector256.ConditionalSelect(subnormal, magnitude * Vector256.Create(4503599627370496.0), magnitude);
        return (normal, subnormal & Vector256.Create(52.0));
    }
}
