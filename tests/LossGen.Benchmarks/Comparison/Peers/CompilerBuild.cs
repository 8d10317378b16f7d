namespace LossGen.Benchmarks.Comparison.Peers;

/// <summary>One way to compile the C losses.</summary>
/// <param name="Name">Its name in reports.</param>
/// <param name="Options">What is added to <see cref="CommonOptions"/>.</param>
/// <param name="UsesAvx512">Whether it may use instructions that <c>DOTNET_EnableAVX512=0</c> takes from .NET.</param>
internal sealed record CompilerBuild(string Name, string Options, bool UsesAvx512)
{
    /// <summary>Before each source, as g++ goes back to C++ after one: the language is C, whose <c>restrict</c> C++ lacks.</summary>
    internal const string SourceOptions = "-x c";

    internal const string CommonOptions = "-std=c11 -O3 -march=native -ffast-math -fopenmp -shared -fPIC";

    internal static IReadOnlyList<CompilerBuild> All { get; } =
    [
        new("native", "", UsesAvx512: true),
        new("native, 512 bits", "-mprefer-vector-width=512", UsesAvx512: true),
        new("native, 256 bits", "-mprefer-vector-width=256", UsesAvx512: true),
        new("AVX2", "-mno-avx512f", UsesAvx512: false),
    ];

    /// <summary>The build that a variant of a peer belongs to.</summary>
    internal static CompilerBuild OfVariant(string variant) =>
        All.MaxBy(build => variant.StartsWith(build.Name, StringComparison.Ordinal) ? build.Name.Length : 0)!;
}
