using System;
using System.Globalization;
using System.Numerics;

namespace LossGen.Generator.Stability.Shadows;

/// <summary>Reduces angles by multiples of π/2, with so many digits of 2/π that the rest has a small relative error, however close to a multiple the angle is.</summary>
/// <remarks>M. H. Payne, R. N. Hanek, Radian reduction for trigonometric functions, SIGNUM Newsletter 18, 1983.</remarks>
internal static class TrigonometricReduction
{
    /// <summary>Larger angles are not reduced: their sine is as good as any number.</summary>
    public const long LargestExponent = 1100;

    /// <summary>So many binary places are kept of the quotient of an angle and π/2.</summary>
    private const int Places = 384;

    private const int TableBits = 1536;

    /// <summary>Reductions to less than this take the exact way.</summary>
    private const double LeastOfFastWay = 0.0009765625;

    /// <summary>π/2 to 106 bits, and the next 106.</summary>
    public static readonly DoubleDouble HalfPi = new(1.5707963267948966, 6.123233995736766e-17);

    private static readonly DoubleDouble HalfPiRest = new(-1.4973849048591698e-33, 5.562271104316826e-50);

    /// <summary>2/π, scaled by 2¹⁵³⁶.</summary>
    private static readonly BigInteger TwoOverPi = BigInteger.Parse(
        "0A2F9836E4E441529FC2757D1F534DDC0DB6295993C439041FE5163ABDEBBC561B7246E3A424DD2E006492EEA09D1921C" +
        "FE1DEB1CB129A73EE88235F52EBB4484E99C7026B45F7E413991D639835339F49C845F8BBDF9283B1FF897FFDE05980F" +
        "EF2F118B5A0A6D1F6D367ECF27CB09B74F463F669E5FEA2D7527BAC7EBE5F17B3D0739F78A5292EA6BFB5FB11F8D5D08" +
        "56033046FC7B6BABF0CFBC209AF4361DA9E391615EE61B086599855F14A068408DFFD8804D73273106061556CA73A8C9",
        NumberStyles.HexNumber,
        CultureInfo.InvariantCulture);

    /// <summary>The angle less a multiple of π/2, at most π/4 and a little in magnitude, and the multiple modulo 4. Off by less than 2⁻¹⁰² in relation to the rest.</summary>
    public static (DoubleDouble Remainder, int Quadrant) Reduce(Shadow angle)
    {
        if (angle.Exponent < -1)
        {
            return (angle.ToDoubleDouble(), 0);
        }

        if (angle.Exponent < 20)
        {
            DoubleDouble x = angle.ToDoubleDouble();
            double multiple = Math.Round(x.High / HalfPi.High);
            DoubleDouble rest = SubtractMultiple(x, multiple);
            if (Math.Abs(rest.High) > LeastOfFastWay)
            {
                return (rest, (int)multiple & 3);
            }
        }

        return ReduceExactly(angle);
    }

    /// <summary>Absolute error below 2⁻¹¹⁴ for multiples up to 2²¹: the large parts cancel without rounding.</summary>
    private static DoubleDouble SubtractMultiple(DoubleDouble x, double multiple)
    {
        (double product, double rest) = DoubleDouble.ProductOf(multiple, HalfPi.High);
        (double secondProduct, double secondRest) = DoubleDouble.ProductOf(multiple, HalfPi.Low);
        DoubleDouble difference = new DoubleDouble(x.High - product, 0) + new DoubleDouble(x.Low, 0) + new DoubleDouble(-rest, 0);
        return difference - new DoubleDouble(secondProduct, secondRest) - (HalfPiRest * multiple);
    }

    private static (DoubleDouble Remainder, int Quadrant) ReduceExactly(Shadow angle)
    {
        // The angle as an integer times 2^−places.
        (BigInteger high, int highPlaces) = Integer(angle.High, angle.Exponent);
        (BigInteger low, int lowPlaces) = Integer(angle.Low, angle.Exponent);
        int places = Math.Max(highPlaces, lowPlaces);
        BigInteger x = (high << (places - highPlaces)) + (low << (places - lowPlaces));

        int bits = Places + Math.Max(0, (int)angle.Exponent);
        BigInteger quotient = x * (TwoOverPi >> (TableBits - bits));
        int scale = places + bits;
        BigInteger multiple = (quotient + (BigInteger.One << (scale - 1))) >> scale;
        BigInteger rest = quotient - (multiple << scale);

        int surplus = Math.Max(0, scale - Places);
        rest >>= surplus;
        double restHigh = (double)rest;
        DoubleDouble fraction = DoubleDouble.Ordered(restHigh, (double)(rest - new BigInteger(restHigh))).Scale(PowersOfTwo.Of(surplus - scale));
        return (fraction * HalfPi, (int)(multiple & 3));
    }

    /// <summary>A mantissa as an integer and the number of its binary places, which is not negative.</summary>
    private static (BigInteger Integer, int Places) Integer(double mantissa, long exponent)
    {
        if (mantissa == 0)
        {
            return (BigInteger.Zero, 0);
        }

        long bits = BitConverter.DoubleToInt64Bits(mantissa);
        BigInteger integer = (bits & ((1L << 52) - 1)) | (1L << 52);
        int places = 1075 - ((int)(bits >> 52) & 0x7FF) - (int)exponent;
        integer = mantissa < 0 ? -integer : integer;
        return places >= 0 ? (integer, places) : (integer << -places, 0);
    }
}
