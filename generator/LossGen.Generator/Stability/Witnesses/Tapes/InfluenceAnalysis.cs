using System.Collections.Immutable;

namespace LossGen.Generator.Stability.Witnesses.Tapes;

/// <summary>Which directions each cell of a tape depends on, by the structure of the formula: where it does not, a derivative is zero whatever it is multiplied by.</summary>
internal static class InfluenceAnalysis
{
    public static ImmutableArray<ulong> Of(ImmutableArray<TapeStep> steps, int cells, int columns, ImmutableArray<int> directions)
    {
        ulong[] influences = new ulong[cells];
        foreach (TapeStep step in steps)
        {
            for (int column = 0; column < step.Width; column++)
            {
                influences[step.FirstCell + column] = OfCell(step, column);
            }
        }

        return [.. influences];

        ulong OfCell(TapeStep step, int column)
        {
            switch (step.Operation)
            {
                case TapeOperation.Scalar:
                    return BitOf(step.Slot);
                case TapeOperation.Element:
                    TapeStep index = steps[step.Children[0]];
                    return index.Operation switch
                    {
                        TapeOperation.Column => BitOf(step.Slot + column),
                        TapeOperation.Constant => BitOf(step.Slot + (int)index.Constant),
                        _ => OfRow(step.Slot),
                    };
                case TapeOperation.Decision:
                    return 0;
                case TapeOperation.Choice:
                    return OfChild(step, 1, column) | OfChild(step, 2, column);
                case TapeOperation.Reduction:
                    ulong all = 0;
                    for (int term = 0; term < columns; term++)
                    {
                        all |= OfChild(step, 0, term);
                    }

                    return all;
                default:
                    ulong any = 0;
                    for (int child = 0; child < step.Children.Length; child++)
                    {
                        if (step.Operation != TapeOperation.Call || step.Partials[child] is not null)
                        {
                            any |= OfChild(step, child, column);
                        }
                    }

                    return any;
            }
        }

        ulong OfChild(TapeStep step, int child, int column) => influences[steps[step.Children[child]].CellAt(column)];

        ulong OfRow(int slot)
        {
            ulong row = 0;
            for (int column = 0; column < columns; column++)
            {
                row |= BitOf(slot + column);
            }

            return row;
        }

        ulong BitOf(int slot) => directions.IndexOf(slot) is >= 0 and var direction ? 1UL << direction : 0;
    }
}
