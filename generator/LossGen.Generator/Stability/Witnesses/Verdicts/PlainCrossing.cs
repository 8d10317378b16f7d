using System;
using LossGen.Generator.Model;
using LossGen.Generator.Stability.Shadows;
using LossGen.Generator.Stability.Witnesses.Tapes;

namespace LossGen.Generator.Stability.Witnesses.Verdicts;

/// <summary>
/// Sums that are as exact as their rounded operands let them be: quantities that have nothing to do with each other happen to be
/// equal somewhere, and no other form of their difference knows more.
/// </summary>
internal static class PlainCrossing
{
    /// <summary>The roundings of the two operands and of the sum, and one to spare.</summary>
    private const double Roundings = 4;

    private const double Unit = 1.0 / (1 << 24);

    public static bool Is(Observation observation, Failure failure, Culprit culprit)
    {
        if (!(culprit.Step.Operation is TapeOperation.Add or TapeOperation.Subtract || culprit.Step is { Operation: TapeOperation.Reduction, Reduction: ReductionKind.Sum }))
        {
            return false;
        }

        double largest = 0;
        int terms = 0;
        foreach (int child in culprit.Step.Children)
        {
            TapeStep operand = observation.Tape.Steps[child];
            bool isReduced = culprit.Step.Operation == TapeOperation.Reduction;
            for (int column = isReduced ? 0 : culprit.Column; column < (isReduced ? operand.Width : culprit.Column + 1); column++, terms++)
            {
                largest = Math.Max(largest, Math.Abs(Computed(operand.CellAt(column))));
            }
        }

        return Math.Abs(Computed(culprit.Cell) - Exact(culprit.Cell).ToDouble()) <= Roundings * Unit * (terms - 1) * largest;

        double Computed(int cell) => failure.IsGradient ? observation.Single.Tangent(cell, failure.Direction) : observation.Single.Value(cell);

        Shadow Exact(int cell) => failure.IsGradient ? observation.Shadow.Tangent(cell, failure.Direction) : observation.Shadow.Value(cell);
    }
}
