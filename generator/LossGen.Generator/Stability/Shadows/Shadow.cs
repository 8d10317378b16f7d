using System;
using System.Runtime.CompilerServices;

namespace LossGen.Generator.Stability.Shadows;

/// <summary>
/// A real number as the stability analysis knows it: (High + Low)·2^Exponent to more than 100 bits, with an exponent that does not
/// overflow and a bound of the error. What single precision makes of a formula is measured against this.
/// </summary>
/// <remarks>
/// A number other than zero has 1 ≤ |High| &lt; 2. Zero, the infinities and NaN are those of <see cref="High"/>; zeros have signs, as
/// 1/x needs them. Beyond 2^±(2⁴⁰) numbers are taken for infinite or zero: no loss means them.
/// </remarks>
internal readonly partial struct Shadow : IEquatable<Shadow>
{
    private const long LargestExponent = 1L << 40;

    /// <summary>2⁻⁴⁰: sixteen bits more than single precision has.</summary>
    private const double Certainty = 9.094947017729282e-13;

    private Shadow(double high, double low, long exponent, double error)
    {
        High = high;
        Low = low;
        Exponent = exponent;
        Error = error;
    }

    public static Shadow NaN => new(double.NaN, 0, 0, 0);

    public static Shadow PositiveInfinity => new(double.PositiveInfinity, 0, 0, 0);

    public static Shadow NegativeInfinity => new(double.NegativeInfinity, 0, 0, 0);

    public static Shadow Zero => default;

    public static Shadow One => new(1, 0, 0, 0);

    /// <summary>A number that could be any: its error has no bound.</summary>
    public static Shadow Unknown => new(double.NaN, 0, 0, double.PositiveInfinity);

    public double High { get; }

    public double Low { get; }

    public long Exponent { get; }

    /// <summary>A bound of the distance from the exact number, in units of 2^<see cref="Exponent"/>. Of an infinity or NaN: zero, or infinite if it may as well be a number.</summary>
    public double Error { get; }

    public bool IsNaN => double.IsNaN(High);

    public bool IsInfinite => double.IsInfinity(High);

    public bool IsFinite => !double.IsNaN(High) && !double.IsInfinity(High);

    public bool IsZero => High == 0;

    /// <summary>1, −1, or 0 for the zeros and NaN.</summary>
    public int Sign => High > 0 ? 1 : High < 0 ? -1 : 0;

    /// <summary>Whether so much cancelled that nothing may be judged by this number.</summary>
    public bool IsUncertain => Error > 0 && !(Error <= Certainty * Math.Abs(High) && !double.IsInfinity(High));

    /// <summary>Whether the exact number is certain to have the sign of <see cref="High"/>.</summary>
    public bool HasCertainSign => Error == 0 || Error < LeastOfHigh;

    /// <summary>A double that is at most the magnitude, in units of 2^Exponent: <see cref="Low"/> is less than 2⁻⁵² of it.</summary>
    private double LeastOfHigh => Math.Abs(High) * (1 - 1e-15);

    /// <summary>Whether the error is bounded: an infinity or NaN is one for certain.</summary>
    internal bool IsCertain => !double.IsInfinity(Error);

    /// <summary>Whether this is a finite number other than zero.</summary>
    internal bool IsOrdinary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            double magnitude = Math.Abs(High);
            return magnitude >= 1 && magnitude < 2;
        }
    }

    public static implicit operator Shadow(double value) => FromDouble(value);

    /// <summary>The number itself, without error.</summary>
    public static Shadow FromDouble(double value)
    {
        const double TwoTo64 = 1.8446744073709552e+19;
        const long MantissaAndSign = ~(0x7FFL << 52);
        long bits = BitConverter.DoubleToInt64Bits(value);
        int exponent = (int)(bits >> 52) & 0x7FF;
        return exponent switch
        {
            0x7FF => new(value, 0, 0, 0),
            0 when value == 0 => new(value, 0, 0, 0),
            0 => FromDouble(value * TwoTo64).Scale(-64),
            _ => new(BitConverter.Int64BitsToDouble((bits & MantissaAndSign) | (1023L << 52)), 0, exponent - 1023, 0),
        };
    }

    /// <summary>The product with a power of two.</summary>
    public Shadow Scale(long exponent) => IsFinite && (High != 0 || Error > 0) ? Bounded(High, Low, Exponent + exponent, Error) : this;

    /// <summary>The number with an error bound that is larger by a multiple of its magnitude.</summary>
    public Shadow Blur(double relativeError) => IsOrdinary ? new(High, Low, Exponent, Error + (2 * relativeError)) : this;

    /// <summary>The number, or one that could be any if <paramref name="isKnown"/> is false.</summary>
    internal Shadow KnownIf(bool isKnown) => isKnown ? this : new(High, Low, Exponent, double.PositiveInfinity);

    /// <summary>The nearest double, but for numbers below 2⁻¹⁰²².</summary>
    public double ToDouble() => PowersOfTwo.Scale(High, Exponent);

    /// <summary>The nearest float, but for numbers below 2⁻¹²⁶.</summary>
    public float ToSingle()
    {
        // Rounded to odd, no double lies half-way between two floats: the second rounding is as good as one.
        long bits = BitConverter.DoubleToInt64Bits(High);
        double odd = Low == 0 || (bits & 1) != 0 ? High : BitConverter.Int64BitsToDouble(Low > 0 == High > 0 ? bits | 1 : bits - 1);
        return (float)PowersOfTwo.Scale(odd, Exponent);
    }

    /// <summary>High + Low scaled by the exponent, which must be moderate.</summary>
    internal DoubleDouble ToDoubleDouble() => new DoubleDouble(High, Low).Scale(PowersOfTwo.Of(Exponent));

    /// <summary>The error bound as a double; at least that of a tiny number if there is an error at all.</summary>
    internal double AbsoluteError => Error == 0 ? 0 : Math.Max(PowersOfTwo.Scale(Error, Exponent), double.Epsilon);

    /// <summary>The error bound in relation to the magnitude of a number other than zero.</summary>
    internal double RelativeError => Error / Math.Abs(High);

    /// <summary>A number from a sum of two doubles of moderate size, the first being the larger, and an error bound in the same units.</summary>
    internal static Shadow Normalised(double high, double low, long exponent, double error)
    {
        if (high == 0)
        {
            return error == 0 ? new(high, 0, 0, 0) : new(high, 0, exponent, error);
        }

        int shift = ((int)(BitConverter.DoubleToInt64Bits(high) >> 52) & 0x7FF) - 1023;
        if (shift == 0)
        {
            return Bounded(high, low, exponent, error);
        }

        double scale = PowersOfTwo.Of(-shift);
        return Bounded(high * scale, low * scale, exponent + shift, error * scale);
    }

    internal static Shadow Normalised(DoubleDouble value, long exponent, double error) => Normalised(value.High, value.Low, exponent, error);

    /// <summary>A special value that is exact only if its operands are certain.</summary>
    internal static Shadow Special(double value, bool isKnown) => new(value, 0, 0, isKnown ? 0 : double.PositiveInfinity);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Shadow Bounded(double high, double low, long exponent, double error) => exponent switch
    {
        > LargestExponent when high != 0 => new(high > 0 ? double.PositiveInfinity : double.NegativeInfinity, 0, 0, error < Math.Abs(high) ? 0 : double.PositiveInfinity),
        < -LargestExponent => new(high < 0 ? -0.0 : 0.0, 0, 0, 0),
        _ => new(high, low, exponent, error),
    };

    public bool Equals(Shadow other) => High.Equals(other.High) && Low.Equals(other.Low) && Exponent == other.Exponent;

    public override bool Equals(object? obj) => obj is Shadow other && Equals(other);

    public override int GetHashCode() => unchecked((((High.GetHashCode() * 31) + Low.GetHashCode()) * 31) + Exponent.GetHashCode());

    public override string ToString() => FormattableString.Invariant($"({High:R} + {Low:R})·2^{Exponent} ± {Error:R}");
}
