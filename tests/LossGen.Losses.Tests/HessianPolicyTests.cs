using Xunit;

namespace LossGen.Losses.Tests;

[Loss("([Prediction(Link = Link.Sigmoid)] p, y) => -(y * Log(p) + (1 - y) * Log(1 - p))", Hessian = HessianPolicy.Floor)]
internal sealed partial class FlooredCrossEntropy;

[Loss("(p, y) => Max(tau * (y - p), (tau - 1) * (y - p))", Hessian = HessianPolicy.Constant)]
internal sealed partial class ConstantQuantile(double tau = 0.5);

[Loss("(p, y) => Log(1 + Square((p - y) / c)) * Square(c) / 2", Hessian = HessianPolicy.Majorizer)]
internal sealed partial class MajorizedCauchy(double c = 1);

[Loss("(p, y) => Abs(p - y)", Hessian = HessianPolicy.Majorizer)]
internal sealed partial class MajorizedAbsolute;

[Loss("(Row p, Row y) => Sum(Hypot(p - y, 1) - 1)", Hessian = HessianPolicy.Majorizer)]
internal sealed partial class MajorizedRows;

[Loss("([Prediction(Link = Link.Sigmoid)] p, y) => 0.5 * Square(p - y)", Hessian = HessianPolicy.GaussNewton)]
internal sealed partial class GaussNewtonBrier;

[Loss("([Prediction(Link = Link.Tanh)] Row p, Row y) => 0.5 * Sum(Square(p - y))", Hessian = HessianPolicy.GaussNewton)]
internal sealed partial class GaussNewtonRows;

[Loss("(Row scores, int label) => LogSumExp(scores) - scores[label]", Hessian = HessianPolicy.Constant)]
internal sealed partial class ConstantCrossEntropy;

[Loss("(Row scores, int label) => LogSumExp(scores) - scores[label]", Hessian = HessianPolicy.Floor)]
internal sealed partial class FlooredSoftmax;

[Loss("(p, y) => Square(p - y)", Hessian = HessianPolicy.None)]
internal sealed partial class GradientOnly;

/// <summary>What each policy hands out, against formulas of its own.</summary>
public sealed class HessianPolicyTests
{
    [Theory]
    [InlineData(0.0)]
    [InlineData(-2.5)]
    [InlineData(13.0)]
    [InlineData(40.0)]
    public void Floor_IsTheExactOneButAtLeastAMillionth(double score)
    {
        double p = 1 / (1 + Math.Exp(-score));
        Assert.Equal(Math.Max(p * (1 - p), 1e-6), new FlooredCrossEntropy().SecondDerivative(score, 1.0), 1e-15);
    }

    [Fact]
    public void Constant_IsOne_WhateverTheWeightAndTheReductionMakeOfIt()
    {
        double[] gradient = new double[3];
        double[] hessian = new double[3];

        new ConstantQuantile(0.25) { Reduction = Reduction.Sum }.ValueGradientAndHessian([0, 0, 0], [1, -1, 0], gradient, hessian, [1, 2, 0]);

        Assert.Equal([1, 2, 0], hessian);
        Assert.Equal([-0.25, 1.5, 0], gradient);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(1e-9)]
    [InlineData(0.7)]
    [InlineData(-3.0)]
    [InlineData(1e6)]
    public void Majorizer_IsTheWeightOfReweightedLeastSquares(double residual) =>
        Assert.Equal(1 / (1 + (residual * residual / 4)), new MajorizedCauchy(2).SecondDerivative(residual, 0.0), 1e-15);

    [Fact]
    public void Majorizer_LiesAboveTheLoss()
    {
        MajorizedCauchy loss = new(0.8);
        double[] residuals = [-6, -1.7, -0.2, 0, 0.4, 1, 5];
        foreach (double at in residuals)
        {
            double curvature = loss.SecondDerivative(at, 0.0);
            Assert.All(residuals, residual => Assert.True(
                loss.Loss(residual, 0.0) <= loss.Loss(at, 0.0) + (loss.Derivative(at, 0.0) * (residual - at)) + (0.5 * curvature * (residual - at) * (residual - at)) + 1e-12));
        }
    }

    [Fact]
    public void Majorizer_OfRows_IsTakenElementByElement()
    {
        double[] gradient = new double[3];
        double[] hessian = new double[3];

        new MajorizedRows().ValueGradientAndHessian([1.0, -2, 0.5], [0, 1, 0.5], 3, gradient, hessian);

        Assert.Equal(1 / Math.Sqrt(2), hessian[0], 1e-15);
        Assert.Equal(1 / Math.Sqrt(10), hessian[1], 1e-15);
        Assert.Equal(1, hessian[2], 1e-15);
    }

    [Theory]
    [InlineData(-3.0)]
    [InlineData(0.0)]
    [InlineData(2.0)]
    public void GaussNewton_IsTheSquaredSlopeOfTheLink_OfHalfASquare(double score)
    {
        double p = 1 / (1 + Math.Exp(-score));
        Assert.Equal(p * p * (1 - p) * (1 - p), new GaussNewtonBrier().SecondDerivative(score, 1.0), 1e-16);
    }

    [Fact]
    public void GaussNewton_OfRows_IsTakenElementByElement()
    {
        double[] scores = [0.3, -1.2];
        double[] hessian = new double[2];

        new GaussNewtonRows().ValueGradientAndHessian(scores, [1.0, 1.0], 2, new double[2], hessian);

        Assert.All(scores.Zip(hessian), static pair => Assert.Equal(Math.Pow(Math.Cosh(pair.First), -4), pair.Second, 1e-15));
    }

    [Fact]
    public void RowLosses_HaveTheDiagonal_TheConstantOrTheFloor()
    {
        double[] scores = [Math.Log(2), Math.Log(3), Math.Log(5), 40, 0, 0];
        double[] exact = new double[6];
        double[] constant = new double[6];
        double[] floored = new double[6];
        double[] gradient = new double[6];

        new SoftmaxCrossEntropy { Reduction = Reduction.Sum }.ValueGradientAndHessian(scores, [0, 0], 3, gradient, exact);
        new ConstantCrossEntropy { Reduction = Reduction.Sum }.ValueGradientAndHessian(scores, [0, 0], 3, gradient, constant);
        new FlooredSoftmax { Reduction = Reduction.Sum }.ValueGradientAndHessian(scores, [0, 0], 3, gradient, floored);

        double[] expected = [0.16, 0.21, 0.25];
        Assert.All(expected.Zip(exact), static pair => Assert.Equal(pair.First, pair.Second, 1e-15));
        Assert.All(expected.Zip(floored), static pair => Assert.Equal(pair.First, pair.Second, 1e-15));
        Assert.All(exact[3..], static h => Assert.InRange(h, 1e-18, 1e-16));
        Assert.Equal([1e-6, 1e-6, 1e-6], floored[3..]);
        Assert.Equal([1, 1, 1, 1, 1, 1], constant);
    }

    [Fact]
    public void None_HasNoMembersForIt_AndRefusesThroughTheContract()
    {
        Assert.DoesNotContain(typeof(GradientOnly).GetMethods(), static method => method.Name is "SecondDerivative" or "ValueGradientAndHessian");
        string message = Assert.Throws<ArgumentException>(static () =>
        {
            LossGen.Evaluation.LossBatch<double> batch = new(Reduction.Sum);
            batch.AddPrediction([1.0], "p");
            batch.AddTarget([1.0], "y");
            batch.AddGradient(new double[1], "gradient");
            batch.AddHessian(new double[1], "hessian");
            ((ILoss<double>)new GradientOnly()).Evaluate(ref batch);
        }).Message;
        Assert.Contains("HessianPolicy.None", message, StringComparison.Ordinal);
    }
}
