namespace LossGen.Evaluation;

/// <summary>
/// Loops over the other columns of pairs sum them in blocks, and the blocks: the rounding error grows with the length of a block and the number
/// of blocks, and not with the number of columns.
/// </summary>
internal static class PairBlock
{
    /// <summary>Other columns in a block: near √n for a few thousand columns, and enough for what begins and ends a block to take no time.</summary>
    internal const int Columns = 64;
}
