using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LossGen.Simd;

/// <summary>4 lanes of <see cref="float"/> in a 128-bit vector.</summary>
/// <remarks>The fields of an IEEE number are read and written by AVX-512 where the processor has it, else by integer operations.</remarks>
public readonly unsafe struct Vector128Single : ISimdVector<Vector128Single, float>
{
    /// <summary>1.5 · 2²³ + 127: added to an integer it leaves the biased exponent in the lowest bits (and rounds to an integer on the way).</summary>
    private const float ExponentMagic = 12583039f;

    private readonly Vector128<float> _value;

    /// <summary>Wraps a hardware vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128Single(Vector128<float> value) => _value = value;

    /// <inheritdoc/>
    public static int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector128<float>.Count;
    }

    /// <inheritdoc/>
    public static Vector128Single Zero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Unsafe.BitCast<Vector128<float>, Vector128Single>(Vector128<float>.Zero);
    }

    /// <inheritdoc/>
    public static Vector128Single Iota
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Unsafe.BitCast<Vector128<float>, Vector128Single>(Vector128<float>.Indices);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Single Create(float value) => Unsafe.BitCast<Vector128<float>, Vector128Single>(Vector128.Create(value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Single Create(double value) => Unsafe.BitCast<Vector128<float>, Vector128Single>(Vector128.Create((float)value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Single Load(float* source) => Unsafe.BitCast<Vector128<float>, Vector128Single>(Vector128.Load(source));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Single LoadIntegers(int* source) => Unsafe.BitCast<Vector128<float>, Vector128Single>(Vector128.ConvertToSingle(Vector128.Load(source)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector128Single vector, float* destination) => Vector128.Store(vector._value, destination);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Single operator +(Vector128Single left, Vector128Single right) => Unsafe.BitCast<Vector128<float>, Vector128Single>(left._value + right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Single operator -(Vector128Single left, Vector128Single right) => Unsafe.BitCast<Vector128<float>, Vector128Single>(left._value - right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Single operator *(Vector128Single left, Vector128Single right) => Unsafe.BitCast<Vector128<float>, Vector128Single>(left._value * right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Single operator /(Vector128Single left, Vector128Single right) => Unsafe.BitCast<Vector128<float>, Vector128Single>(left._value / right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Single operator -(Vector128Single value) => Unsafe.BitCast<Vector128<float>, Vector128Single>(-value._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Single MultiplyAdd(Vector128Single left, Vector128Single right, Vector128Single addend) => Unsafe.BitCast<Vector128<float>, Vector128Single>(Vector128.FusedMultiplyAdd(left._value, right._value, addend._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Single operator +(Vector128Single left, double right) => Unsafe.BitCast<Vector128<float>, Vector128Single>(left._value + Vector128.Create((float)right));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Single operator *(Vector128Single left, double right) => Unsafe.BitCast<Vector128<float>, Vector128Single>(left._value * Vector128.Create((float)right));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Single MultiplyAdd(Vector128Single left, Vector128Single right, double addend) => Unsafe.BitCast<Vector128<float>, Vector128Single>(Vector128.FusedMultiplyAdd(left._value, right._value, Vector128.Create((float)addend)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Single MultiplyAdd(Vector128Single left, double right, Vector128Single addend) => Unsafe.BitCast<Vector128<float>, Vector128Single>(Vector128.FusedMultiplyAdd(left._value, Vector128.Create((float)right), addend._value));

    /// <inheritdoc/>
    /// <remarks>The constant comes first: the instruction overwrites its first operand, and a copy of <paramref name="left"/> is saved.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Single MultiplyAdd(Vector128Single left, double right, double addend) => Unsafe.BitCast<Vector128<float>, Vector128Single>(Vector128.FusedMultiplyAdd(Vector128.Create((float)right), left._value, Vector128.Create((float)addend)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Single Abs(Vector128Single value) => Unsafe.BitCast<Vector128<float>, Vector128Single>(Vector128.Abs(value._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Single Sqrt(Vector128Single value) => Unsafe.BitCast<Vector128<float>, Vector128Single>(Vector128.Sqrt(value._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Single Min(Vector128Single left, Vector128Single right) => Unsafe.BitCast<Vector128<float>, Vector128Single>(Vector128.Min(left._value, right._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Single Max(Vector128Single left, Vector128Single right) => Unsafe.BitCast<Vector128<float>, Vector128Single>(Vector128.Max(left._value, right._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Single MinOrRight(Vector128Single left, Vector128Single right) =>
        Sse.IsSupported ? Unsafe.BitCast<Vector128<float>, Vector128Single>(Sse.Min(left._value, right._value)) : Select(LessThan(left, right), left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Single MaxOrRight(Vector128Single left, Vector128Single right) =>
        Sse.IsSupported ? Unsafe.BitCast<Vector128<float>, Vector128Single>(Sse.Max(left._value, right._value)) : Select(GreaterThan(left, right), left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Single Floor(Vector128Single value) => Unsafe.BitCast<Vector128<float>, Vector128Single>(Vector128.Floor(value._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Single Ceiling(Vector128Single value) => Unsafe.BitCast<Vector128<float>, Vector128Single>(Vector128.Ceiling(value._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Single Truncate(Vector128Single value) => Unsafe.BitCast<Vector128<float>, Vector128Single>(Vector128.Truncate(value._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Single Round(Vector128Single value) => Unsafe.BitCast<Vector128<float>, Vector128Single>(Vector128.Round(value._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Single Equal(Vector128Single left, Vector128Single right) => Unsafe.BitCast<Vector128<float>, Vector128Single>(Vector128.Equals(left._value, right._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Single NotEqual(Vector128Single left, Vector128Single right) => Unsafe.BitCast<Vector128<float>, Vector128Single>(~Vector128.Equals(left._value, right._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Single LessThan(Vector128Single left, Vector128Single right) => Unsafe.BitCast<Vector128<float>, Vector128Single>(Vector128.LessThan(left._value, right._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Single LessThanOrEqual(Vector128Single left, Vector128Single right) => Unsafe.BitCast<Vector128<float>, Vector128Single>(Vector128.LessThanOrEqual(left._value, right._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Single GreaterThan(Vector128Single left, Vector128Single right) => Unsafe.BitCast<Vector128<float>, Vector128Single>(Vector128.GreaterThan(left._value, right._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Single GreaterThanOrEqual(Vector128Single left, Vector128Single right) => Unsafe.BitCast<Vector128<float>, Vector128Single>(Vector128.GreaterThanOrEqual(left._value, right._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Single And(Vector128Single left, Vector128Single right) => Unsafe.BitCast<Vector128<float>, Vector128Single>(left._value & right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Single Or(Vector128Single left, Vector128Single right) => Unsafe.BitCast<Vector128<float>, Vector128Single>(left._value | right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Single Xor(Vector128Single left, Vector128Single right) => Unsafe.BitCast<Vector128<float>, Vector128Single>(left._value ^ right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Single Not(Vector128Single value) => Unsafe.BitCast<Vector128<float>, Vector128Single>(~value._value);

    /// <inheritdoc/>
    /// <remarks>Without masks of AVX-512 one blend, which looks at the sign bits only, takes the place of and, and-not, or.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Single Select(Vector128Single condition, Vector128Single whenTrue, Vector128Single whenFalse) =>
        Sse41.IsSupported && !Avx512F.VL.IsSupported
            ? Unsafe.BitCast<Vector128<float>, Vector128Single>(Sse41.BlendVariable(whenFalse._value, whenTrue._value, condition._value))
            : Unsafe.BitCast<Vector128<float>, Vector128Single>(Vector128.ConditionalSelect(condition._value, whenTrue._value, whenFalse._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Any(Vector128Single condition) => Vector128.ExtractMostSignificantBits(condition._value) != 0;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Single Scale(Vector128Single value, Vector128Single exponent)
    {
        if (Avx512F.VL.IsSupported)
        {
            return Unsafe.BitCast<Vector128<float>, Vector128Single>(Avx512F.VL.Scale(value._value, exponent._value));
        }

        // At most two preliminary factors bring the exponent into the normal range. A number that a preliminary factor
        // 2^-102 makes subnormal underflows to zero in the end, so that no result is rounded twice.
        (value, exponent) = ScaleTowardsRange(value, exponent);
        (value, exponent) = ScaleTowardsRange(value, exponent);
        var bounded = Vector128.Min(Vector128.Max(exponent._value, Vector128.Create(-126f)), Vector128.Create(127f));
        return Unsafe.BitCast<Vector128<float>, Vector128Single>(value._value * PowerOfTwo(bounded));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Single ScaleNearOne(Vector128Single value, Vector128Single exponent)
    {
        if (Avx512F.VL.IsSupported)
        {
            return Unsafe.BitCast<Vector128<float>, Vector128Single>(Avx512F.VL.Scale(value._value, exponent._value));
        }

        // Two factors of about the same size: the first product is normal, hence exact.
        var half = Vector128.Floor(exponent._value * Vector128.Create(0.5f));
        return Unsafe.BitCast<Vector128<float>, Vector128Single>(value._value * PowerOfTwo(half) * PowerOfTwo(exponent._value - half));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Single Exponent(Vector128Single value)
    {
        if (Avx512F.VL.IsSupported)
        {
            return Unsafe.BitCast<Vector128<float>, Vector128Single>(Avx512F.VL.GetExponent(value._value));
        }

        // The biased exponent, put into the low bits of 2^23, reads as the number 2^23 + exponent + 127.
        var (normal, shift) = Normalize(value._value);
        var field = (Vector128.ShiftRightLogical(normal.AsInt32(), 23) | Vector128.Create(0x4B000000)).AsSingle();
        return Unsafe.BitCast<Vector128<float>, Vector128Single>(field - Vector128.Create(8388735f) - shift);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Single Mantissa(Vector128Single value)
    {
        if (Avx512F.VL.IsSupported)
        {
            return Unsafe.BitCast<Vector128<float>, Vector128Single>(Avx512F.VL.GetMantissa(value._value, MantissaControl.OneToTwoWithoutSign));
        }

        var (normal, _) = Normalize(value._value);
        var field = normal.AsInt32() & Vector128.Create(0x007FFFFF);
        return Unsafe.BitCast<Vector128<float>, Vector128Single>((field | Vector128.Create(0x3F800000)).AsSingle());
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float SumLanes(Vector128Single value) => (value._value.GetElement(0) + value._value.GetElement(2)) + (value._value.GetElement(1) + value._value.GetElement(3));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float MultiplyLanes(Vector128Single value) => (value._value.GetElement(0) * value._value.GetElement(2)) * (value._value.GetElement(1) * value._value.GetElement(3));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float MaxLanes(Vector128Single value) => Any(NotEqual(value, value)) ? float.NaN : LargestLane(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float MinLanes(Vector128Single value) => Any(NotEqual(value, value)) ? float.NaN : SmallestLane(value);

    /// <inheritdoc/>
    /// <remarks>Either accumulator holds 2 doubles in its bits: the lower and the upper lanes.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Accumulate(ref Vector128Single low, ref Vector128Single high, Vector128Single value)
    {
        low = Unsafe.BitCast<Vector128<float>, Vector128Single>((low._value.AsDouble() + Vector128.WidenLower(value._value)).AsSingle());
        high = Unsafe.BitCast<Vector128<float>, Vector128Single>((high._value.AsDouble() + Vector128.WidenUpper(value._value)).AsSingle());
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Total(Vector128Single low, Vector128Single high) =>
        Vector128Double.SumLanes(new(low._value.AsDouble() + high._value.AsDouble()));

    /// <summary>The lanes, for the debugger.</summary>
    public override string ToString() => _value.ToString();

    /// <summary>The smallest lane of numbers, either zero among zeros: in a third of the time of <c>Min</c> from lane to lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static float SmallestLane(Vector128Single value)
    {
        value = MinOrRight(value, new(Vector128.Shuffle(value._value, Vector128.Create(2, 3, 0, 1))));
        return MinOrRight(value, new(Vector128.Shuffle(value._value, Vector128.Create(1, 0, 3, 2))))._value.ToScalar();
    }

    /// <summary>The largest lane of numbers, either zero among zeros: in a third of the time of <c>Max</c> from lane to lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static float LargestLane(Vector128Single value)
    {
        value = MaxOrRight(value, new(Vector128.Shuffle(value._value, Vector128.Create(2, 3, 0, 1))));
        return MaxOrRight(value, new(Vector128.Shuffle(value._value, Vector128.Create(1, 0, 3, 2))))._value.ToScalar();
    }

    /// <summary>2^exponent for an integral exponent in [-126, 127].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> PowerOfTwo(Vector128<float> exponent) =>
        Vector128.ShiftLeft((exponent + Vector128.Create(ExponentMagic)).AsInt32(), 23).AsSingle();

    /// <summary>Moves 2^127 or 2^-102 from the exponent to the value where the exponent is out of the normal range.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector128Single Value, Vector128Single Exponent) ScaleTowardsRange(Vector128Single value, Vector128Single exponent)
    {
        var above = Vector128.GreaterThan(exponent._value, Vector128.Create(127f));
        var below = Vector128.LessThan(exponent._value, Vector128.Create(-126f));
        var factor = Vector128.ConditionalSelect(above, Vector128.Create(1.7014118E+38f), Vector128.ConditionalSelect(below, Vector128.Create(1.9721523E-31f), Vector128.Create(1f)));
        var moved = (above & Vector128.Create(127f)) | (below & Vector128.Create(-102f));
        return (new(value._value * factor), new(exponent._value - moved));
    }

    /// <summary>The absolute value, subnormals multiplied by 2^23, and the exponent that this added.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector128<float> Normal, Vector128<float> Shift) Normalize(Vector128<float> value)
    {
        var magnitude = Vector128.Abs(value);
        var subnormal = Vector128.LessThan(magnitude, Vector128.Create(1.17549435E-38f));
        var normal = Vector128.ConditionalSelect(subnormal, magnitude * Vector128.Create(8388608f), magnitude);
        return (normal, subnormal & Vector128.Create(23f));
    }
}
