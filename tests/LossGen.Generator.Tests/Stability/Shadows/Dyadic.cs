using System.Numerics;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Tests.Stability.Shadows;

/// <summary>An integer times a power of two: exact sums of doubles, to measure the error of shadows.</summary>
internal readonly record struct Dyadic(BigInteger Significand, long Exponent) : IComparable<Dyadic>
{
    public static Dyadic Of(double value, long exponent = 0)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        int biased = (int)(bits >> 52) & 0x7FF;
        long significand = (bits & ((1L << 52) - 1)) | (biased == 0 ? 0 : 1L << 52);
        return new(value < 0 ? -significand : significand, exponent + Math.Max(biased, 1) - 1075);
    }

    public static Dyadic Of(Shadow value) => Of(value.High, value.Exponent) + Of(value.Low, value.Exponent);

    public static Dyadic operator -(Dyadic value) => value with { Significand = -value.Significand };

    public static Dyadic operator +(Dyadic left, Dyadic right)
    {
        if (left.Significand.IsZero || right.Significand.IsZero)
        {
            return left.Significand.IsZero ? right : left;
        }

        long exponent = Math.Min(left.Exponent, right.Exponent);
        return new((left.Significand << (int)(left.Exponent - exponent)) + (right.Significand << (int)(right.Exponent - exponent)), exponent);
    }

    public static Dyadic operator -(Dyadic left, Dyadic right) => left + -right;

    public static Dyadic operator *(Dyadic left, Dyadic right) => new(left.Significand * right.Significand, left.Exponent + right.Exponent);

    public Dyadic Magnitude() => this with { Significand = BigInteger.Abs(Significand) };

    public Dyadic Scale(int powerOfTwo) => this with { Exponent = Exponent + powerOfTwo };

    /// <summary>The integer part of the logarithm to base 2 of the magnitude.</summary>
    public long Log2() => Significand.IsZero ? long.MinValue : Exponent + (long)BigInteger.Abs(Significand).GetBitLength() - 1;

    public int CompareTo(Dyadic other) => (this - other).Significand.Sign;
}
