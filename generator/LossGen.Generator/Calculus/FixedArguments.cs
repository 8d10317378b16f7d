using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Calculus;

/// <summary>
/// Arguments that are one number at some columns, whatever the inputs are, and there have no finite derivative: zᵢ − zⱼ is 0 where i = j, and the slope of
/// √|zᵢ − zⱼ| or 1 / (zᵢ − zⱼ) is infinite. What flows through it to the two elements cancels, but ∞ − ∞ would be NaN, and of large numbers the roundings be left:
/// nothing flows.
/// </summary>
internal static class FixedArguments
{
    /// <summary>What a call hands to an argument, 0 where that is fixed.</summary>
    /// <param name="call">The call.</param>
    /// <param name="argument">The argument's place.</param>
    /// <param name="contribution">What it hands over.</param>
    /// <param name="varies">The leaves by which is differentiated.</param>
    public static Expr LeaveOut(Call call, int argument, Expr contribution, Func<Expr, bool> varies) => contribution.IsZero() || !HasPoles(call.Function, argument)
        ? contribution
        : Meetings(call[argument])
            .Where(meeting => IsFixed(call.Function, Simplification.Simplify(meeting.Met), varies))
            .Aggregate(contribution, static (rest, meeting) => Build.Select(meeting.Condition, Build.Zero, rest));

    private static bool HasPoles(Function function, int argument) => function switch
    {
        Divide or XLogY => argument == 1,
        Sqrt or Cbrt or Log or Log2 or Log10 or Digamma or LogGamma or Pow or Acos or Asin or Acosh or Atanh => argument == 0,
        _ => false,
    };

    /// <summary>Whether nothing is left that varies, and the value is at a pole or may be near it.</summary>
    private static bool IsFixed(Function function, Expr met, Func<Expr, bool> varies) =>
        met is Literal literal ? IsPole(function, literal.Value) : !ExprOrder.ChildrenFirst(met, ExprChildren.Of).Any(varies);

    private static bool IsPole(Function function, double value) => function is Acos or Asin or Acosh or Atanh ? value is 1 or -1 : value == 0;

    /// <summary>Where two readings of one row are of the same column: the condition, and what becomes of the expression.</summary>
    private static IEnumerable<(Expr Condition, Expr Met)> Meetings(Expr expression)
    {
        // Reductions and sums bind their own columns.
        IEnumerable<Read> reads = ExprOrder.ChildrenFirst(expression, static node => node is Reduce or SumOverOthers ? [] : ExprChildren.Of(node)).OfType<Read>();
        foreach (IGrouping<Input, Read> row in reads.GroupBy(static read => read.Row))
        {
            Expr[] indices = [.. row.Select(static read => read.Index).OrderByDescending(Rank)];
            for (int first = 0; first < indices.Length; first++)
            {
                for (int second = first + 1; second < indices.Length; second++)
                {
                    if (Meet(expression, indices[first], indices[second]) is { } met)
                    {
                        yield return (Equal.Of(indices[first], indices[second]), met);
                    }
                }
            }
        }
    }

    private static Expr? Meet(Expr expression, Expr index, Expr other) => index switch
    {
        OtherColumn => Substitution.AtOther(expression, other),
        Column => Substitution.AtColumn(expression, other),
        Variable => Substitution.ReplaceInputs(expression, node => node.Equals(index) ? other : null),
        _ => null,
    };

    /// <summary>The index that takes the place of others comes after them.</summary>
    private static int Rank(Expr index) => index switch
    {
        OtherColumn => 3,
        Column => 2,
        Variable => 1,
        _ => 0,
    };
}
