using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Model;
using LossGen.Generator.Stability.Ranges;

namespace LossGen.Generator.Stability.Traits;

/// <summary>
/// Bounds of an expression over the argument of a curve, by cutting the argument's interval where the bound is worst: interval
/// arithmetic on a short piece overestimates little (R. E. Moore, Interval Analysis, 1966).
/// </summary>
internal static class Extremum
{
    private const int MostPieces = 24;

    /// <summary>Beyond it an unbounded piece is not cut any more.</summary>
    private const double Far = 1e3;

    /// <summary>How near to a value that is attained a bound may be to be left as it is.</summary>
    private const double Tolerance = 1e-9;

    /// <summary>No value of the expression is smaller.</summary>
    /// <param name="curve">The curve whose argument is cut.</param>
    /// <param name="expression">An expression of the argument.</param>
    /// <param name="enough">A bound with which the caller is content.</param>
    public static double Lowest(Curve curve, Expr expression, double enough = double.PositiveInfinity) => -Highest(curve, expression, -enough, static range => range.Negate());

    /// <summary>No value of the expression is larger.</summary>
    public static double Highest(Curve curve, Expr expression) => Highest(curve, expression, double.NegativeInfinity, static range => range);

    /// <summary>No value of the expression is larger in magnitude.</summary>
    public static double HighestMagnitude(Curve curve, Expr expression) => Highest(curve, expression, 0, static range => range.Magnitude());

    private static double Highest(Curve curve, Expr expression, double enough, Func<Interval, Interval> view)
    {
        RangeAnalysis ranges = RangeAnalysis.Create(curve.Domains, Numbers.Real);
        List<(Interval Piece, double High)> pieces = [(curve.Domain, HighOn(curve.Domain))];
        double attained = new[] { 0, 1, -1, Far, -Far }.Where(curve.Domain.Contains).Select(LowAt).DefaultIfEmpty(double.NegativeInfinity).Max();
        while (pieces.Count < MostPieces)
        {
            int worst = Enumerable.Range(0, pieces.Count).OrderByDescending(place => pieces[place].High).First();
            (Interval piece, double high) = pieces[worst];
            if (high <= enough || high <= attained + (Tolerance * Math.Max(1, Math.Abs(attained))) || attained > enough && !double.IsInfinity(enough) || Middle(piece) is not { } middle)
            {
                break;
            }

            pieces[worst] = (piece with { High = middle }, HighOn(piece with { High = middle }));
            pieces.Add((piece with { Low = middle }, HighOn(piece with { Low = middle })));
        }

        return pieces.Max(static piece => piece.High);

        double HighOn(Interval piece)
        {
            Interval? range = On(piece);
            return range is null ? double.NegativeInfinity : range.Value.MayBeNaN ? double.PositiveInfinity : range.Value.IsEmpty ? double.NegativeInfinity : range.Value.High;
        }

        double LowAt(double point) => On(Interval.Point(point)) is { IsEmpty: false, MayBeNaN: false } range ? range.Low : double.NegativeInfinity;

        Interval? On(Interval piece) => ranges.Where(curve.Argument, piece) is { } inside ? view(inside.Of(expression)) : null;
    }

    private static double? Middle(Interval piece)
    {
        double middle = (double.IsInfinity(piece.Low), double.IsInfinity(piece.High)) switch
        {
            (true, true) => 0,
            (true, false) => Before(piece.High),
            (false, true) => -Before(-piece.Low),
            _ => piece.Low < 0 && piece.High > 0 ? 0 : piece.Low + ((piece.High - piece.Low) / 2),
        };
        return piece.Low < middle && middle < piece.High && Math.Abs(middle) <= Far ? middle : null;
    }

    /// <summary>A number below, thirty times as far from 0.</summary>
    private static double Before(double bound) => bound > 0 ? 0 : bound == 0 ? -1 : 30 * Math.Min(bound, -1.0 / 30);
}
