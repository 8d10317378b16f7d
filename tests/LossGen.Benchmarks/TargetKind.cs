namespace LossGen.Benchmarks;

/// <summary>What targets are.</summary>
internal enum TargetKind
{
    /// <summary>Standard normal.</summary>
    Normal,

    /// <summary>0 or 1, as a number.</summary>
    Binary,

    /// <summary>A class, as an integer.</summary>
    Label,
}
