using System.ComponentModel;

namespace LossGen.Explanation;

/// <summary>What a generated class knows about its formula beside the mathematics: inputs and trace.</summary>
/// <param name="signature">The inputs, with the author's names for them.</param>
/// <param name="trace">The text of the <see cref="LossTrace"/>.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class LossDescription(LossSignature signature, string trace)
{
    /// <summary>The inputs.</summary>
    public LossSignature Signature { get; } = signature;

    /// <summary>Value and gradient, step by step.</summary>
    public LossTrace Trace { get; } = new(trace);
}
