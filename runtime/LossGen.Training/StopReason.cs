namespace LossGen.Training;

/// <summary>Why a fit ended.</summary>
public enum StopReason
{
    /// <summary>The optimizer's test of convergence was met.</summary>
    Converged,

    /// <summary>All epochs were done.</summary>
    EpochLimit,

    /// <summary>No step lowers the loss any more, although the test of convergence was not met: a kink, or the limit of rounding.</summary>
    NoProgress,

    /// <summary>The caller cancelled.</summary>
    Cancelled,

    /// <summary>The loss or its gradient became NaN or infinite.</summary>
    NonFinite,
}
