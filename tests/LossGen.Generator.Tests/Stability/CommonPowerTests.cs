using LossGen.Generator.Functions;
using LossGen.Generator.Model;
using LossGen.Generator.Stability;
using LossGen.Generator.Tests.Oracles;
using Xunit;
using static LossGen.Generator.Tests.Stability.RewrittenLoss;

namespace LossGen.Generator.Tests.Stability;

/// <summary>Powers with an exponent that is a hyperparameter keep their digits in both derivatives, next to 0 and far away. Expected values are from mpmath 1.2.1 with 700 digits.</summary>
public sealed class CommonPowerTests
{
    private static readonly Variable A = new(new Input(InputRole.Hyperparameter, 0, "a"));
    private static readonly Variable K = new(new Input(InputRole.Hyperparameter, 1, "k"));

    [Theory]
    [InlineData(0.5, 1.0, 0.5, 1.1180339887498948, 0.44721359549995794, 0.7155417527999327)]
    [InlineData(10000.0, 1.0, 0.5, 10000.00005, 0.99999999500000004, 9.9999998500000019e-13)]
    [InlineData(100000000.0, 0.25, 0.5, 50000000.00000001, 0.4999999999999999, 1.9999999999999988e-24)]
    [InlineData(10000.0, 1.0, 0.25, 100.00000025, 0.0049999999625000003, -2.4999999062500015e-7)]
    [InlineData(3.0, 2.0, 0.75, 9.1004988834279188, 4.3107626289921721, 0.75627414543722317)]
    [InlineData(2.0, 1.0, -5.0, 0.00032, -0.00128, 0.005504)]
    [InlineData(0.125, 1.0, -5.0, 0.92540765293178164, -1.1389632651468082, -7.4295449911114871)]
    [InlineData(1e+100, 1.0, 0.75, 1.0e+150, 1.5e+50, 7.4999999999999999e-51)]
    public void PowerOfSum_HasACurvatureThatDoesNotCancel(double x, double k, double a, double value, double gradient, double curvature) =>
        AssertDerivatives(Pow.Of((K * Square.Of(X)) + 1, A), x, 0, value, gradient, curvature, (K, k), (A, a));

    [Theory]
    [InlineData(1e+200, 0.5, 9.9999999999999997e+199)]
    [InlineData(1e+160, 0.25, 1.0e+80)]
    [InlineData(1e-05, 0.5, 4.9999999998750008e-11)]
    [InlineData(3.0, 0.75, 4.6234132519034908)]
    public void PowerMinusOne_IsFiniteWhereASquareOverflows(double x, double a, double value)
    {
        Expr formula = Rewriter.Finish(Rewriter.Stabilize(Pow.Of(1 + Square.Of(X), A) - 1));
        Assert.Equal(1, FormulaEvaluator.Evaluate(formula, (X, x), (A, a)) / value, 1e-12);
    }

    /// <summary>The deviance of Tweedie, which for other exponents is something else: it is one of several terms.</summary>
    [Theory]
    [InlineData(1e-200, 2.5, 1.5, 5.0e+100, -2.5000000000000001e+300, double.PositiveInfinity)]
    [InlineData(1e-150, 1.0, 1.25, 1.2649110640673517e+38, -3.1622776601683793e+187, double.PositiveInfinity)]
    [InlineData(3.0, 1.0, 1.5, 4.6188021535170061, 0.38490017945975051, 0.0)]
    [InlineData(100000000.0, 0.0, 1.1, 17609924.360679012, 0.15848931924611109, -1.5848931924611123e-10)]
    [InlineData(0.7, 4.0, 1.9, 15.776348063070026, -6.4987175793783642, 19.608684644271515)]
    public void PowersThatDifferByOne_AreTakenTogetherAmongOtherTerms(double x, double y, double a, double value, double gradient, double curvature)
    {
        Expr deviance = (Pow.Of(X, 2 - A) / (2 - A)) - (Y * Pow.Of(X, 1 - A) / (1 - A));
        AssertDerivatives(deviance + Build.Select(Equal.Of(A, new Literal(7)), Square.Of(X), Build.Zero), x, y, value, gradient, curvature, (A, a));
    }

    [Theory]
    [InlineData(1e-300, 0.5, 0.0, -1.5e-150, -7.4999999999999999e+149)]
    [InlineData(1e-200, 0.25, -1.0e-250, -1.25e-50, -3.125e+149)]
    [InlineData(0.25, 0.5, -0.14384103622589046, -0.95434873911844759, -2.9801914106519937)]
    [InlineData(1e-100, 2.0, -1.0000000000000001e-300, -3.0000000000000001e-200, -6.0000000000000001e-100)]
    [InlineData(0.75, 5.0, -0.32897415014856779, -3.142379750990452, -28.149983671949077)]
    public void PowerTimesLogarithm_NextToZero_DoesNotOverflow(double x, double a, double value, double gradient, double curvature) =>
        AssertDerivatives(Pow.Of(X, A) * LogP1.Of(-X), x, 0, value, gradient, curvature, (A, a));

    [Theory]
    [InlineData(0.9999999999999999, 0.5, -1.1698100408045762e-24, 1.5805068191585263e-8, -71179699.218188684)]
    [InlineData(0.75, 0.5, -0.14384103622589046, 0.95434873911844759, -2.9801914106519937)]
    [InlineData(0.125, 5.0, -1.0665641476749574, 10.197923756803328, -107.58197065610093)]
    public void PowerTimesLogarithm_NextToOne_DoesNotOverflow(double x, double a, double value, double gradient, double curvature) =>
        AssertDerivatives(Pow.Of(1 - X, A) * Log.Of(X), x, 0, value, gradient, curvature, (A, a));
}
