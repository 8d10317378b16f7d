using System;
using System.Collections.Generic;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;
using LossGen.Generator.Stability.Witnesses;

namespace LossGen.Generator.Stability.Fixes;

/// <summary>
/// Changes that keep an operation away from where it fails. They change the value there, and leave it elsewhere as it is but for rounding.
/// Where an equal form exists it is to be preferred.
/// </summary>
internal static class Guards
{
    /// <summary>A few units in the last place of 1: the smallest number that is not lost when it is added to or taken from a probability.</summary>
    private const double Epsilon = 1e-7;

    /// <summary>Taken from 1 it keeps two digits, where 10⁻⁷ becomes 1.2·10⁻⁷.</summary>
    private const double EpsilonFromOne = 1e-6;

    /// <summary>Under a root, whose value it changes by no more than 10⁻⁶.</summary>
    private const double SquaredEpsilon = 1e-12;

    /// <summary>e⁸⁰ is 5·10³⁴, and a few of them can still be added and multiplied by small numbers.</summary>
    private const double LargestExponent = 80;

    private const double NearlyOne = 0.999999;

    /// <summary>
    /// Guarded forms of one operation as written, the mildest first. A constant is added only to what has one sign: to what passes through
    /// zero it would move the pole, not remove it.
    /// </summary>
    /// <param name="culprit">The operation.</param>
    /// <param name="kind">How it fails.</param>
    /// <param name="rangeOf">The values that an expression of the formula can take.</param>
    public static IEnumerable<Expr> Of(Expr culprit, FindingKind kind, Func<Expr, Interval> rangeOf)
    {
        if (culprit is not Call call || kind == FindingKind.StableNameExists)
        {
            yield break;
        }

        if (kind == FindingKind.VanishingEpsilon)
        {
            yield return Written.Replace(call, static node => node is Literal literal && IsLost(literal.Value) ? new Literal(Epsilon) : null);
            yield return Written.Replace(call, static node => node is Literal literal && IsLost(literal.Value) ? new Literal(EpsilonFromOne) : null);
        }

        switch (call.Function)
        {
            case Log or Log2 or Log10:
                yield return With(call, 0, AtLeast(call[0], Epsilon));
                yield return With(call, 0, Written.Add(call[0], new Literal(Epsilon)));
                break;
            case LogP1:
                yield return With(call, 0, AtLeast(call[0], Epsilon - 1));
                break;
            case XLogY:
                yield return With(call, 1, AtLeast(call[1], Epsilon));
                break;
            case Divide when rangeOf(call[1]).Low >= 0:
                yield return With(call, 1, Written.Add(call[1], new Literal(Epsilon)));
                yield return With(call, 1, AtLeast(call[1], Epsilon));
                break;
            case Divide when rangeOf(call[1]).High <= 0:
                yield return With(call, 1, Written.Call(Min.Instance, call[1], new Literal(-Epsilon)));
                break;
            case Sqrt:
                yield return With(call, 0, Written.Add(call[0], new Literal(SquaredEpsilon)));
                yield return With(call, 0, AtLeast(call[0], SquaredEpsilon));
                break;
            case Cbrt when rangeOf(call[0]).Low >= 0:
                yield return With(call, 0, Written.Add(call[0], new Literal(Epsilon)));
                break;
            case Pow:
                yield return With(call, 0, AtLeast(call[0], Epsilon));
                break;
            case Acos or Asin or Atanh:
                yield return With(call, 0, Written.Call(Clamp.Instance, call[0], new Literal(-NearlyOne), new Literal(NearlyOne)));
                break;
            case Acosh:
                yield return With(call, 0, AtLeast(call[0], 2 - NearlyOne));
                break;
            case Exp or ExpM1 or Exp2:
                yield return With(call, 0, Written.Call(Min.Instance, call[0], new Literal(LargestExponent)));
                break;
            case Sinh or Cosh:
                yield return With(call, 0, Written.Call(Clamp.Instance, call[0], new Literal(-LargestExponent), new Literal(LargestExponent)));
                break;
        }
    }

    /// <summary>Whether a constant is one that the rounding of a probability loses.</summary>
    public static bool IsLost(double epsilon) => epsilon is > 0 and < Epsilon;

    private static Expr AtLeast(Expr expression, double bound) => Written.Call(Max.Instance, expression, new Literal(bound));

    private static Call With(Call call, int argument, Expr value) => new Call(call.Function, new EquatableArray<Expr>(call.Arguments.Items.SetItem(argument, value)));
}
