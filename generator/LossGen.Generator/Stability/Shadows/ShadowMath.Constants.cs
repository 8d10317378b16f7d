namespace LossGen.Generator.Stability.Shadows;

/// <content>Constants, to 106 bits.</content>
internal static partial class ShadowMath
{
    /// <summary>2⁻¹⁰⁶: what a constant's third part would add.</summary>
    private const double ConstantError = 1.232595164407831e-32;

    private static readonly Shadow ShadowLn2 = Constant(0.6931471805599453, 2.3190468138462996e-17);

    private static readonly Shadow ShadowLn10 = Constant(2.302585092994046, -2.1707562233822494e-16);

    private static readonly Shadow ShadowPi = Constant(3.141592653589793, 1.2246467991473532e-16);

    private static readonly Shadow ShadowHalfPi = ShadowPi.Scale(-1);

    private static readonly Shadow QuarterPi = ShadowPi.Scale(-2);

    private static readonly Shadow OneOverSqrtPi = Constant(0.5641895835477563, 7.66772980658294e-18);

    /// <summary>½·log(2π) − ½.</summary>
    private static readonly Shadow StirlingConstant = Constant(0.4189385332046727, 1.6728209650585413e-17);

    private static Shadow Constant(double high, double low) => Shadow.Normalised(high, low, 0, System.Math.Abs(high) * ConstantError);
}
