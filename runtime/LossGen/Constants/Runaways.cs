using System.Numerics;

namespace LossGen.Constants;

/// <summary>Constants that have no minimum, such as the score of a class that never occurs: where a search stopped on the way, infinity is put in.</summary>
internal static class Runaways
{
    /// <summary>Once a slope is this small a part of the largest pull, and all samples pull one way, a constant may be on the way to infinity.</summary>
    private const double Small = 1e-9;

    /// <summary>How much farther it is looked: there an exponential is e⁻³⁰⁰ of what it was.</summary>
    private const double Distance = 300;

    private const double Vanished = 1e-100;

    internal static void Apply<T>(scoped ref readonly ConstantObjective<T> objective, double[] constants)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Slope[] slopes = new Slope[constants.Length];
        objective.Evaluate(constants, slopes);
        double pull = slopes.Max(static slope => slope.Magnitude);
        double[] farther = [.. constants];
        for (int i = 0; i < farther.Length; i++)
        {
            if (IsSuspect(slopes[i], pull))
                farther[i] += slopes[i].Rising > 0 ? -Distance : Distance;
        }

        if (farther.AsSpan().SequenceEqual(constants))
            return;

        Slope[] there = new Slope[constants.Length];
        objective.Evaluate(farther, there);
        for (int i = 0; i < constants.Length; i++)
        {
            bool sameWay = slopes[i].Rising > 0 ? there[i].Falling == 0 : there[i].Rising == 0;
            if (IsSuspect(slopes[i], pull) && sameWay && there[i].Magnitude <= Vanished * pull)
                constants[i] = slopes[i].Rising > 0 ? double.NegativeInfinity : double.PositiveInfinity;
        }
    }

    private static bool IsSuspect(Slope slope, double pull) => slope is { Rising: 0, Falling: > 0 } or { Rising: > 0, Falling: 0 } && slope.Magnitude <= Small * pull;
}
