using System;
using System.Collections.Generic;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;
using LossGen.Generator.Stability.Witnesses.Tapes;

namespace LossGen.Generator.Stability.Witnesses.Verdicts;

/// <summary>Constants that rounding swallows below a singularity: 10⁻⁵⁰ is 0 as a float, and 1 − 10⁻⁸ is 1.</summary>
internal static class VanishingConstants
{
    /// <summary>Constants above are there for something else.</summary>
    private const double LargestEpsilon = 1e-3;

    public static bool IsCause(Observation observation, Culprit culprit)
    {
        if (culprit.Step is not ({ Operation: TapeOperation.Divide } or { Function: Log or Log2 or Log10 or LogP1 or XLogY or Sqrt or Pow or Acos or Asin or Atanh }))
        {
            return false;
        }

        HashSet<int> seen = [];
        Stack<int> waiting = new();
        foreach (int child in culprit.Step.Operation == TapeOperation.Divide ? [culprit.Step.Children[1]] : culprit.Step.Children)
        {
            waiting.Push(child);
        }

        while (waiting.Count > 0)
        {
            int place = waiting.Pop();
            TapeStep step = observation.Tape.Steps[place];
            if (!seen.Add(place))
            {
                continue;
            }

            if (IsLost(step))
            {
                return true;
            }

            foreach (int child in step.Children)
            {
                waiting.Push(child);
            }
        }

        return false;

        bool IsLost(TapeStep step) => step.Source switch
        {
            Literal literal => literal.Value is not (0 or 1 or -1) && (float)literal.Value is (0 or 1 or -1),
            Call { Function: Add or Subtract } sum =>
                (IsEpsilon(sum[0]) && ValueOf(step, step) == Math.Abs(ValueOf(observation.Tape.Steps[step.Children[1]], step)))
                || (IsEpsilon(sum[1]) && ValueOf(step, step) == ValueOf(observation.Tape.Steps[step.Children[0]], step)),
            _ => false,
        };

        static bool IsEpsilon(Expr expression) => expression is Literal { Value: var value } && value != 0 && Math.Abs(value) <= LargestEpsilon;

        float ValueOf(TapeStep step, TapeStep at) => observation.Single.Value(step.CellAt(at.Width == 1 ? 0 : culprit.Column));
    }
}
