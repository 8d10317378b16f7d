namespace LossGen.Generator.Stability.Shadows;

/// <summary>The series and the continued fraction of the error functions.</summary>
internal static class ErrorKernel
{
    /// <summary>1/(1·3·5·…·(2n + 1)).</summary>
    private static readonly DoubleDouble[] InverseDoubleFactorials = TableOfInverseDoubleFactorials();

    /// <summary>Σ uⁿ/(1·3·5·…·(2n + 1)) for 0 ≤ u ≤ 12.5, up to terms of 2⁻¹¹⁰; those below 2⁻⁵⁷ are added in double.</summary>
    public static DoubleDouble Series(DoubleDouble u)
    {
        const double Negligible = 7.7e-34;
        const double Small = 6.9e-18;
        int firstOfTail = 1;
        int last = 0;
        for (double term = 1; term > Negligible && last < InverseDoubleFactorials.Length - 1; last++)
        {
            term *= u.High / ((2 * last) + 3);
            firstOfTail = term > Small ? last + 2 : firstOfTail;
        }

        double tail = 0;
        for (; last > firstOfTail; last--)
        {
            tail = InverseDoubleFactorials[last].High + (u.High * tail);
        }

        DoubleDouble sum = tail;
        for (; last >= 0; last--)
        {
            sum = InverseDoubleFactorials[last] + (u * sum);
        }

        return sum;
    }

    /// <summary>
    /// x + ½/(x + 1/(x + 1½/(x + …))) for x ≥ 2.5. The numbers of levels are fitted to computations with 600 bits: the levels left out change the
    /// whole by less than 2⁻¹⁰⁸, those taken in double by less than 2⁻⁵⁸, so that their rounding does not show.
    /// </summary>
    public static DoubleDouble Denominator(DoubleDouble x) => x + ((DoubleDouble)0.5 / DenominatorBelow(x));

    /// <summary>x + 1/(x + 1½/(x + …)).</summary>
    public static DoubleDouble DenominatorBelow(DoubleDouble x)
    {
        double square = x.High * x.High;
        int last = 18 + (int)(780 / square);
        int lastExact = 10 + (int)(225 / square);
        double tail = x.High;
        for (int level = last; level > lastExact; level--)
        {
            tail = x.High + (0.5 * level / tail);
        }

        DoubleDouble denominator = tail;
        for (int level = lastExact; level >= 2; level--)
        {
            denominator = x + ((DoubleDouble)(0.5 * level) / denominator);
        }

        return denominator;
    }

    private static DoubleDouble[] TableOfInverseDoubleFactorials()
    {
        DoubleDouble[] result = new DoubleDouble[72];
        result[0] = 1;
        for (int n = 1; n < result.Length; n++)
        {
            result[n] = result[n - 1] / ((2 * n) + 1);
        }

        return result;
    }
}
