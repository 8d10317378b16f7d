using System;

namespace LossGen.Generator.Stability;

/// <summary>Ranges of the periodic functions: the ends of the interval and the extrema or poles inside.</summary>
internal static class Periodicity
{
    /// <summary>Beyond this angle every extremum is taken to be inside: the position of a multiple of π could not be told.</summary>
    private const double LargestAngle = 1e5;

    /// <summary>How near an extremum may be to count as inside; far more than the rounding errors of the multiples up to the largest angle.</summary>
    private const double Slack = 1e-9;

    public static Interval Sine(Interval angle, ElementType type) => Wave(angle, Math.Sin, Math.PI / 2, type);

    public static Interval Cosine(Interval angle, ElementType type) => Wave(angle, Math.Cos, 0, type);

    public static Interval Tangent(Interval angle, ElementType type)
    {
        bool mayBeNaN = angle.MayBeNaN || angle.MayBeInfinite;
        return angle.IsEmpty || !ContainsMultiple(angle, Math.PI / 2, Math.PI)
            ? angle.MapIncreasing(Math.Tan, type)
            : new(double.NegativeInfinity, double.PositiveInfinity, mayBeNaN);
    }

    /// <summary>The range of a wave between −1 and 1 with period 2π and a maximum at <paramref name="crest"/>.</summary>
    private static Interval Wave(Interval angle, Func<double, double> function, double crest, ElementType type)
    {
        if (angle.IsEmpty)
        {
            return angle;
        }

        bool hasCrest = ContainsMultiple(angle, crest, 2 * Math.PI);
        bool hasTrough = ContainsMultiple(angle, crest + Math.PI, 2 * Math.PI);
        Interval ends = angle.MayBeInfinite
            ? new(-1, 1)
            : MonotoneMap.Around(function(angle.Low), type).Union(MonotoneMap.Around(function(angle.High), type));
        return new Interval(hasTrough ? -1 : ends.Low, hasCrest ? 1 : ends.High, angle.MayBeNaN || angle.MayBeInfinite).Within(-1, 1);
    }

    /// <summary>Whether offset + k·period lies in the interval for an integer k.</summary>
    private static bool ContainsMultiple(Interval interval, double offset, double period)
    {
        if (!(Math.Abs(interval.Low) <= LargestAngle && Math.Abs(interval.High) <= LargestAngle))
        {
            return true;
        }

        double first = Math.Ceiling((interval.Low - Slack - offset) / period);
        return offset + (first * period) <= interval.High + Slack;
    }
}
