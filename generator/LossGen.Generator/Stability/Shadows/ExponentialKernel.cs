using System;

namespace LossGen.Generator.Stability.Shadows;

/// <summary>Exponential and logarithm on the small intervals to which the functions on shadows reduce them. Off by a few units of 2⁻¹⁰⁵ in relation to the value, at zeros too.</summary>
internal static class ExponentialKernel
{
    /// <summary>The table of e^(j/64) − 1 has the entries |j| ≤ this: up to ½·log 2 and what rounding adds.</summary>
    private const int LastStep = 24;

    /// <summary>2⁻²⁰. Below, three terms of its series approximate log(1 + f) to 2⁻⁶⁰; above, 1 + f loses no more than 33 of its bits.</summary>
    private const double SmallForLog = 9.5367431640625e-07;

    private const double Log2OfE = 1.4426950408889634;

    /// <summary>log 2 to 106 bits, and the next 106.</summary>
    public static readonly DoubleDouble Ln2 = new(0.6931471805599453, 2.3190468138462996e-17);

    private static readonly DoubleDouble Ln2Rest = new(5.707708438416212e-34, -3.5824322106018114e-50);

    private static readonly DoubleDouble[] ExpM1OfStep = TableOfExpM1();

    /// <summary>x less a multiple of log 2, at most ½·log 2 in magnitude, and the multiple. Off by less than 2⁻¹⁰⁴ for multiples up to 2⁴².</summary>
    public static (DoubleDouble Reduced, double Multiple) ReduceByLn2(DoubleDouble x)
    {
        double multiple = Math.Round(x.High * Log2OfE);
        if (multiple == 0)
        {
            return (x, 0);
        }

        // The large parts cancel without rounding, so that nothing but the last sums has an error.
        (double product, double rest) = DoubleDouble.ProductOf(multiple, Ln2.High);
        (double secondProduct, double secondRest) = DoubleDouble.ProductOf(multiple, Ln2.Low);
        DoubleDouble difference = DoubleDouble.Ordered(x.High - product, 0) + x.Low;
        DoubleDouble reduced = difference - rest;
        return (reduced - new DoubleDouble(secondProduct, secondRest) - (Ln2Rest * multiple), multiple);
    }

    /// <summary>eʳ − 1 for |r| ≤ 3/8.</summary>
    public static DoubleDouble ExpM1OfReduced(DoubleDouble reduced)
    {
        double step = Math.Round(reduced.High * 64);
        if (step == 0)
        {
            return ExpM1Series(reduced);
        }

        // e^(a + b) − 1 = (eᵃ − 1) + eᵃ·(eᵇ − 1).
        DoubleDouble atStep = ExpM1OfStep[(int)step + LastStep];
        return atStep + ((atStep + 1) * ExpM1Series(reduced + (step * -0.015625)));
    }

    /// <summary>x + x²/2! + … + x¹²/12! for |x| ≤ 1/128; the first term left out is 2⁻¹¹⁷·x. From x⁷ on a double has digits enough.</summary>
    private static DoubleDouble ExpM1Series(DoubleDouble x)
    {
        double tail = InverseFactorials.Of[12].High;
        for (int k = 11; k >= 7; k--)
        {
            tail = InverseFactorials.Of[k].High + (x.High * tail);
        }

        DoubleDouble sum = InverseFactorials.Of[6] + (x.High * tail);
        for (int k = 5; k >= 2; k--)
        {
            sum = InverseFactorials.Of[k] + (x * sum);
        }

        return x + (x * x * sum);
    }

    /// <summary>log(1 + f) for −0.3 ≤ f ≤ 0.42: a Newton step, y + z − z²/2 with z = (1 + f)·e^(−y) − 1, from the logarithm in double. None of it cancels against 1.</summary>
    public static DoubleDouble LogP1OfSmall(DoubleDouble f)
    {
        double approximation = Math.Abs(f.High) < SmallForLog ? f.High - (f.High * f.High * (0.5 - (f.High / 3))) : Math.Log(1 + f.High);
        DoubleDouble correction = ExpM1OfReduced(-approximation);
        DoubleDouble z = f + correction + (f * correction);
        return new DoubleDouble(approximation, 0) + (z + (-0.5 * z.High * z.High));
    }

    private static DoubleDouble[] TableOfExpM1()
    {
        DoubleDouble[] result = new DoubleDouble[(2 * LastStep) + 1];
        for (int step = -LastStep; step <= LastStep; step++)
        {
            DoubleDouble x = step / 64.0;
            DoubleDouble sum = 0;
            for (int k = 25; k >= 1; k--)
            {
                sum = x * (InverseFactorials.Of[k] + sum);
            }

            result[step + LastStep] = sum;
        }

        return result;
    }
}
