namespace LossGen.Generator.Model;

/// <summary>
/// 128 bits that stand for the whole content of a node. Different nodes share them by a chance of some 10⁻³³ for the million nodes of a large
/// project. They are the same in every process, as the hashes of strings in .NET are not.
/// </summary>
internal readonly record struct Fingerprint(ulong First, ulong Second)
{
    /// <summary>The multipliers of the generators MCG64 by Steele and Vigna, "Computationally easy, spectrally good multipliers", 2021.</summary>
    private const ulong FirstMultiplier = 0xD1342543DE82EF95;

    private const ulong SecondMultiplier = 0xAF251AF3B0F025B5;

    public static Fingerprint Of(int kind) => new Fingerprint(0x9E3779B97F4A7C15, 0x2545F4914F6CDD1D).With((long)kind);

    public Fingerprint With(Fingerprint other) => With(unchecked((long)other.First)).With(unchecked((long)other.Second));

    public Fingerprint With(long value) => new(Mix(First, unchecked((ulong)value), FirstMultiplier), Mix(Second, unchecked((ulong)value), SecondMultiplier));

    public Fingerprint With(string text)
    {
        Fingerprint print = With((long)text.Length);
        foreach (char character in text)
        {
            print = print.With((long)character);
        }

        return print;
    }

    public Fingerprint With(Input input) => With((long)input.Role).With((long)input.Position).With(input.Name);

    public override int GetHashCode() => unchecked((int)(First ^ (First >> 32)));

    private static ulong Mix(ulong state, ulong value, ulong multiplier)
    {
        unchecked
        {
            ulong mixed = (state ^ value) * multiplier;
            mixed ^= mixed >> 29;
            mixed *= multiplier;
            return mixed ^ (mixed >> 32);
        }
    }
}
