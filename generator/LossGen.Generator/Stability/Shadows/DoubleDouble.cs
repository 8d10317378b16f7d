namespace LossGen.Generator.Stability.Shadows;

/// <summary>
/// The unevaluated sum of two doubles, the second at most half a unit in the last place of the first: some 106 bits. The arithmetic
/// inside the functions on shadows; operands are of moderate size, so that no product over- or underflows.
/// </summary>
/// <remarks>
/// T. J. Dekker, A floating-point technique for extending the available precision, Numerische Mathematik 18, 1971; relative error
/// bounds of the operations: M. Joldes, J.-M. Muller, V. Popescu, Tight and rigorous error bounds for basic building blocks of
/// double-word arithmetic, ACM TOMS 44, 2017 (3·2⁻¹⁰⁶ for sums, 5·2⁻¹⁰⁶ for products, 10·2⁻¹⁰⁶ for quotients).
/// </remarks>
internal readonly struct DoubleDouble(double high, double low)
{
    public double High { get; } = high;

    public double Low { get; } = low;

    public static implicit operator DoubleDouble(double value) => new(value, 0);

    public static DoubleDouble operator -(DoubleDouble value) => new(-value.High, -value.Low);

    public static DoubleDouble operator +(DoubleDouble left, DoubleDouble right)
    {
        (double high, double rest) = SumOf(left.High, right.High);
        (double low, double remainder) = SumOf(left.Low, right.Low);
        (high, rest) = OrderedSumOf(high, rest + low);
        return Ordered(high, rest + remainder);
    }

    public static DoubleDouble operator +(DoubleDouble left, double right)
    {
        (double high, double rest) = SumOf(left.High, right);
        return Ordered(high, rest + left.Low);
    }

    public static DoubleDouble operator -(DoubleDouble left, DoubleDouble right) => left + -right;

    public static DoubleDouble operator *(DoubleDouble left, DoubleDouble right)
    {
        (double high, double rest) = ProductOf(left.High, right.High);
        return Ordered(high, rest + ((left.High * right.Low) + (left.Low * right.High)));
    }

    public static DoubleDouble operator *(DoubleDouble left, double right)
    {
        (double high, double rest) = ProductOf(left.High, right);
        return Ordered(high, rest + (left.Low * right));
    }

    public static DoubleDouble operator /(DoubleDouble left, DoubleDouble right)
    {
        double first = left.High / right.High;
        DoubleDouble remainder = left - (right * first);
        double second = remainder.High / right.High;
        remainder -= right * second;
        return Ordered(first, second) + (remainder.High / right.High);
    }

    public static DoubleDouble operator /(DoubleDouble left, double right)
    {
        double first = left.High / right;
        (double high, double rest) = ProductOf(first, right);
        return Ordered(first, (left.High - high - rest + left.Low) / right);
    }

    /// <summary>The product with a power of two, which is exact.</summary>
    public DoubleDouble Scale(double powerOfTwo) => new(High * powerOfTwo, Low * powerOfTwo);

    /// <summary>A sum of two doubles, the first being the larger in magnitude or zero.</summary>
    public static DoubleDouble Ordered(double larger, double smaller)
    {
        double sum = larger + smaller;
        return new(sum, smaller - (sum - larger));
    }

    /// <summary>The sum and its rounding error, the first number being the larger in magnitude or zero.</summary>
    public static (double Sum, double Error) OrderedSumOf(double larger, double smaller)
    {
        double sum = larger + smaller;
        return (sum, smaller - (sum - larger));
    }

    /// <summary>The sum and its rounding error.</summary>
    public static (double Sum, double Error) SumOf(double left, double right)
    {
        double sum = left + right;
        double rightPart = sum - left;
        return (sum, (left - (sum - rightPart)) + (right - rightPart));
    }

    /// <summary>The product and its rounding error.</summary>
    public static (double Product, double Error) ProductOf(double left, double right)
    {
        const double Splitter = (1 << 27) + 1;
        double product = left * right;
        double scaled = Splitter * left;
        double leftHigh = scaled - (scaled - left);
        double leftLow = left - leftHigh;
        scaled = Splitter * right;
        double rightHigh = scaled - (scaled - right);
        double rightLow = right - rightHigh;
        return (product, ((leftHigh * rightHigh) - product) + (leftHigh * rightLow) + (leftLow * rightHigh) + (leftLow * rightLow));
    }
}
