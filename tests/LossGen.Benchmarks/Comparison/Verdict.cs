namespace LossGen.Benchmarks.Comparison;

/// <summary>Whether a bound holds.</summary>
/// <param name="Bound">What must hold.</param>
/// <param name="Subject">Where.</param>
/// <param name="Measured">The figure.</param>
/// <param name="Passed">Whether it does; null if a peer that it needs was missing.</param>
internal sealed record Verdict(string Bound, string Subject, string Measured, bool? Passed)
{
    internal string Outcome => Passed switch
    {
        true => "PASS",
        false => "FAIL",
        null => "skipped",
    };
}
