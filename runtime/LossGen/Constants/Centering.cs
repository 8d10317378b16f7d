using System.Numerics;

namespace LossGen.Constants;

/// <summary>Scores of which only differences matter get the sum 0.</summary>
internal static class Centering
{
    /// <summary>Slopes, as parts of the largest pull, and values that differ by less are the same but for rounding.</summary>
    private const double Rounding = 1e-12;

    internal static void Apply<T>(scoped ref readonly ConstantObjective<T> objective, double[] constants)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double[] finite = [.. constants.Where(double.IsFinite)];
        double mean = finite.Length == 0 ? 0 : finite.Average();
        double probe = 1 + Math.Abs(mean);
        if (IsSame(in objective, constants, Shifted(constants, probe)) && IsSame(in objective, constants, Shifted(constants, -mean)))
            Shifted(constants, -mean).CopyTo(constants, 0);
    }

    private static double[] Shifted(double[] constants, double shift) => Array.ConvertAll(constants, constant => constant + shift);

    private static bool IsSame<T>(scoped ref readonly ConstantObjective<T> objective, double[] constants, double[] others)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Slope[] slopes = new Slope[constants.Length];
        Slope[] otherSlopes = new Slope[constants.Length];
        double value = objective.Evaluate(constants, slopes);
        double other = objective.Evaluate(others, otherSlopes);
        double pull = slopes.Max(static slope => slope.Magnitude);
        return Math.Abs(other - value) <= Rounding * Math.Max(Math.Abs(value), Math.Abs(other))
            && slopes.Zip(otherSlopes).All(pair => Math.Abs(pair.First.Total - pair.Second.Total) <= Rounding * pull);
    }
}
