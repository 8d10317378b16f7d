using System;

namespace LossGen.Generator.Stability.Shadows;

/// <content>Trigonometric functions and their inverses.</content>
internal static partial class ShadowMath
{
    public static Shadow Sin(Shadow x)
    {
        if (!x.IsOrdinary || x.Exponent < TinyExponent)
        {
            return x.IsInfinite ? Shadow.Special(double.NaN, x.IsCertain) : x.Blur(EvaluationError);
        }

        if (x.Exponent > TrigonometricReduction.LargestExponent)
        {
            return Shadow.Normalised(0, 0, 0, 1);
        }

        (DoubleDouble rest, int quadrant) = TrigonometricReduction.Reduce(x);
        return Turned(rest, quadrant, x);
    }

    public static Shadow Cos(Shadow x)
    {
        if (!x.IsOrdinary || x.Exponent < TinyExponent)
        {
            return x.IsInfinite ? Shadow.Special(double.NaN, x.IsCertain) : 1 - (x * x).Scale(-1);
        }

        if (x.Exponent > TrigonometricReduction.LargestExponent)
        {
            return Shadow.Normalised(0, 0, 0, 1);
        }

        (DoubleDouble rest, int quadrant) = TrigonometricReduction.Reduce(x);
        return Turned(rest, quadrant + 1, x);
    }

    public static Shadow Tan(Shadow x)
    {
        if (x.Exponent > TrigonometricReduction.LargestExponent || x.AbsoluteError > 0.25)
        {
            return Shadow.Unknown;
        }

        if (!x.IsOrdinary || x.Exponent < TinyExponent)
        {
            return x.IsInfinite ? Shadow.NaN : (x + Within(ErrorOf(x))).Blur(EvaluationError);
        }

        (DoubleDouble rest, int quadrant) = TrigonometricReduction.Reduce(x);
        (DoubleDouble sine, DoubleDouble cosine) = TrigonometricKernel.SinCos(rest);
        (sine, cosine) = (quadrant & 1) == 0 ? (sine, cosine) : (cosine, -sine);
        Shadow tangent = Shadow.Normalised(sine, 0, 0) / Shadow.Normalised(cosine, 0, 0);

        // tan(x + δ) is off by less than 2δ·(1 + tan²x) where δ·(1 + |tan x|) is small.
        Shadow error = x.Error == 0 ? Shadow.Zero : ErrorOf(x).Scale(1) * (1 + (tangent * tangent));
        bool isKnown = x.Error == 0 || ErrorOf(x) * (1 + Abs(tangent)) < 0.25;
        return (tangent + Within(error)).Blur(EvaluationError).KnownIf(isKnown);
    }

    public static Shadow Asin(Shadow x) => Atan2(x, Sqrt((1 - x) * (1 + x)));

    public static Shadow Acos(Shadow x) => Atan2(Sqrt(1 - x), Sqrt(1 + x)).Scale(1);

    public static Shadow Atan(Shadow x)
    {
        if (x.IsInfinite)
        {
            return WithSignOf(ShadowHalfPi, x).KnownIf(x.IsCertain);
        }

        if (!x.IsOrdinary || x.Exponent < TinyExponent)
        {
            return x.Blur(EvaluationError);
        }

        if (Abs(x) > Shadow.One)
        {
            return WithSignOf(ShadowHalfPi - Atan(1 / Abs(x)), x);
        }

        DoubleDouble value = TrigonometricKernel.Atan(x.ToDoubleDouble());
        return Shadow.Normalised(value, 0, x.AbsoluteError + (Math.Abs(value.High) * EvaluationError));
    }

    /// <summary>The angle in [−π, π] of the point with ordinate y and abscissa x.</summary>
    public static Shadow Atan2(Shadow y, Shadow x)
    {
        if (x.IsNaN || y.IsNaN)
        {
            return x + y;
        }

        if (x.IsInfinite || y.IsInfinite || (x.IsZero && y.IsZero))
        {
            // On the axes and diagonals.
            double eighths = Math.Round(Math.Atan2(Direction(y.High), Direction(x.High)) * 4 / Math.PI);
            return (eighths == 0 ? WithSignOf(Shadow.Zero, y) : QuarterPi * eighths).KnownIf(x.Error == 0 && y.Error == 0);
        }

        if (Abs(y) > Abs(x))
        {
            return WithSignOf(ShadowHalfPi, y) - Atan(x / y);
        }

        Shadow angle = Atan(y / x);
        return x.Sign > 0 ? angle : (angle + WithSignOf(ShadowHalfPi.Scale(1), y)).KnownIf(y.HasCertainSign);
    }

    /// <summary>−1 or 1 for the infinities, a zero for a number unless the other coordinate is zero too.</summary>
    private static double Direction(double coordinate) => double.IsInfinity(coordinate) ? Math.Sign(coordinate) : coordinate < 0 || 1 / coordinate < 0 ? -0.0 : 0.0;

    /// <summary>The sine of a reduced angle and so many right angles; it moves by no more than the angle does.</summary>
    private static Shadow Turned(DoubleDouble rest, int quadrant, Shadow angle)
    {
        (DoubleDouble sine, DoubleDouble cosine) = TrigonometricKernel.SinCos(rest);
        DoubleDouble value = (quadrant & 1) == 0 ? sine : cosine;
        value = (quadrant & 2) == 0 ? value : -value;
        return Shadow.Normalised(value, 0, Math.Min(2, angle.AbsoluteError) + (Math.Abs(value.High) * EvaluationError));
    }
}
