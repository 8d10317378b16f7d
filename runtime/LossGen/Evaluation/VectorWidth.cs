using System.Runtime.Intrinsics;

namespace LossGen.Evaluation;

/// <summary>How wide the vectors of an evaluation are.</summary>
internal enum VectorWidth
{
    /// <summary>One element at a time.</summary>
    Scalar,

    /// <summary>128 bits.</summary>
    Bits128,

    /// <summary>256 bits.</summary>
    Bits256,

    /// <summary>512 bits.</summary>
    Bits512,
}

/// <summary>Which widths the processor has.</summary>
internal static class VectorWidths
{
    /// <summary>The widest that pays: the runtime leaves 512 bits out where they make the processor slower (and <c>DOTNET_EnableAVX512=0</c> does).</summary>
    internal static VectorWidth Widest =>
        Vector512.IsHardwareAccelerated ? VectorWidth.Bits512
        : Vector256.IsHardwareAccelerated ? VectorWidth.Bits256
        : Vector128.IsHardwareAccelerated ? VectorWidth.Bits128
        : VectorWidth.Scalar;
}
