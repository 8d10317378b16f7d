using System;

namespace LossGen.Generator.Stability.Shadows;

/// <summary>Sine, cosine and arc tangent on the intervals to which the functions on shadows reduce them. Off by a few units of 2⁻¹⁰⁵, in relation to the value but for the cosine.</summary>
internal static class TrigonometricKernel
{
    /// <summary>The tables at j/16 have the entries 0 ≤ j ≤ this: up to π/4 and what rounding adds.</summary>
    private const int LastStep = 13;

    private static readonly (DoubleDouble Sine, DoubleDouble Cosine)[] AtStep = Table();

    /// <summary>Sine and cosine of |x| ≤ 0.8.</summary>
    public static (DoubleDouble Sine, DoubleDouble Cosine) SinCos(DoubleDouble x)
    {
        double step = Math.Round(x.High * 16);
        if (step == 0)
        {
            return Series(x);
        }

        (DoubleDouble sineOfRest, DoubleDouble cosineOfRest) = Series(x + (step * -0.0625));
        (DoubleDouble sine, DoubleDouble cosine) = AtStep[(int)Math.Abs(step)];
        sine = step < 0 ? -sine : sine;
        return ((sine * cosineOfRest) + (cosine * sineOfRest), (cosine * cosineOfRest) - (sine * sineOfRest));
    }

    /// <summary>The arc tangent of |x| ≤ 1: a Newton step from the one in double, y + tan(arctan x − y).</summary>
    public static DoubleDouble Atan(DoubleDouble x)
    {
        double approximation = Math.Atan(x.High);
        (DoubleDouble sine, DoubleDouble cosine) = SinCos(approximation);
        double correction = ((x * cosine) - sine).High / (cosine.High + (x.High * sine.High));
        return DoubleDouble.Ordered(approximation, correction);
    }

    /// <summary>The series up to x¹⁵ and x¹⁴ for |x| ≤ 1/32; the first terms left out are 2⁻¹²⁸·x and 2⁻¹²⁴. From x⁸ on a double has digits enough.</summary>
    private static (DoubleDouble Sine, DoubleDouble Cosine) Series(DoubleDouble x)
    {
        DoubleDouble square = x * x;
        double tailOfSine = 0;
        double tailOfCosine = 0;
        for (int k = 14; k >= 8; k -= 2)
        {
            tailOfCosine = InverseFactorials.Of[k].High - (square.High * tailOfCosine);
            tailOfSine = InverseFactorials.Of[k + 1].High - (square.High * tailOfSine);
        }

        DoubleDouble sine = InverseFactorials.Of[7] + (-square.High * tailOfSine);
        DoubleDouble cosine = InverseFactorials.Of[6] + (-square.High * tailOfCosine);
        for (int k = 5; k >= 3; k -= 2)
        {
            sine = InverseFactorials.Of[k] - (square * sine);
            cosine = InverseFactorials.Of[k - 1] - (square * cosine);
        }

        return (x - (x * square * sine), -(square * cosine) + 1);
    }

    private static (DoubleDouble Sine, DoubleDouble Cosine)[] Table()
    {
        var result = new (DoubleDouble, DoubleDouble)[LastStep + 1];
        for (int step = 0; step <= LastStep; step++)
        {
            DoubleDouble x = step / 16.0;
            DoubleDouble square = x * x;
            DoubleDouble sine = 0;
            DoubleDouble cosine = 0;
            for (int k = 28; k >= 0; k -= 2)
            {
                cosine = InverseFactorials.Of[k] - (square * cosine);
                sine = InverseFactorials.Of[k + 1] - (square * sine);
            }

            result[step] = (x * sine, cosine);
        }

        return result;
    }
}
