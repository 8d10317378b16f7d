namespace LossGen.Benchmarks.Comparison.Peers;

/// <summary>One way in which the C losses are written.</summary>
/// <param name="Suffix">The suffix of its functions' names.</param>
/// <param name="MostColumns">The longest rows that it is written for.</param>
internal sealed record CompiledForm(string Suffix, int MostColumns = int.MaxValue)
{
    internal static IReadOnlyList<CompiledForm> All { get; } = [new("fused"), new("split"), new("transposed", MostColumns: 64)];
}
