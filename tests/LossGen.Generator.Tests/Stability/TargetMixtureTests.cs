using LossGen.Generator.Functions;
using LossGen.Generator.Model;
using Xunit;
using static LossGen.Generator.Tests.Stability.RewrittenLoss;

namespace LossGen.Generator.Tests.Stability;

/// <summary>The focal loss by p = y·σ(x) + (1 − y)·σ(−x), the probability of the true class, at every logit. Expected values are from mpmath 1.2.1 with 400 digits.</summary>
public sealed class TargetMixtureTests
{
    private static readonly Expr Probability = (Y * Sigmoid.Of(X)) + ((Build.One - Y) * (Build.One - Sigmoid.Of(X)));

    private static readonly Expr Focal = -(Square.Of(Build.One - Probability) * Log.Of(Probability));

    [Theory]
    [InlineData(1000.0, 0.0, 1000.0, 1.0, -0.0)]
    [InlineData(-800.0, 1.0, 800.0, -1.0, -0.0)]
    [InlineData(40.0, 1.0, 7.667648073722e-53, -2.3002944221165997e-52, 6.900883266349799e-52)]
    [InlineData(-60.0, 0.0, 6.714184288211594e-79, 2.014255286463478e-78, 6.042765859390434e-78)]
    [InlineData(0.5, 1.0, 0.06757349051750364, -0.13793699735091441, 0.24045044178034022)]
    [InlineData(30.0, 0.25, 0.779790578129736, 2.0256640806328028e-13, -2.0256640806319034e-13)]
    [InlineData(-2.0, 0.9, 1.0572072112489275, -0.4990841325502109, -0.1211462723027703)]
    public void FocalLoss_KeepsItsDigits(double x, double y, double value, double gradient, double curvature) =>
        AssertDerivatives(Focal, x, y, value, gradient, curvature);
}
