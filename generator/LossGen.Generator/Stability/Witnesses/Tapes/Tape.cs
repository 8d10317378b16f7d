using System.Collections.Immutable;

namespace LossGen.Generator.Stability.Witnesses.Tapes;

/// <summary>A formula as a list of operations, children first and shared subexpressions once, for a fixed number of columns.</summary>
/// <param name="Steps">The operations; the last one is the formula.</param>
/// <param name="Cells">How many values they compute.</param>
/// <param name="Columns">The number of columns of rows.</param>
/// <param name="Directions">The slots by which is differentiated.</param>
/// <param name="Gradients">For every direction, the first slot of the prediction that it is a part of: the directions of a row make one gradient.</param>
/// <param name="Influences">For every cell, the directions that it depends on, as bits.</param>
internal sealed record Tape(ImmutableArray<TapeStep> Steps, int Cells, int Columns, ImmutableArray<int> Directions, ImmutableArray<int> Gradients, ImmutableArray<ulong> Influences)
{
    /// <summary>The largest number of slots by which is differentiated: bits of a number.</summary>
    public const int MostDirections = 64;

    public TapeStep Root => Steps[Steps.Length - 1];
}
