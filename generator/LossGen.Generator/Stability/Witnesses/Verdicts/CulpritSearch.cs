using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;
using LossGen.Generator.Stability.Witnesses.Tapes;

namespace LossGen.Generator.Stability.Witnesses.Verdicts;

/// <summary>
/// Follows a failure from the loss down to the operation that it comes from: as long as an operand fails, too, the blame is the operand's.
/// Operands that do not reach the result (the branch not taken, the smaller operand of a maximum) are never to blame.
/// </summary>
internal static class CulpritSearch
{
    public static Culprit Find(Observation observation, Failure failure)
    {
        TapeStep step = observation.Tape.Root;
        int column = 0;
        bool meetsZero = false;
        bool isOfPiece = false;
        while (Next(step, column) is { } next)
        {
            meetsZero |= step.Operation == TapeOperation.Multiply && failure.Severity == Severity.NonFinite && IsZeroTimes(step, column);
            isOfPiece |= step.Operation == TapeOperation.Choice && !step.Children.Any(child => observation.Tape.Steps[child].Operation == TapeOperation.Constant);
            (step, column) = next;
        }

        return new(step, column, meetsZero, isOfPiece);

        (TapeStep Step, int Column)? Next(TapeStep parent, int at)
        {
            foreach ((TapeStep child, int childColumn) in OperandsOf(parent, at, observation))
            {
                if (observation.Fails(child.CellAt(childColumn), failure))
                {
                    return (child, childColumn);
                }
            }

            return null;
        }

        bool IsZeroTimes(TapeStep product, int at) =>
            observation.Single.Value(observation.Tape.Steps[product.Children[0]].CellAt(at)) == 0 || observation.Single.Value(observation.Tape.Steps[product.Children[1]].CellAt(at)) == 0;
    }

    private static IEnumerable<(TapeStep Step, int Column)> OperandsOf(TapeStep step, int column, Observation observation)
    {
        switch (step.Operation)
        {
            case TapeOperation.Choice:
                bool isTaken = observation.Single.Value(Child(0).CellAt(column)) != 0;
                yield return (Child(isTaken ? 1 : 2), column);
                break;
            case TapeOperation.Reduction:
                TapeStep body = Child(0);
                for (int term = 0; term < body.Width; term++)
                {
                    if (step.Reduction is not (ReductionKind.Max or ReductionKind.Min) || Reaches(body.CellAt(term)))
                    {
                        yield return (body, term);
                    }
                }

                break;
            case TapeOperation.Element or TapeOperation.Decision:
                break;
            default:
                bool chooses = step.Function is Max or Min or Clamp or Relu;
                for (int child = 0; child < step.Children.Length; child++)
                {
                    if (!chooses || Reaches(Child(child).CellAt(column)))
                    {
                        yield return (Child(child), column);
                    }
                }

                break;
        }

        TapeStep Child(int child) => observation.Tape.Steps[step.Children[child]];

        bool Reaches(int cell)
        {
            float result = observation.Single.Value(step.CellAt(column));
            return float.IsNaN(result) || observation.Single.Value(cell) == result;
        }
    }
}
