namespace LossGen.Benchmarks.Comparison;

/// <summary>How long a comparison takes.</summary>
/// <param name="Rounds">Rounds, in each of which every peer is timed once.</param>
/// <param name="MinimumRounds">Rounds that a peer takes part in whatever it costs.</param>
/// <param name="SampleNanoseconds">About how long a sample lasts, by repeating calls that are shorter: short, so that other programs disturb few.</param>
/// <param name="BudgetNanoseconds">What a peer may use for a case; it sits out the rounds after that.</param>
internal sealed record Effort(int Rounds, int MinimumRounds, double SampleNanoseconds, double BudgetNanoseconds)
{
    internal static readonly Effort Full = new(Rounds: 60, MinimumRounds: 4, SampleNanoseconds: 1e6, BudgetNanoseconds: 8e8);

    internal static readonly Effort Quick = new(Rounds: 12, MinimumRounds: 2, SampleNanoseconds: 4e5, BudgetNanoseconds: 1e8);
}
