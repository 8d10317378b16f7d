using System.ComponentModel;

namespace LossGen.Explanation;

/// <summary>Functions that are not in the language, but occur in derivatives of its functions.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ScalarFunctions
{
    /// <summary>The derivative of the digamma function.</summary>
    public static double Trigamma(double x) => LossMath.Trigamma(x);

    /// <summary>The second derivative of the digamma function.</summary>
    public static double Tetragamma(double x) => LossMath.Tetragamma(x);
}
