using System;
using LossGen.Generator.Functions.Scalar;

namespace LossGen.Generator.Stability.Shadows;

/// <content>Functions as accurate as double.</content>
internal static partial class ShadowMath
{
    /// <summary>2⁻⁵⁰, in units of a number below 2.</summary>
    private const double ErrorOfDouble = 8.881784197001252e-16;

    public static Shadow Approximate(double value) => Shadow.FromDouble(value).Blur(ErrorOfDouble);

    public static Shadow Sin(Shadow x) => Approximate(Math.Sin(x.ToDouble()));

    public static Shadow Cos(Shadow x) => Approximate(Math.Cos(x.ToDouble()));

    public static Shadow Tan(Shadow x) => Approximate(Math.Tan(x.ToDouble()));

    public static Shadow Asin(Shadow x) => Approximate(Math.Asin(x.ToDouble()));

    public static Shadow Acos(Shadow x) => Approximate(Math.Acos(x.ToDouble()));

    public static Shadow Atan(Shadow x) => Approximate(Math.Atan(x.ToDouble()));

    public static Shadow Erf(Shadow x) => Approximate(ScalarMath.Erf(x.ToDouble()));

    public static Shadow Erfc(Shadow x) => Approximate(ScalarMath.Erfc(x.ToDouble()));

    public static Shadow LogGamma(Shadow x) => Approximate(ScalarMath.LogGamma(x.ToDouble()));

    public static Shadow Digamma(Shadow x) => Approximate(ScalarMath.Digamma(x.ToDouble()));

    public static Shadow Trigamma(Shadow x) => Approximate(ScalarMath.Trigamma(x.ToDouble()));

    public static Shadow Tetragamma(Shadow x) => Approximate(ScalarMath.Tetragamma(x.ToDouble()));

    public static Shadow Atan2(Shadow y, Shadow x) => Approximate(ScalarMath.Atan2(y.ToDouble(), x.ToDouble()));
}
