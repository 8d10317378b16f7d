using System.Collections.Immutable;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Stability.Witnesses.Tapes;

/// <summary>One operation of a formula.</summary>
/// <param name="Source">The node of the formula as written.</param>
/// <param name="Operation">What it does.</param>
/// <param name="Children">The steps before it that it takes its operands from.</param>
/// <param name="FirstCell">Where its values stand: one, or one a column.</param>
/// <param name="Width">How many they are.</param>
internal sealed record TapeStep(Expr Source, TapeOperation Operation, ImmutableArray<int> Children, int FirstCell, int Width)
{
    public Function? Function { get; init; }

    public ReductionKind Reduction { get; init; }

    public double Constant { get; init; }

    /// <summary>The slot of an input; of a row, that of its first column.</summary>
    public int Slot { get; init; }

    /// <summary>The partial derivatives of a call; null where nothing flows to the argument.</summary>
    public ImmutableArray<Partial?> Partials { get; init; } = [];

    /// <summary>The cell of one of the columns; of a step with one value, that.</summary>
    public int CellAt(int column) => FirstCell + (Width == 1 ? 0 : column);
}
