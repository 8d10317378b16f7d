namespace LossGen.Generator.Stability.Shadows;

/// <summary>1/k!, the coefficients of the exponential's series.</summary>
internal static class InverseFactorials
{
    private const int Last = 30;

    public static readonly DoubleDouble[] Of = UpTo(Last);

    private static DoubleDouble[] UpTo(int last)
    {
        DoubleDouble[] result = new DoubleDouble[last + 1];
        result[0] = 1;
        for (int k = 1; k <= last; k++)
        {
            result[k] = result[k - 1] / k;
        }

        return result;
    }
}
