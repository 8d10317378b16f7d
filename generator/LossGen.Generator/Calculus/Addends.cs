using System.Collections.Generic;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Calculus;

/// <summary>What a sum adds and subtracts.</summary>
internal static class Addends
{
    /// <summary>The terms of a sum with their signs, sums in it taken apart, in the order in which they stand. Another expression is a sum of one term.</summary>
    public static List<(Expr Term, double Sign)> Of(Expr sum)
    {
        List<(Expr Term, double Sign)> terms = [];
        Add(sum, 1, terms);
        return terms;
    }

    private static void Add(Expr expression, double sign, List<(Expr Term, double Sign)> terms)
    {
        switch (expression)
        {
            case Call { Function: Functions.Add } sum:
                Add(sum[0], sign, terms);
                Add(sum[1], sign, terms);
                break;
            case Call { Function: Subtract } difference:
                Add(difference[0], sign, terms);
                Add(difference[1], -sign, terms);
                break;
            case Call { Function: Negate } negate:
                Add(negate[0], -sign, terms);
                break;
            default:
                terms.Add((expression, sign));
                break;
        }
    }
}
