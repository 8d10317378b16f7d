using System.Runtime.CompilerServices;

namespace LossGen.Evaluation;

/// <summary>
/// Adds numbers in a fixed binary tree over their positions, of which it keeps only the open branches: neighbours first, then
/// pairs of neighbours, and so on. The rounding error grows with log₂ n instead of n (N. J. Higham, "The accuracy of floating
/// point summation", 1993), and a sum of 2ᵏ neighbours at a multiple of 2ᵏ may be computed elsewhere and added as a whole.
/// </summary>
internal struct PairwiseSum
{
    private Levels _levels;
    private ulong _count;

    internal void Add(double term)
    {
        int level = 0;
        for (ulong count = _count; (count & 1) != 0; count >>= 1)
            term = _levels[level++] + term;
        _levels[level] = term;
        _count++;
    }

    internal readonly double Total()
    {
        double total = 0;
        bool any = false;
        int level = 0;
        for (ulong count = _count; count != 0; count >>= 1, level++)
        {
            if ((count & 1) == 0)
                continue;
            total = any ? _levels[level] + total : _levels[level];
            any = true;
        }

        return total;
    }

    /// <summary>One sum per bit of a count of chunks: enough for 2⁴⁰ of them.</summary>
    [InlineArray(40)]
    private struct Levels
    {
        private double _first;
    }
}
