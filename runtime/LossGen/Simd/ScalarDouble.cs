using System.Runtime.CompilerServices;

namespace LossGen.Simd;

/// <summary>A single <see cref="double"/> that takes part in generic kernels as a vector of one lane.</summary>
public readonly unsafe struct ScalarDouble : ISimdVector<ScalarDouble, double>
{
    private readonly double _value;

    /// <summary>Wraps a number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ScalarDouble(double value) => _value = value;

    /// <inheritdoc/>
    public static int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 1;
    }

    /// <inheritdoc/>
    public static ScalarDouble Zero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => default;
    }

    /// <inheritdoc/>
    public static ScalarDouble Iota
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => default;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarDouble Create(double value) => new(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarDouble Load(double* source) => new(*source);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarDouble LoadIntegers(int* source) => new(*source);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(ScalarDouble vector, double* destination) => *destination = vector._value;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarDouble operator +(ScalarDouble left, ScalarDouble right) => new(left._value + right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarDouble operator -(ScalarDouble left, ScalarDouble right) => new(left._value - right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarDouble operator *(ScalarDouble left, ScalarDouble right) => new(left._value * right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarDouble operator /(ScalarDouble left, ScalarDouble right) => new(left._value / right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarDouble operator -(ScalarDouble value) => new(-value._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarDouble MultiplyAdd(ScalarDouble left, ScalarDouble right, ScalarDouble addend) => new(Math.FusedMultiplyAdd(left._value, right._value, addend._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarDouble operator +(ScalarDouble left, double right) => new(left._value + right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarDouble operator *(ScalarDouble left, double right) => new(left._value * right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarDouble MultiplyAdd(ScalarDouble left, ScalarDouble right, double addend) => new(Math.FusedMultiplyAdd(left._value, right._value, addend));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarDouble MultiplyAdd(ScalarDouble left, double right, ScalarDouble addend) => new(Math.FusedMultiplyAdd(left._value, right, addend._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarDouble MultiplyAdd(ScalarDouble left, double right, double addend) => new(Math.FusedMultiplyAdd(left._value, right, addend));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarDouble Abs(ScalarDouble value) => new(Math.Abs(value._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarDouble Sqrt(ScalarDouble value) => new(Math.Sqrt(value._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarDouble Min(ScalarDouble left, ScalarDouble right) => new(Math.Min(left._value, right._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarDouble Max(ScalarDouble left, ScalarDouble right) => new(Math.Max(left._value, right._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarDouble Floor(ScalarDouble value) => new(Math.Floor(value._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarDouble Ceiling(ScalarDouble value) => new(Math.Ceiling(value._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarDouble Truncate(ScalarDouble value) => new(Math.Truncate(value._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarDouble Round(ScalarDouble value) => new(Math.Round(value._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarDouble MinOrRight(ScalarDouble left, ScalarDouble right) => left._value < right._value ? left : right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarDouble MaxOrRight(ScalarDouble left, ScalarDouble right) => left._value > right._value ? left : right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarDouble Equal(ScalarDouble left, ScalarDouble right) => Condition(left._value == right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarDouble NotEqual(ScalarDouble left, ScalarDouble right) => Condition(left._value != right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarDouble LessThan(ScalarDouble left, ScalarDouble right) => Condition(left._value < right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarDouble LessThanOrEqual(ScalarDouble left, ScalarDouble right) => Condition(left._value <= right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarDouble GreaterThan(ScalarDouble left, ScalarDouble right) => Condition(left._value > right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarDouble GreaterThanOrEqual(ScalarDouble left, ScalarDouble right) => Condition(left._value >= right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarDouble And(ScalarDouble left, ScalarDouble right) => new(BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(left._value) & BitConverter.DoubleToInt64Bits(right._value)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarDouble Or(ScalarDouble left, ScalarDouble right) => new(BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(left._value) | BitConverter.DoubleToInt64Bits(right._value)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarDouble Xor(ScalarDouble left, ScalarDouble right) => new(BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(left._value) ^ BitConverter.DoubleToInt64Bits(right._value)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarDouble Not(ScalarDouble value) => new(BitConverter.Int64BitsToDouble(~BitConverter.DoubleToInt64Bits(value._value)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarDouble Select(ScalarDouble condition, ScalarDouble whenTrue, ScalarDouble whenFalse) => Any(condition) ? whenTrue : whenFalse;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Any(ScalarDouble condition) => BitConverter.DoubleToInt64Bits(condition._value) != 0;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarDouble Scale(ScalarDouble value, ScalarDouble exponent) => new(Math.ScaleB(value._value, (int)double.Clamp(exponent._value, -5000.0, 5000.0)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarDouble ScaleNearOne(ScalarDouble value, ScalarDouble exponent)
    {
        // Two factors of about the same size: the first product is normal, hence exact.
        var whole = (long)exponent._value;
        var half = whole >> 1;
        return new(value._value * PowerOfTwo(half) * PowerOfTwo(whole - half));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarDouble Exponent(ScalarDouble value)
    {
        var (normal, shift) = Normalize(value._value);
        return new((normal >> 52) - 1023 - shift);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarDouble Mantissa(ScalarDouble value) =>
        new(BitConverter.Int64BitsToDouble((Normalize(value._value).Normal & 0x000FFFFFFFFFFFFF) | 0x3FF0000000000000));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double SumLanes(ScalarDouble value) => value._value;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double MultiplyLanes(ScalarDouble value) => value._value;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double MaxLanes(ScalarDouble value) => value._value;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double MinLanes(ScalarDouble value) => value._value;

    /// <inheritdoc/>
    /// <remarks>The elements are doubles already: only the first accumulator is used.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Accumulate(ref ScalarDouble low, ref ScalarDouble high, ScalarDouble value) => low += value;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Total(ScalarDouble low, ScalarDouble high) => low._value;

    /// <summary>The number, for the debugger.</summary>
    public override string ToString() => _value.ToString(System.Globalization.CultureInfo.InvariantCulture);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ScalarDouble Condition(bool holds) => new(BitConverter.Int64BitsToDouble(holds ? -1 : 0));

    /// <summary>2^exponent for an exponent in [−1022, 1023].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double PowerOfTwo(long exponent) => BitConverter.Int64BitsToDouble((1023 + exponent) << 52);

    /// <summary>The bits of the absolute value, subnormals multiplied by 2^52, and the exponent that this added.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (long Normal, long Shift) Normalize(double value)
    {
        var magnitude = Math.Abs(value);
        return magnitude < 2.2250738585072014E-308
            ? (BitConverter.DoubleToInt64Bits(magnitude * 4503599627370496.0), 52)
            : (BitConverter.DoubleToInt64Bits(magnitude), 0);
    }
}
