using LossGen.Generator.Calculus;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Rewrites;
using LossGen.Generator.Tests.Oracles;
using Xunit;

namespace LossGen.Generator.Tests.Stability;

/// <summary>
/// Differences of log-gammas keep their digits, and so do the derivatives by their argument; where an argument is not positive or a step negative, they are what is
/// written. Expected numbers are mpmath's with 60 digits.
/// </summary>
public sealed class GammaRatioTests
{
    private static readonly Variable X = new(new Input(InputRole.Prediction, 0, "x"));
    private static readonly Variable B = new(new Input(InputRole.Prediction, 1, "b"));
    private static readonly Variable Y = new(new Input(InputRole.Target, 0, "y"));

    private static readonly Dictionary<string, Expr> Formulas = new()
    {
        ["half"] = (Build.Half * Log.Of(X)) - LogGamma.Of(X + 0.5) + LogGamma.Of(X),
        ["count"] = LogGamma.Of(X) - LogGamma.Of(Y + X) + (Y * Log.Of(X)),
        ["negative binomial"] = LogGamma.Of(X) - LogGamma.Of(Y + X) + ((X + Y) * Log.Of(X + 2)) - (X * Log.Of(X)),
        ["beta"] = LogGamma.Of(X) + LogGamma.Of(B) - LogGamma.Of(B + X),
        ["without a logarithm"] = LogGamma.Of(X + 0.5) - LogGamma.Of(X),
    };

    public static TheoryData<string, double, double, double, double, double> Numbers => new()
    {
        { "half", 0.25, 0.0, 0.39159439270683677, -1.1415926535897933, 6.655449506835504 },
        { "half", 40.0, 0.0, 0.0031249186350432246, -7.811889839045847e-05, 3.905639934286836e-06 },
        { "half", 30000000.0, 0.0, 4.166666666666667e-09, -1.3888888888888888e-16, 9.259259259259257e-24 },
        { "half", 1000000000000.0, 0.0, 1.25e-13, -1.25e-25, 2.5e-37 },
        { "count", 0.25, 3.0, -3.8066624897703196, 6.7555555555555555, -31.162469135802468 },
        { "count", 40.0, 3.0, -0.0734827767598035, 0.001800232288037166, -8.822257834325481e-05 },
        { "count", 30000000.0, 2.0, -3.333333277777779e-08, 1.1111110740740753e-15, -7.407407037037054e-23 },
        { "count", 1000000000000.0, 5.0, -9.999999999985e-12, 9.99999999997e-24, -1.999999999991e-35 },
        { "negative binomial", 0.25, 3.0, 3.334317386572393, -2.6027754226637807, 13.084444444444445 },
        { "negative binomial", 40.0, 3.0, 2.024494282525773, -0.0006000797330070213, 2.9407807144273532e-05 },
        { "negative binomial", 30000000.0, 2.0, 2.0000000333333325, -1.1111110493827197e-15, 7.407406790123506e-23 },
        { "negative binomial", 1000000000000.0, 5.0, 1.999999999998, 1.9999999999846666e-24, -3.999999999954e-36 },
        { "beta", 0.25, 3.0, 1.0453677741492975, -5.2444444444444445, 16.837530864197532 },
        { "beta", 40.0, 0.5, -1.2689498654972249, -0.012578118898390458, 0.00031640563993428684 },
        { "beta", 30000000.0, 2.0, -34.43341591258619, -6.66666655555556e-08, 2.222222148148152e-15 },
        { "beta", 1000000000000.0, 5.0, -134.9770517493048, -4.99999999999e-12, 4.99999999998e-24 },
    };

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Difference_KeepsItsDigits(string name, double x, double other, double value, double slope, double curvature)
    {
        (Expr written, Expr gradient, Expr hessian) = Derive(Formulas[name]);

        AssertNear(value, written, x, other);
        AssertNear(slope, gradient, x, other);
        AssertNear(curvature, hessian, x, other);
    }

    [Theory]
    [InlineData("without a logarithm", -2.25, 0)]
    [InlineData("without a logarithm", -0.25, 0)]
    [InlineData("beta", -0.75, 2.5)]
    [InlineData("beta", 3.5, -1.25)]
    [InlineData("count", 4.0, -1.5)]
    [InlineData("negative binomial", 4.0, -1.5)]
    public void Difference_OutsideOfTheRewrite_IsWhatIsWritten(string name, double x, double other)
    {
        double expected = FormulaEvaluator.Evaluate(Formulas[name], (X, x), (B, other), (Y, other));

        Assert.True(double.IsFinite(expected));
        AssertNear(expected, Derive(Formulas[name]).Value, x, other);
    }

    /// <summary>As the pipeline derives them.</summary>
    private static (Expr Value, Expr Gradient, Expr Hessian) Derive(Expr formula)
    {
        ExprInterner interner = new();
        Expr value = Rewriter.Stabilize(Simplification.Simplify(formula));
        Expr gradient = Simplification.Simplify(Differentiation.Gradient(GammaLogarithms.ForDerivativeBy(value, X.Input), X.Input, interner));
        Expr hessian = Simplification.Simplify(Differentiation.Gradient(gradient, X.Input, interner));
        return (Rewriter.Finish(GammaLogarithms.Collect(value)), Rewriter.Finish(gradient), Rewriter.Finish(hessian));
    }

    private static void AssertNear(double expected, Expr actual, double x, double other) =>
        Assert.Equal(1, FormulaEvaluator.Evaluate(actual, (X, x), (B, other), (Y, other)) / expected, 1e-12);
}
