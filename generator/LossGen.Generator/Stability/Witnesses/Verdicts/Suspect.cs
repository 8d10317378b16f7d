using LossGen.Generator.Stability.Witnesses.Samples;

namespace LossGen.Generator.Stability.Witnesses.Verdicts;

/// <summary>A point at which a culprit makes the loss fail.</summary>
/// <param name="Point">The point.</param>
/// <param name="Failure">What fails.</param>
/// <param name="MeetsZero">Whether it takes a factor of zero to fail in this way.</param>
internal sealed record Suspect(double[] Point, Failure Failure, bool MeetsZero)
{
    /// <summary>How hard the point is to read.</summary>
    public double Effort { get; } = Simplicity.Of(Point);

    /// <summary>How well it serves as the witness: first what shows in the value, then infinities before errors.</summary>
    public int Rank => (Failure.Severity, Failure.IsGradient, MeetsZero) switch
    {
        (Severity.NonFinite, false, false) => 0,
        (Severity.NonFinite, false, true) => 1,
        (Severity.Wrong, false, _) => 2,
        (Severity.NonFinite, true, _) => 3,
        (Severity.Wrong, true, _) => 4,
        _ => 5,
    };

    /// <summary>Whether this is the better witness.</summary>
    public bool IsBefore(Suspect other) => Rank != other.Rank ? Rank < other.Rank : Effort < other.Effort;
}
