using LossGen.Generator.Functions;
using LossGen.Generator.Model;
using Xunit;
using static LossGen.Generator.Tests.Stability.RewrittenLoss;

namespace LossGen.Generator.Tests.Stability;

/// <summary>The Poisson loss of the rate softplus(x), also where that underflows. Expected values are from mpmath 1.2.1 with 450 digits.</summary>
public sealed class LogarithmOfSoftplusTests
{
    private static readonly Expr Poisson = Softplus.Of(X) - (Y * Log.Of(Softplus.Of(X)));

    [Theory]
    [InlineData(-1000.0, 3.0, 3000.0, -3.0, 0.0)]
    [InlineData(-1000.0, 0.0, 0.0, 0.0, 0.0)]
    [InlineData(-750.0, 1.0, 750.0, -1.0, 0.0)]
    [InlineData(-100.0, 1.0, 100.0, -1.0, 5.580113964031254e-44)]
    [InlineData(-30.0, 5.0, 150.00000000000034, -4.999999999999672, 3.2751680390935213e-13)]
    [InlineData(-5.25, 2.0, 10.510469879023223, -1.9895551951009276, 0.010394823317143616)]
    [InlineData(-4.75, 2.0, 9.5172351516314, -1.9828327140863382, 0.017032295932983093)]
    [InlineData(-5.0, 1.0, 5.010074901729026, -0.9899569782141926, 0.00997953818420677)]
    [InlineData(0.5, 1.0, 1.0003419234438533, -0.01656544949942308, 0.4020985394673619)]
    [InlineData(40.0, 3.0, 28.93336163765819, 0.925, 0.0018750000000000038)]
    public void PoissonLoss_KeepsItsDigits(double x, double y, double value, double gradient, double curvature) =>
        AssertDerivatives(Poisson, x, y, value, gradient, curvature);
}
