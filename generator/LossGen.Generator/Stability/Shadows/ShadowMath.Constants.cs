namespace LossGen.Generator.Stability.Shadows;

/// <content>Constants, to 106 bits.</content>
internal static partial class ShadowMath
{
    /// <summary>2⁻¹⁰⁶: what a constant's third part would add.</summary>
    private const double ConstantError = 1.232595164407831e-32;

    private static readonly Shadow ShadowLn2 = Constant(0.6931471805599453, 2.3190468138462996e-17);

    private static readonly Shadow ShadowLn10 = Constant(2.302585092994046, -2.1707562233822494e-16);

    private static Shadow Constant(double high, double low) => Shadow.Normalised(high, low, 0, System.Math.Abs(high) * ConstantError);
}
