using System.Runtime.CompilerServices;

namespace LossGen.Simd;

/// <summary>A single <see cref="float"/> that takes part in generic kernels as a vector of one lane.</summary>
public readonly unsafe struct ScalarSingle : ISimdVector<ScalarSingle, float>
{
    private readonly float _value;

    /// <summary>Wraps a number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ScalarSingle(float value) => _value = value;

    /// <inheritdoc/>
    public static int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 1;
    }

    /// <inheritdoc/>
    public static ScalarSingle Zero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => default;
    }

    /// <inheritdoc/>
    public static ScalarSingle Iota
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => default;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarSingle Create(float value) => new(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarSingle Create(double value) => new((float)value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarSingle Load(float* source) => new(*source);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarSingle LoadIntegers(int* source) => new(*source);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(ScalarSingle vector, float* destination) => *destination = vector._value;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarSingle operator +(ScalarSingle left, ScalarSingle right) => new(left._value + right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarSingle operator -(ScalarSingle left, ScalarSingle right) => new(left._value - right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarSingle operator *(ScalarSingle left, ScalarSingle right) => new(left._value * right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarSingle operator /(ScalarSingle left, ScalarSingle right) => new(left._value / right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarSingle operator -(ScalarSingle value) => new(-value._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarSingle MultiplyAdd(ScalarSingle left, ScalarSingle right, ScalarSingle addend) => new(MathF.FusedMultiplyAdd(left._value, right._value, addend._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarSingle operator +(ScalarSingle left, double right) => new(left._value + (float)right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarSingle operator *(ScalarSingle left, double right) => new(left._value * (float)right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarSingle MultiplyAdd(ScalarSingle left, ScalarSingle right, double addend) => new(MathF.FusedMultiplyAdd(left._value, right._value, (float)addend));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarSingle MultiplyAdd(ScalarSingle left, double right, ScalarSingle addend) => new(MathF.FusedMultiplyAdd(left._value, (float)right, addend._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarSingle MultiplyAdd(ScalarSingle left, double right, double addend) => new(MathF.FusedMultiplyAdd(left._value, (float)right, (float)addend));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarSingle Abs(ScalarSingle value) => new(MathF.Abs(value._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarSingle Sqrt(ScalarSingle value) => new(MathF.Sqrt(value._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarSingle Min(ScalarSingle left, ScalarSingle right) => new(MathF.Min(left._value, right._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarSingle Max(ScalarSingle left, ScalarSingle right) => new(MathF.Max(left._value, right._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarSingle Floor(ScalarSingle value) => new(MathF.Floor(value._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarSingle Ceiling(ScalarSingle value) => new(MathF.Ceiling(value._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarSingle Truncate(ScalarSingle value) => new(MathF.Truncate(value._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarSingle Round(ScalarSingle value) => new(MathF.Round(value._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarSingle MinOrRight(ScalarSingle left, ScalarSingle right) => left._value < right._value ? left : right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarSingle MaxOrRight(ScalarSingle left, ScalarSingle right) => left._value > right._value ? left : right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarSingle Equal(ScalarSingle left, ScalarSingle right) => Condition(left._value == right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarSingle NotEqual(ScalarSingle left, ScalarSingle right) => Condition(left._value != right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarSingle LessThan(ScalarSingle left, ScalarSingle right) => Condition(left._value < right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarSingle LessThanOrEqual(ScalarSingle left, ScalarSingle right) => Condition(left._value <= right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarSingle GreaterThan(ScalarSingle left, ScalarSingle right) => Condition(left._value > right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarSingle GreaterThanOrEqual(ScalarSingle left, ScalarSingle right) => Condition(left._value >= right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarSingle And(ScalarSingle left, ScalarSingle right) => new(BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(left._value) & BitConverter.SingleToInt32Bits(right._value)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarSingle Or(ScalarSingle left, ScalarSingle right) => new(BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(left._value) | BitConverter.SingleToInt32Bits(right._value)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarSingle Xor(ScalarSingle left, ScalarSingle right) => new(BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(left._value) ^ BitConverter.SingleToInt32Bits(right._value)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarSingle Not(ScalarSingle value) => new(BitConverter.Int32BitsToSingle(~BitConverter.SingleToInt32Bits(value._value)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarSingle Select(ScalarSingle condition, ScalarSingle whenTrue, ScalarSingle whenFalse) => Any(condition) ? whenTrue : whenFalse;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Any(ScalarSingle condition) => BitConverter.SingleToInt32Bits(condition._value) != 0;

    /// <inheritdoc/>
    /// <remarks>In double the product is exact for every exponent that matters, so that the conversion is the only rounding.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarSingle Scale(ScalarSingle value, ScalarSingle exponent)
    {
        var bounded = (long)float.Clamp(exponent._value, -400f, 400f);
        return new((float)(value._value * BitConverter.Int64BitsToDouble((1023 + bounded) << 52)));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarSingle ScaleNearOne(ScalarSingle value, ScalarSingle exponent) => Scale(value, exponent);

    /// <inheritdoc/>
    /// <remarks>Every float is a normal double, whose exponent field needs no distinction of cases.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarSingle Exponent(ScalarSingle value) => new(((BitConverter.DoubleToInt64Bits(value._value) >> 52) & 0x7FF) - 1023);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarSingle Mantissa(ScalarSingle value) =>
        new((float)BitConverter.Int64BitsToDouble((BitConverter.DoubleToInt64Bits(value._value) & 0x000FFFFFFFFFFFFF) | 0x3FF0000000000000));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float SumLanes(ScalarSingle value) => value._value;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float MultiplyLanes(ScalarSingle value) => value._value;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float MaxLanes(ScalarSingle value) => value._value;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float MinLanes(ScalarSingle value) => value._value;

    /// <inheritdoc/>
    /// <remarks>The accumulators are a sum and its rounding error (Knuth's exact TwoSum): about 48 significant bits.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Accumulate(ref ScalarSingle low, ref ScalarSingle high, ScalarSingle value)
    {
        var sum = low._value + value._value;
        var virtualAddend = sum - low._value;
        var error = (low._value - (sum - virtualAddend)) + (value._value - virtualAddend);
        low = new(sum);
        high = new(high._value + error);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Total(ScalarSingle low, ScalarSingle high) => float.IsFinite(low._value) ? (double)low._value + high._value : low._value;

    /// <summary>The number, for the debugger.</summary>
    public override string ToString() => _value.ToString(System.Globalization.CultureInfo.InvariantCulture);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ScalarSingle Condition(bool holds) => new(BitConverter.Int32BitsToSingle(holds ? -1 : 0));
}
