namespace LossGen.Training;

/// <summary>The order of samples in an epoch: a permutation that is a function of seed and epoch alone, so that any epoch can be entered without replaying those before.</summary>
internal static class Shuffle
{
    // The odd constant 2⁶⁴/φ of Weyl sequences (Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators", 2014).
    private const ulong GoldenGamma = 0x9E3779B97F4A7C15;

    /// <summary>Fills an array with the permutation of an epoch: Fisher and Yates' shuffle, drawing from a counter.</summary>
    internal static void Fill(Span<int> order, ulong seed, int epoch)
    {
        for (int i = 0; i < order.Length; i++)
            order[i] = i;

        ulong stream = Mix(seed + (GoldenGamma * (ulong)epoch));
        for (int last = order.Length - 1; last > 0; last--)
        {
            // Multiply-shift maps 64 random bits to 0..last; for fewer than 2³¹ samples its bias is below 2⁻³³ (Lemire 2019).
            ulong random = Mix(stream + (GoldenGamma * (ulong)last));
            int chosen = (int)Math.BigMul(random, (ulong)last + 1, out _);
            (order[last], order[chosen]) = (order[chosen], order[last]);
        }
    }

    // The finaliser of SplitMix64, variant 13 of Stafford's mixers.
    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
