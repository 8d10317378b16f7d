using LossGen.Generator.Functions;
using LossGen.Generator.Stability.Shadows;
using Xunit;

namespace LossGen.Generator.Tests.Stability.Shadows;

public sealed class ShadowArithmeticTests
{
    [Fact]
    public void Doubles_ComeBack() => Assert.All(
        [0.0, -0.0, 1, -0.1, 5e-324, 3.7e-310, double.MaxValue, double.PositiveInfinity, double.NaN],
        static value => Assert.Equal(BitConverter.DoubleToInt64Bits(value), BitConverter.DoubleToInt64Bits(Shadow.FromDouble(value).ToDouble())));

    [Fact]
    public void Single_IsRoundedOnce()
    {
        // Half-way between two floats, and a little off by less than a double can tell.
        Shadow halfWay = Shadow.FromDouble(1 + Math.ScaleB(1, -24));
        Shadow little = Shadow.One.Scale(-90);
        Assert.Equal(1f, halfWay.ToSingle());
        Assert.Equal(MathF.BitIncrement(1f), (halfWay + little).ToSingle());
        Assert.Equal(1f, (halfWay - little).ToSingle());
        Assert.Equal(-MathF.BitIncrement(1f), (-halfWay - little).ToSingle());
    }

    [Fact]
    public void SumsAndProductsOfFloats_AreExact()
    {
        Shadow x = Shadow.FromDouble(0.1f);
        Shadow y = Shadow.FromDouble(-3.7e-9f);
        Shadow difference = (x * x) - (y * y);
        Shadow product = (x + y) * (x - y);
        Assert.Equal(0, difference.Error);
        Assert.Equal(0, product.Error);
        Assert.Equal(0, (difference - product).Sign);
        Assert.Equal(0, (x * 3 / x).Error);
        Assert.Equal(0, ShadowMath.Sqrt(x * x).Error);
        Assert.Equal(0, ShadowMath.Pow(2, 40).Error);
    }

    [Fact]
    public void WhatCancelsAway_IsUncertain()
    {
        Shadow x = ShadowMath.Exp(Shadow.FromDouble(0.3f));
        Shadow difference = x - (x * (1 + Shadow.One.Scale(-80)));
        Assert.False(x.IsUncertain);
        Assert.True(difference.IsUncertain);
        Assert.True((x - x).IsUncertain);
        Assert.True(ShadowMath.Log(x - x).IsUncertain);
        Assert.True((1 / (x - x)).IsUncertain);
        Assert.True(ShadowMath.Floor((x - x) + 2).IsUncertain);
        Assert.False((difference + 1).IsUncertain);
        Assert.False(ShadowMath.Exp(difference).IsUncertain);
    }

    [Fact]
    public void WhatCancelsExactly_IsCertain()
    {
        Shadow x = Shadow.FromDouble(1e8f);
        Shadow difference = (x + 1) - x;
        Assert.Equal(1, difference.ToDouble());
        Assert.Equal(0, difference.Error);
        Assert.True((x - x).IsZero);
        Assert.False((x - x).IsUncertain);
        Assert.False((1 / (x - x)).IsUncertain);
    }

    [Fact]
    public void Exponents_DoNotOverflow()
    {
        Shadow tiny = ShadowMath.Exp(-ShadowMath.Exp(9));
        Assert.Equal(-11691, tiny.Exponent);
        AssertNear(ShadowMath.Exp(9), -ShadowMath.Log(tiny));

        Shadow huge = ShadowMath.Exp(10000);
        AssertNear(10000, ShadowMath.Log(huge));
        AssertNear(1, ShadowMath.Tanh(huge) * (huge * (1 / huge)));
        Assert.Equal(double.PositiveInfinity, huge.ToDouble());
        Assert.Equal(0f, (1 / huge).ToSingle());
    }

    [Fact]
    public void BeyondAllExponents_AreInfinityAndZero()
    {
        Shadow huge = ShadowMath.Exp(ShadowMath.Exp(40));
        Assert.True(huge.IsInfinite);
        Assert.True((1 / huge).IsZero);
        Assert.True(ShadowMath.Exp(-ShadowMath.Exp(40)).IsZero);
        Assert.True(Shadow.One.Scale(1L << 41).IsInfinite);
        Assert.True(Shadow.One.Scale(-(1L << 41)).IsZero);
    }

    [Fact]
    public void Comparisons_SeeTheLastBit()
    {
        Shadow one = Shadow.One;
        Shadow more = one + one.Scale(-100);
        Shadow less = one - one.Scale(-100);
        Assert.True(less < one && one < more && less < more && more > one && -more < -one);
        Assert.True(less <= one && one <= Shadow.One && !(more <= one) && one >= less);
        Assert.True(Shadow.FromDouble(0.0) == Shadow.FromDouble(-0.0));
        Assert.True(Shadow.NegativeInfinity < -1e300 && Shadow.PositiveInfinity > 1e300);
        Assert.False(Shadow.NaN < one || Shadow.NaN >= one || Shadow.NaN == one);
    }

    [Fact]
    public void Comparisons_WithinTheError_AreUncertain()
    {
        Shadow x = ShadowMath.Log(3);
        Assert.True(GreaterThan.Instance.Shadow([x, x]).IsUncertain);
        Assert.True(Equal.Instance.Shadow([x, x + Shadow.One.Scale(-104)]).IsUncertain);
        Assert.False(GreaterThan.Instance.Shadow([x, 1]).IsUncertain);
        Assert.Equal(1, GreaterThan.Instance.Shadow([x, 1]).ToDouble());
        Assert.False(Equal.Instance.Shadow([2, 2]).IsUncertain);
    }

    private static void AssertNear(Shadow expected, Shadow actual) => Assert.True(ShadowMath.Abs(actual - expected) <= ShadowMath.Abs(expected).Scale(-75), $"{actual} is not {expected}");
}
