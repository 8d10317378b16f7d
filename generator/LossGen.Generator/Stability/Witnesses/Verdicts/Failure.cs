namespace LossGen.Generator.Stability.Witnesses.Verdicts;

/// <summary>That the value of a loss, or its derivative by a direction, is not what it should be.</summary>
/// <param name="Severity">How much.</param>
/// <param name="Direction">The direction; −1 for the value.</param>
internal readonly record struct Failure(Severity Severity, int Direction)
{
    public bool IsGradient => Direction >= 0;
}
