using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LossGen.Simd;

/// <summary>8 lanes of <see cref="float"/> in a 256-bit vector.</summary>
/// <remarks>The fields of an IEEE number are read and written by AVX-512 where the processor has it, else by integer operations.</remarks>
public readonly unsafe struct Vector256Single : ISimdVector<Vector256Single, float>
{
    /// <summary>1.5 · 2²³ + 127: added to an integer it leaves the biased exponent in the lowest bits (and rounds to an integer on the way).</summary>
    private const float ExponentMagic = 12583039f;

    private readonly Vector256<float> _value;

    /// <summary>Wraps a hardware vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256Single(Vector256<float> value) => _value = value;

    /// <inheritdoc/>
    public static int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector256<float>.Count;
    }

    /// <inheritdoc/>
    public static Vector256Single Zero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Unsafe.BitCast<Vector256<float>, Vector256Single>(Vector256<float>.Zero);
    }

    /// <inheritdoc/>
    public static Vector256Single Iota
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Unsafe.BitCast<Vector256<float>, Vector256Single>(Vector256<float>.Indices);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Single Create(float value) => Unsafe.BitCast<Vector256<float>, Vector256Single>(Vector256.Create(value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Single Create(double value) => Unsafe.BitCast<Vector256<float>, Vector256Single>(Vector256.Create((float)value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Single Load(float* source) => Unsafe.BitCast<Vector256<float>, Vector256Single>(Vector256.Load(source));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Single LoadIntegers(int* source) => Unsafe.BitCast<Vector256<float>, Vector256Single>(Vector256.ConvertToSingle(Vector256.Load(source)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256Single vector, float* destination) => Vector256.Store(vector._value, destination);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Single operator +(Vector256Single left, Vector256Single right) => Unsafe.BitCast<Vector256<float>, Vector256Single>(left._value + right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Single operator -(Vector256Single left, Vector256Single right) => Unsafe.BitCast<Vector256<float>, Vector256Single>(left._value - right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Single operator *(Vector256Single left, Vector256Single right) => Unsafe.BitCast<Vector256<float>, Vector256Single>(left._value * right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Single operator /(Vector256Single left, Vector256Single right) => Unsafe.BitCast<Vector256<float>, Vector256Single>(left._value / right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Single operator -(Vector256Single value) => Unsafe.BitCast<Vector256<float>, Vector256Single>(-value._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Single MultiplyAdd(Vector256Single left, Vector256Single right, Vector256Single addend) => Unsafe.BitCast<Vector256<float>, Vector256Single>(Vector256.FusedMultiplyAdd(left._value, right._value, addend._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Single operator +(Vector256Single left, double right) => Unsafe.BitCast<Vector256<float>, Vector256Single>(left._value + Vector256.Create((float)right));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Single operator *(Vector256Single left, double right) => Unsafe.BitCast<Vector256<float>, Vector256Single>(left._value * Vector256.Create((float)right));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Single MultiplyAdd(Vector256Single left, Vector256Single right, double addend) => Unsafe.BitCast<Vector256<float>, Vector256Single>(Vector256.FusedMultiplyAdd(left._value, right._value, Vector256.Create((float)addend)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Single MultiplyAdd(Vector256Single left, double right, Vector256Single addend) => Unsafe.BitCast<Vector256<float>, Vector256Single>(Vector256.FusedMultiplyAdd(left._value, Vector256.Create((float)right), addend._value));

    /// <inheritdoc/>
    /// <remarks>The constant comes first: the instruction overwrites its first operand, and a copy of <paramref name="left"/> is saved.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Single MultiplyAdd(Vector256Single left, double right, double addend) => Unsafe.BitCast<Vector256<float>, Vector256Single>(Vector256.FusedMultiplyAdd(Vector256.Create((float)right), left._value, Vector256.Create((float)addend)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Single Abs(Vector256Single value) => Unsafe.BitCast<Vector256<float>, Vector256Single>(Vector256.Abs(value._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Single Sqrt(Vector256Single value) => Unsafe.BitCast<Vector256<float>, Vector256Single>(Vector256.Sqrt(value._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Single Min(Vector256Single left, Vector256Single right) => Unsafe.BitCast<Vector256<float>, Vector256Single>(Vector256.Min(left._value, right._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Single Max(Vector256Single left, Vector256Single right) => Unsafe.BitCast<Vector256<float>, Vector256Single>(Vector256.Max(left._value, right._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Single MinOrRight(Vector256Single left, Vector256Single right) =>
        Avx.IsSupported ? Unsafe.BitCast<Vector256<float>, Vector256Single>(Avx.Min(left._value, right._value)) : Select(LessThan(left, right), left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Single MaxOrRight(Vector256Single left, Vector256Single right) =>
        Avx.IsSupported ? Unsafe.BitCast<Vector256<float>, Vector256Single>(Avx.Max(left._value, right._value)) : Select(GreaterThan(left, right), left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Single Floor(Vector256Single value) => Unsafe.BitCast<Vector256<float>, Vector256Single>(Vector256.Floor(value._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Single Ceiling(Vector256Single value) => Unsafe.BitCast<Vector256<float>, Vector256Single>(Vector256.Ceiling(value._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Single Truncate(Vector256Single value) => Unsafe.BitCast<Vector256<float>, Vector256Single>(Vector256.Truncate(value._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Single Round(Vector256Single value) => Unsafe.BitCast<Vector256<float>, Vector256Single>(Vector256.Round(value._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Single Equal(Vector256Single left, Vector256Single right) => Unsafe.BitCast<Vector256<float>, Vector256Single>(Vector256.Equals(left._value, right._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Single NotEqual(Vector256Single left, Vector256Single right) => Unsafe.BitCast<Vector256<float>, Vector256Single>(~Vector256.Equals(left._value, right._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Single LessThan(Vector256Single left, Vector256Single right) => Unsafe.BitCast<Vector256<float>, Vector256Single>(Vector256.LessThan(left._value, right._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Single LessThanOrEqual(Vector256Single left, Vector256Single right) => Unsafe.BitCast<Vector256<float>, Vector256Single>(Vector256.LessThanOrEqual(left._value, right._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Single GreaterThan(Vector256Single left, Vector256Single right) => Unsafe.BitCast<Vector256<float>, Vector256Single>(Vector256.GreaterThan(left._value, right._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Single GreaterThanOrEqual(Vector256Single left, Vector256Single right) => Unsafe.BitCast<Vector256<float>, Vector256Single>(Vector256.GreaterThanOrEqual(left._value, right._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Single And(Vector256Single left, Vector256Single right) => Unsafe.BitCast<Vector256<float>, Vector256Single>(left._value & right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Single Or(Vector256Single left, Vector256Single right) => Unsafe.BitCast<Vector256<float>, Vector256Single>(left._value | right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Single Xor(Vector256Single left, Vector256Single right) => Unsafe.BitCast<Vector256<float>, Vector256Single>(left._value ^ right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Single Not(Vector256Single value) => Unsafe.BitCast<Vector256<float>, Vector256Single>(~value._value);

    /// <inheritdoc/>
    /// <remarks>Without masks of AVX-512 one blend, which looks at the sign bits only, takes the place of and, and-not, or.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Single Select(Vector256Single condition, Vector256Single whenTrue, Vector256Single whenFalse) =>
        Avx.IsSupported && !Avx512F.VL.IsSupported
            ? Unsafe.BitCast<Vector256<float>, Vector256Single>(Avx.BlendVariable(whenFalse._value, whenTrue._value, condition._value))
            : Unsafe.BitCast<Vector256<float>, Vector256Single>(Vector256.ConditionalSelect(condition._value, whenTrue._value, whenFalse._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Any(Vector256Single condition) => Vector256.ExtractMostSignificantBits(condition._value) != 0;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Single Scale(Vector256Single value, Vector256Single exponent)
    {
        if (Avx512F.VL.IsSupported)
        {
            return Unsafe.BitCast<Vector256<float>, Vector256Single>(Avx512F.VL.Scale(value._value, exponent._value));
        }

        // At most two preliminary factors bring the exponent into the normal range. A number that a preliminary factor
        // 2^-102 makes subnormal underflows to zero in the end, so that no result is rounded twice.
        (value, exponent) = ScaleTowardsRange(value, exponent);
        (value, exponent) = ScaleTowardsRange(value, exponent);
        var bounded = Vector256.Min(Vector256.Max(exponent._value, Vector256.Create(-126f)), Vector256.Create(127f));
        return Unsafe.BitCast<Vector256<float>, Vector256Single>(value._value * PowerOfTwo(bounded));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Single ScaleNearOne(Vector256Single value, Vector256Single exponent)
    {
        if (Avx512F.VL.IsSupported)
        {
            return Unsafe.BitCast<Vector256<float>, Vector256Single>(Avx512F.VL.Scale(value._value, exponent._value));
        }

        // Two factors of about the same size: the first product is normal, hence exact.
        var half = Vector256.Floor(exponent._value * Vector256.Create(0.5f));
        return Unsafe.BitCast<Vector256<float>, Vector256Single>(value._value * PowerOfTwo(half) * PowerOfTwo(exponent._value - half));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Single Exponent(Vector256Single value)
    {
        if (Avx512F.VL.IsSupported)
        {
            return Unsafe.BitCast<Vector256<float>, Vector256Single>(Avx512F.VL.GetExponent(value._value));
        }

        // The biased exponent, put into the low bits of 2^23, reads as the number 2^23 + exponent + 127.
        var (normal, shift) = Normalize(value._value);
        var field = (Vector256.ShiftRightLogical(normal.AsInt32(), 23) | Vector256.Create(0x4B000000)).AsSingle();
        return Unsafe.BitCast<Vector256<float>, Vector256Single>(field - Vector256.Create(8388735f) - shift);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Single Mantissa(Vector256Single value)
    {
        if (Avx512F.VL.IsSupported)
        {
            return Unsafe.BitCast<Vector256<float>, Vector256Single>(Avx512F.VL.GetMantissa(value._value, MantissaControl.OneToTwoWithoutSign));
        }

        var (normal, _) = Normalize(value._value);
        var field = normal.AsInt32() & Vector256.Create(0x007FFFFF);
        return Unsafe.BitCast<Vector256<float>, Vector256Single>((field | Vector256.Create(0x3F800000)).AsSingle());
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float SumLanes(Vector256Single value) => Vector128Single.SumLanes(new Vector128Single(value._value.GetLower()) + new Vector128Single(value._value.GetUpper()));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float MultiplyLanes(Vector256Single value) => Vector128Single.MultiplyLanes(new Vector128Single(value._value.GetLower()) * new Vector128Single(value._value.GetUpper()));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float MaxLanes(Vector256Single value) => Any(NotEqual(value, value)) ? float.NaN : LargestLane(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float MinLanes(Vector256Single value) => Any(NotEqual(value, value)) ? float.NaN : SmallestLane(value);

    /// <inheritdoc/>
    /// <remarks>Either accumulator holds 4 doubles in its bits: the lower and the upper lanes.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Accumulate(ref Vector256Single low, ref Vector256Single high, Vector256Single value)
    {
        low = Unsafe.BitCast<Vector256<float>, Vector256Single>((low._value.AsDouble() + Vector256.WidenLower(value._value)).AsSingle());
        high = Unsafe.BitCast<Vector256<float>, Vector256Single>((high._value.AsDouble() + Vector256.WidenUpper(value._value)).AsSingle());
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Total(Vector256Single low, Vector256Single high) =>
        Vector256Double.SumLanes(new(low._value.AsDouble() + high._value.AsDouble()));

    /// <summary>The lanes, for the debugger.</summary>
    public override string ToString() => _value.ToString();

    /// <summary>The smallest lane of numbers, either zero among zeros: in a third of the time of <c>Min</c> from lane to lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static float SmallestLane(Vector256Single value) => Vector128Single.SmallestLane(Vector128Single.MinOrRight(new(value._value.GetLower()), new(value._value.GetUpper())));

    /// <summary>The largest lane of numbers, either zero among zeros: in a third of the time of <c>Max</c> from lane to lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static float LargestLane(Vector256Single value) => Vector128Single.LargestLane(Vector128Single.MaxOrRight(new(value._value.GetLower()), new(value._value.GetUpper())));

    /// <summary>2^exponent for an integral exponent in [-126, 127].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> PowerOfTwo(Vector256<float> exponent) =>
        Vector256.ShiftLeft((exponent + Vector256.Create(ExponentMagic)).AsInt32(), 23).AsSingle();

    /// <summary>Moves 2^127 or 2^-102 from the exponent to the value where the exponent is out of the normal range.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256Single Value, Vector256Single Exponent) ScaleTowardsRange(Vector256Single value, Vector256Single exponent)
    {
        var above = Vector256.GreaterThan(exponent._value, Vector256.Create(127f));
        var below = Vector256.LessThan(exponent._value, Vector256.Create(-126f));
        var factor = Vector256.ConditionalSelect(above, Vector256.Create(1.7014118E+38f), Vector256.ConditionalSelect(below, Vector256.Create(1.9721523E-31f), Vector256.Create(1f)));
        var moved = (above & Vector256.Create(127f)) | (below & Vector256.Create(-102f));
        return (new(value._value * factor), new(exponent._value - moved));
    }

    /// <summary>The absolute value, subnormals multiplied by 2^23, and the exponent that this added.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<float> Normal, Vector256<float> Shift) Normalize(Vector256<float> value)
    {
        var magnitude = Vector256.Abs(value);
        var subnormal = Vector256.LessThan(magnitude, Vector256.Create(1.17549435E-38f));
        var normal = Vector256.ConditionalSelect(subnormal, magnitude * Vector256.Create(8388608f), magnitude);
        return (normal, subnormal & Vector256.Create(23f));
    }
}
