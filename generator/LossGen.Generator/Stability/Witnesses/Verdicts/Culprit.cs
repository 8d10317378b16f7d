using LossGen.Generator.Stability.Witnesses.Tapes;

namespace LossGen.Generator.Stability.Witnesses.Verdicts;

/// <summary>Where a failure comes from.</summary>
/// <param name="Step">The first operation that fails although what it is given does not.</param>
/// <param name="Column">The column at which it does.</param>
/// <param name="MeetsZero">Whether its infinity is multiplied by zero on the way to the loss.</param>
/// <param name="IsOfPiece">Whether it stands in one of the pieces that a choice makes the loss of.</param>
internal readonly record struct Culprit(TapeStep Step, int Column, bool MeetsZero, bool IsOfPiece)
{
    public int Cell => Step.CellAt(Column);
}
