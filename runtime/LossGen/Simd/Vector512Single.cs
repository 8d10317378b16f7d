using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LossGen.Simd;

/// <summary>16 lanes of <see cref="float"/> in a 512-bit vector.</summary>
/// <remarks>The fields of an IEEE number are read and written by AVX-512 where the processor has it, else by integer operations.</remarks>
public readonly unsafe struct Vector512Single : ISimdVector<Vector512Single, float>
{
    /// <summary>1.5 · 2²³ + 127: added to an integer it leaves the biased exponent in the lowest bits (and rounds to an integer on the way).</summary>
    private const float ExponentMagic = 12583039f;

    private readonly Vector512<float> _value;

    /// <summary>Wraps a hardware vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512Single(Vector512<float> value) => _value = value;

    /// <inheritdoc/>
    public static int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512<float>.Count;
    }

    /// <inheritdoc/>
    public static Vector512Single Zero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Unsafe.BitCast<Vector512<float>, Vector512Single>(Vector512<float>.Zero);
    }

    /// <inheritdoc/>
    public static Vector512Single Iota
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Unsafe.BitCast<Vector512<float>, Vector512Single>(Vector512<float>.Indices);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Single Create(float value) => Unsafe.BitCast<Vector512<float>, Vector512Single>(Vector512.Create(value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Single Create(double value) => Unsafe.BitCast<Vector512<float>, Vector512Single>(Vector512.Create((float)value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Single Load(float* source) => Unsafe.BitCast<Vector512<float>, Vector512Single>(Vector512.Load(source));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Single LoadIntegers(int* source) => Unsafe.BitCast<Vector512<float>, Vector512Single>(Vector512.ConvertToSingle(Vector512.Load(source)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512Single vector, float* destination) => Vector512.Store(vector._value, destination);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Single operator +(Vector512Single left, Vector512Single right) => Unsafe.BitCast<Vector512<float>, Vector512Single>(left._value + right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Single operator -(Vector512Single left, Vector512Single right) => Unsafe.BitCast<Vector512<float>, Vector512Single>(left._value - right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Single operator *(Vector512Single left, Vector512Single right) => Unsafe.BitCast<Vector512<float>, Vector512Single>(left._value * right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Single operator /(Vector512Single left, Vector512Single right) => Unsafe.BitCast<Vector512<float>, Vector512Single>(left._value / right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Single operator -(Vector512Single value) => Unsafe.BitCast<Vector512<float>, Vector512Single>(-value._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Single MultiplyAdd(Vector512Single left, Vector512Single right, Vector512Single addend) => Unsafe.BitCast<Vector512<float>, Vector512Single>(Vector512.FusedMultiplyAdd(left._value, right._value, addend._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Single operator +(Vector512Single left, double right) => Unsafe.BitCast<Vector512<float>, Vector512Single>(left._value + Vector512.Create((float)right));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Single operator *(Vector512Single left, double right) => Unsafe.BitCast<Vector512<float>, Vector512Single>(left._value * Vector512.Create((float)right));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Single MultiplyAdd(Vector512Single left, Vector512Single right, double addend) => Unsafe.BitCast<Vector512<float>, Vector512Single>(Vector512.FusedMultiplyAdd(left._value, right._value, Vector512.Create((float)addend)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Single MultiplyAdd(Vector512Single left, double right, Vector512Single addend) => Unsafe.BitCast<Vector512<float>, Vector512Single>(Vector512.FusedMultiplyAdd(left._value, Vector512.Create((float)right), addend._value));

    /// <inheritdoc/>
    /// <remarks>The constant comes first: the instruction overwrites its first operand, and a copy of <paramref name="left"/> is saved.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Single MultiplyAdd(Vector512Single left, double right, double addend) => Unsafe.BitCast<Vector512<float>, Vector512Single>(Vector512.FusedMultiplyAdd(Vector512.Create((float)right), left._value, Vector512.Create((float)addend)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Single Abs(Vector512Single value) => Unsafe.BitCast<Vector512<float>, Vector512Single>(Vector512.Abs(value._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Single Sqrt(Vector512Single value) => Unsafe.BitCast<Vector512<float>, Vector512Single>(Vector512.Sqrt(value._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Single Min(Vector512Single left, Vector512Single right) => Unsafe.BitCast<Vector512<float>, Vector512Single>(Vector512.Min(left._value, right._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Single Max(Vector512Single left, Vector512Single right) => Unsafe.BitCast<Vector512<float>, Vector512Single>(Vector512.Max(left._value, right._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Single MinOrRight(Vector512Single left, Vector512Single right) =>
        Avx512F.IsSupported ? Unsafe.BitCast<Vector512<float>, Vector512Single>(Avx512F.Min(left._value, right._value)) : Select(LessThan(left, right), left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Single MaxOrRight(Vector512Single left, Vector512Single right) =>
        Avx512F.IsSupported ? Unsafe.BitCast<Vector512<float>, Vector512Single>(Avx512F.Max(left._value, right._value)) : Select(GreaterThan(left, right), left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Single Floor(Vector512Single value) => Unsafe.BitCast<Vector512<float>, Vector512Single>(Vector512.Floor(value._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Single Ceiling(Vector512Single value) => Unsafe.BitCast<Vector512<float>, Vector512Single>(Vector512.Ceiling(value._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Single Truncate(Vector512Single value) => Unsafe.BitCast<Vector512<float>, Vector512Single>(Vector512.Truncate(value._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Single Round(Vector512Single value) => Unsafe.BitCast<Vector512<float>, Vector512Single>(Vector512.Round(value._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Single Equal(Vector512Single left, Vector512Single right) => Unsafe.BitCast<Vector512<float>, Vector512Single>(Vector512.Equals(left._value, right._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Single NotEqual(Vector512Single left, Vector512Single right) => Unsafe.BitCast<Vector512<float>, Vector512Single>(~Vector512.Equals(left._value, right._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Single LessThan(Vector512Single left, Vector512Single right) => Unsafe.BitCast<Vector512<float>, Vector512Single>(Vector512.LessThan(left._value, right._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Single LessThanOrEqual(Vector512Single left, Vector512Single right) => Unsafe.BitCast<Vector512<float>, Vector512Single>(Vector512.LessThanOrEqual(left._value, right._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Single GreaterThan(Vector512Single left, Vector512Single right) => Unsafe.BitCast<Vector512<float>, Vector512Single>(Vector512.GreaterThan(left._value, right._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Single GreaterThanOrEqual(Vector512Single left, Vector512Single right) => Unsafe.BitCast<Vector512<float>, Vector512Single>(Vector512.GreaterThanOrEqual(left._value, right._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Single And(Vector512Single left, Vector512Single right) => Unsafe.BitCast<Vector512<float>, Vector512Single>(left._value & right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Single Or(Vector512Single left, Vector512Single right) => Unsafe.BitCast<Vector512<float>, Vector512Single>(left._value | right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Single Xor(Vector512Single left, Vector512Single right) => Unsafe.BitCast<Vector512<float>, Vector512Single>(left._value ^ right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Single Not(Vector512Single value) => Unsafe.BitCast<Vector512<float>, Vector512Single>(~value._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Single Select(Vector512Single condition, Vector512Single whenTrue, Vector512Single whenFalse) => Unsafe.BitCast<Vector512<float>, Vector512Single>(Vector512.ConditionalSelect(condition._value, whenTrue._value, whenFalse._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Any(Vector512Single condition) => Vector512.ExtractMostSignificantBits(condition._value) != 0;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Single Scale(Vector512Single value, Vector512Single exponent)
    {
        if (Avx512F.IsSupported)
        {
            return Unsafe.BitCast<Vector512<float>, Vector512Single>(Avx512F.Scale(value._value, exponent._value));
        }

        // At most two preliminary factors bring the exponent into the normal range. A number that a preliminary factor
        // 2^-102 makes subnormal underflows to zero in the end, so that no result is rounded twice.
        (value, exponent) = ScaleTowardsRange(value, exponent);
        (value, exponent) = ScaleTowardsRange(value, exponent);
        var bounded = Vector512.Min(Vector512.Max(exponent._value, Vector512.Create(-126f)), Vector512.Create(127f));
        return Unsafe.BitCast<Vector512<float>, Vector512Single>(value._value * PowerOfTwo(bounded));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Single ScaleNearOne(Vector512Single value, Vector512Single exponent)
    {
        if (Avx512F.IsSupported)
        {
            return Unsafe.BitCast<Vector512<float>, Vector512Single>(Avx512F.Scale(value._value, exponent._value));
        }

        // Two factors of about the same size: the first product is normal, hence exact.
        var half = Vector512.Floor(exponent._value * Vector512.Create(0.5f));
        return Unsafe.BitCast<Vector512<float>, Vector512Single>(value._value * PowerOfTwo(half) * PowerOfTwo(exponent._value - half));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Single Exponent(Vector512Single value)
    {
        if (Avx512F.IsSupported)
        {
            return Unsafe.BitCast<Vector512<float>, Vector512Single>(Avx512F.GetExponent(value._value));
        }

        // The biased exponent, put into the low bits of 2^23, reads as the number 2^23 + exponent + 127.
        var (normal, shift) = Normalize(value._value);
        var field = (Vector512.ShiftRightLogical(normal.AsInt32(), 23) | Vector512.Create(0x4B000000)).AsSingle();
        return Unsafe.BitCast<Vector512<float>, Vector512Single>(field - Vector512.Create(8388735f) - shift);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Single Mantissa(Vector512Single value)
    {
        if (Avx512F.IsSupported)
        {
            return Unsafe.BitCast<Vector512<float>, Vector512Single>(Avx512F.GetMantissa(value._value, MantissaControl.OneToTwoWithoutSign));
        }

        var (normal, _) = Normalize(value._value);
        var field = normal.AsInt32() & Vector512.Create(0x007FFFFF);
        return Unsafe.BitCast<Vector512<float>, Vector512Single>((field | Vector512.Create(0x3F800000)).AsSingle());
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float SumLanes(Vector512Single value) => Vector256Single.SumLanes(new Vector256Single(value._value.GetLower()) + new Vector256Single(value._value.GetUpper()));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float MultiplyLanes(Vector512Single value) => Vector256Single.MultiplyLanes(new Vector256Single(value._value.GetLower()) * new Vector256Single(value._value.GetUpper()));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float MaxLanes(Vector512Single value) => Any(NotEqual(value, value)) ? float.NaN : LargestLane(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float MinLanes(Vector512Single value) => Any(NotEqual(value, value)) ? float.NaN : SmallestLane(value);

    /// <inheritdoc/>
    /// <remarks>Either accumulator holds 8 doubles in its bits: the lower and the upper lanes.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Accumulate(ref Vector512Single low, ref Vector512Single high, Vector512Single value)
    {
        low = Unsafe.BitCast<Vector512<float>, Vector512Single>((low._value.AsDouble() + Vector512.WidenLower(value._value)).AsSingle());
        high = Unsafe.BitCast<Vector512<float>, Vector512Single>((high._value.AsDouble() + Vector512.WidenUpper(value._value)).AsSingle());
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Total(Vector512Single low, Vector512Single high) =>
        Vector512Double.SumLanes(new(low._value.AsDouble() + high._value.AsDouble()));

    /// <summary>The lanes, for the debugger.</summary>
    public override string ToString() => _value.ToString();

    /// <summary>The smallest lane of numbers, either zero among zeros: in a third of the time of <c>Min</c> from lane to lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static float SmallestLane(Vector512Single value) => Vector256Single.SmallestLane(Vector256Single.MinOrRight(new(value._value.GetLower()), new(value._value.GetUpper())));

    /// <summary>The largest lane of numbers, either zero among zeros: in a third of the time of <c>Max</c> from lane to lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static float LargestLane(Vector512Single value) => Vector256Single.LargestLane(Vector256Single.MaxOrRight(new(value._value.GetLower()), new(value._value.GetUpper())));

    /// <summary>2^exponent for an integral exponent in [-126, 127].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> PowerOfTwo(Vector512<float> exponent) =>
        Vector512.ShiftLeft((exponent + Vector512.Create(ExponentMagic)).AsInt32(), 23).AsSingle();

    /// <summary>Moves 2^127 or 2^-102 from the exponent to the value where the exponent is out of the normal range.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512Single Value, Vector512Single Exponent) ScaleTowardsRange(Vector512Single value, Vector512Single exponent)
    {
        var above = Vector512.GreaterThan(exponent._value, Vector512.Create(127f));
        var below = Vector512.LessThan(exponent._value, Vector512.Create(-126f));
        var factor = Vector512.ConditionalSelect(above, Vector512.Create(1.7014118E+38f), Vector512.ConditionalSelect(below, Vector512.Create(1.9721523E-31f), Vector512.Create(1f)));
        var moved = (above & Vector512.Create(127f)) | (below & Vector512.Create(-102f));
        return (new(value._value * factor), new(exponent._value - moved));
    }

    /// <summary>The absolute value, subnormals multiplied by 2^23, and the exponent that this added.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<float> Normal, Vector512<float> Shift) Normalize(Vector512<float> value)
    {
        var magnitude = Vector512.Abs(value);
        var subnormal = Vector512.LessThan(magnitude, Vector512.Create(1.17549435E-38f));
        var normal = Vector512.ConditionalSelect(subnormal, magnitude * Vector512.Create(8388608f), magnitude);
        return (normal, subnormal & Vector512.Create(23f));
    }
}
