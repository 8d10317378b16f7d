namespace LossGen.Generator.Stability;

/// <summary>Numbers without any pattern that are the same for the same seed in every run (SplitMix64; Steele, Lea and Flood 2014).</summary>
internal sealed class Scatter(ulong seed = 0x9E3779B97F4A7C15)
{
    private ulong _state = seed;

    /// <summary>One of so many choices.</summary>
    public int Choose(int choices) => (int)(Next() % (ulong)choices);

    /// <summary>A number from 0 to 1.</summary>
    public double Fraction() => (Next() >> 11) / (double)(1L << 53);

    private ulong Next()
    {
        _state = unchecked(_state + 0x9E3779B97F4A7C15);
        ulong mixed = unchecked((_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9);
        mixed = unchecked((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB);
        return mixed ^ (mixed >> 31);
    }
}
