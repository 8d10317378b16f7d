namespace LossGen.Generator.Stability.Learning;

/// <summary>Scattered numbers, the same ones for the same seed on every host: SplitMix64 (Steele, Lea and Flood, OOPSLA 2014).</summary>
internal sealed class NumberSequence(ulong seed)
{
    private ulong _state = seed;

    /// <summary>The next number of [0, 1).</summary>
    public double Next()
    {
        _state = unchecked(_state + 0x9E3779B97F4A7C15);
        ulong mixed = unchecked((_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9);
        mixed = unchecked((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB);
        return ((mixed ^ (mixed >> 31)) >> 11) * (1.0 / (1UL << 53));
    }

    /// <summary>The next integer of [0, count).</summary>
    public int Next(int count) => (int)(Next() * count);
}
