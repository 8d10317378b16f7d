namespace LossGen.Simd;

/// <summary>The immediate operands of the AVX-512 instruction VGETMANT (Intel SDM, volume 2, table 5-18).</summary>
internal static class MantissaControl
{
    /// <summary>Normalises to [1, 2) and clears the sign.</summary>
    internal const byte OneToTwoWithoutSign = 0b0100;
}
