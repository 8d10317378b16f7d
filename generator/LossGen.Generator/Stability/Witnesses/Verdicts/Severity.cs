namespace LossGen.Generator.Stability.Witnesses.Verdicts;

/// <summary>How far a number in single precision is from what it should be.</summary>
internal enum Severity
{
    None,

    /// <summary>Right in absolute terms, but few of its own digits are.</summary>
    Imprecise,
    Wrong,
    NonFinite,
}
