using LossGen.Boosting;
using Xunit;

namespace LossGen.Losses.Tests.Boosting;

public sealed class BoostingObjectiveTests
{
    // Two samples of three classes with probabilities (0.2, 0.3, 0.5) and (0.25, 0.25, 0.5).
    private static readonly float[] s_rowMajor = [MathF.Log(2), MathF.Log(3), MathF.Log(5), 0, 0, MathF.Log(2)];
    private static readonly float[] s_rowGradient = [0.2f - 1, 0.3f, 0.5f, 2 * 0.25f, 2 * 0.25f, 2 * (0.5f - 1)];
    private static readonly float[] s_rowHessian = [0.16f, 0.21f, 0.25f, 2 * 0.1875f, 2 * 0.1875f, 2 * 0.25f];

    [Fact]
    public void Softmax_IsFilledClassAfterClass_ForLightGbm()
    {
        float[] gradient = new float[6];
        float[] hessian = new float[6];
        double[] scores = [.. ClassMajor(s_rowMajor)];

        float sum = new BoostingObjective(new SoftmaxCrossEntropy(), outputs: 3).FillLightGbm(scores, [0, 2], gradient, hessian, [1, 2]);

        AssertClose(ClassMajor(s_rowGradient), gradient);
        AssertClose(ClassMajor(s_rowHessian), hessian);
        Assert.Equal(-MathF.Log(0.2f) - (2 * MathF.Log(0.5f)), sum, 1e-6f);
    }

    [Fact]
    public void Softmax_IsFilledSampleAfterSample_ForXGBoost()
    {
        float[] gradient = new float[6];
        float[] hessian = new float[6];

        new BoostingObjective(new SoftmaxCrossEntropy(), outputs: 3).FillXGBoost(s_rowMajor, [0, 2], gradient, hessian, [1, 2]);

        AssertClose(s_rowGradient, gradient);
        AssertClose(s_rowHessian, hessian);
    }

    [Fact]
    public void MulticlassFactor_IsThatOfEachBooster()
    {
        float[] gradient = new float[6];
        float[] hessian = new float[6];
        var objective = new BoostingObjective(new SoftmaxCrossEntropy(), outputs: 3) { UsesMulticlassFactor = true };

        objective.FillLightGbm(ClassMajor(s_rowMajor), [0, 2], gradient, hessian, [1, 2]);
        AssertClose([.. ClassMajor(s_rowHessian).Select(static h => 1.5f * h)], hessian);

        objective.FillXGBoost(s_rowMajor, [0, 2], gradient, hessian, [1, 2]);
        AssertClose([.. s_rowHessian.Select(static h => 2 * h)], hessian);
        AssertClose(s_rowGradient, gradient);
    }

    [Fact]
    public void LossOfOneNumber_IsTheSameForBoth_AndNeverAveraged()
    {
        float[] scores = [0, 2, -1];
        float[] gradient = new float[3];
        float[] hessian = new float[3];
        var objective = new BoostingObjective(new LinkedCrossEntropy { Reduction = Reduction.Mean });
        float[] p = [.. scores.Select(static x => 1 / (1 + MathF.Exp(-x)))];
        float[] expectedGradient = [p[0] - 1, 3 * p[1], 0];
        float[] expectedHessian = [p[0] * (1 - p[0]), 3 * p[1] * (1 - p[1]), 0];

        objective.FillXGBoost(scores, [1, 0, 1], gradient, hessian, [1, 3, 0]);
        AssertClose(expectedGradient, gradient);
        AssertClose(expectedHessian, hessian);

        Array.Clear(gradient);
        objective.FillLightGbm(scores, [1, 0, 1], gradient, hessian, [1, 3, 0]);
        AssertClose(expectedGradient, gradient);
    }

    [Fact]
    public void HessianBounds_AreThoseOfASample_BeforeItsWeight()
    {
        float[] gradient = new float[4];
        float[] hessian = new float[4];

        new BoostingObjective(new MajorizedAbsolute()) { MaximumHessian = 4 }.FillXGBoost([0, 0, 0, 0], [0, 0.1f, -2, 0], gradient, hessian, [1, 2, 3, 0]);
        AssertClose([4, 8, 1.5f, 0], hessian);

        new BoostingObjective(new LinkedCrossEntropy()) { MinimumHessian = 0.01f }.FillLightGbm([0f, 40, -40, 40], [0, 0, 0, 0], gradient, hessian, [1, 2, 3, 0]);
        AssertClose([0.25f, 0.02f, 0.03f, 0], hessian);
        AssertClose([0.5f, 2, 0, 0], gradient);
    }

    [Fact]
    public void SeveralNumbers_AreOutputsOfTheBooster()
    {
        float[] classMajor = [1, 2, 3, 0.5f, 0, -0.5f];
        float[] targets = [1.5f, 0, 3];
        float[] gradient = new float[6];
        float[] hessian = new float[6];
        float[] expected = new float[6];
        for (int i = 0; i < 3; i++)
        {
            float precision = MathF.Exp(-classMajor[3 + i]);
            float residual = classMajor[i] - targets[i];
            expected[i] = residual * precision;
            expected[3 + i] = 0.5f - (0.5f * residual * residual * precision);
        }

        var objective = new BoostingObjective(new MeanAndLogVariance(), outputs: 2);
        objective.FillLightGbm(classMajor, targets, gradient, hessian);
        AssertClose(expected, gradient);

        objective.FillXGBoost(RowMajor(classMajor, 2), targets, gradient, hessian);
        AssertClose(RowMajor(expected, 2), gradient);
    }

    [Fact]
    public void ManySamples_AreTransposedWithoutGapsOrAllocations()
    {
        const int Samples = 1003;
        const int Classes = 37;
        Random random = new(3);
        float[] rows = [.. Enumerable.Range(0, Samples * Classes).Select(_ => (float)(4 * random.NextDouble()))];
        float[] labels = [.. Enumerable.Range(0, Samples).Select(_ => (float)random.Next(Classes))];
        float[] classMajor = ClassMajor(rows, Classes);
        (float[] g1, float[] h1, float[] g2, float[] h2) = (new float[rows.Length], new float[rows.Length], new float[rows.Length], new float[rows.Length]);
        var objective = new BoostingObjective(new SoftmaxCrossEntropy(), Classes);

        objective.FillXGBoost(rows, labels, g1, h1);
        objective.FillLightGbm(classMajor, labels, g2, h2);
        long before = GC.GetAllocatedBytesForCurrentThread();
        objective.FillLightGbm(classMajor, labels, g2, h2);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(0, allocated);
        Assert.Equal(ClassMajor(g1, Classes), g2);
        Assert.Equal(ClassMajor(h1, Classes), h2);
    }

    [Fact]
    public void IgnoredLabels_ContributeNothing()
    {
        float[] gradient = new float[6];
        float[] hessian = new float[6];
        var objective = new BoostingObjective(new SoftmaxCrossEntropy { IgnoredLabel = -1 }, outputs: 3);

        objective.FillXGBoost(s_rowMajor, [0, -1], gradient, hessian);

        AssertClose([.. s_rowGradient[..3], 0, 0, 0], gradient);
        AssertClose([.. s_rowHessian[..3], 0, 0, 0], hessian);
        Assert.Equal(-34.538776f, objective.InitialScores([0, -1, 1])[2]);
    }

    [Fact]
    public void InitialScores_AreTheOptimalConstants_HeldFinite()
    {
        Assert.Equal(MathF.Log(3), Assert.Single(new BoostingObjective(new LinkedCrossEntropy()).InitialScores([1, 1, 0, 1])), 1e-6f);
        Assert.Equal(34.538776f, Assert.Single(new BoostingObjective(new LinkedCrossEntropy()).InitialScores([1, 1])));
        Assert.Equal(2, Assert.Single(new BoostingObjective(new AbsoluteErrorLoss()).InitialScores([1, 2, 7], [1, 1, 1])));
        Assert.Equal(2500, Assert.Single(new BoostingObjective(new SquaredErrorLoss()).InitialScores([1000, 2000, 4500])));
        Assert.Equal(-100, Assert.Single(new BoostingObjective(new AbsoluteErrorLoss()).InitialScores([-100])));
        AssertClose([MathF.Log(2) / 2, -MathF.Log(2) / 2], new BoostingObjective(new SoftmaxCrossEntropy(), outputs: 2).InitialScores([0, 0, 1]));
    }

    [Fact]
    public void LossOfSeveralNumbers_KnowsItsOutputs()
    {
        var objective = new BoostingObjective(new GaussianLogVarianceNllLoss());

        Assert.Equal(2, objective.Outputs);
        AssertClose([2, MathF.Log(2 / 3f)], objective.InitialScores([1, 2, 3]));
    }

    [Fact]
    public void BadInput_IsNamed_AndNothingIsWritten()
    {
        var objective = new BoostingObjective(new SoftmaxCrossEntropy(), outputs: 3);
        float[] gradient = [9, 9, 9, 9, 9, 9];
        float[] hessian = [9, 9, 9, 9, 9, 9];

        Refused("scores has 5 elements, which are no samples of 3", () => objective.FillLightGbm(new float[5], [0, 1], gradient, hessian));
        Refused("targets has 3 elements but scores has 2 samples", () => objective.FillLightGbm(s_rowMajor, [0, 1, 2], gradient, hessian));
        Refused("gradient has 5 elements", () => objective.FillLightGbm(s_rowMajor, [0, 1], gradient.AsSpan(1), hessian));
        Refused("weights has 1 elements", () => objective.FillLightGbm(s_rowMajor, [0, 1], gradient, hessian, [1]));
        Refused("weights[1] is -1", () => objective.FillLightGbm(s_rowMajor, [0, 1], gradient, hessian, [1, -1]));
        Refused("The label number 1 is 0.5", () => objective.FillLightGbm(s_rowMajor, [0, 0.5f], gradient, hessian));
        Refused("is 3; the loss has 3 columns", () => objective.FillLightGbm(s_rowMajor, [0, 3], gradient, hessian));
        Refused("hessian shares memory", () => objective.FillLightGbm(hessian, [0, 1], gradient, hessian));
        Refused("gradient shares memory with hessian", () => objective.FillXGBoost(s_rowMajor, [0, 1], gradient, gradient));
        Refused("declared with HessianPolicy.None", () => new BoostingObjective(new GradientOnly()).FillXGBoost([1f], [1], gradient.AsSpan(0, 1), hessian.AsSpan(0, 1)));
        Refused("outputs must say how many", () => _ = new BoostingObjective(new SoftmaxCrossEntropy()));
        Refused("The loss takes 2 numbers", () => _ = new BoostingObjective(new MeanAndLogVariance(), outputs: 1));
        Refused("The loss takes 1 numbers", () => _ = new BoostingObjective(new LinkedCrossEntropy(), outputs: 2));
        Assert.All(gradient.Concat(hessian), static number => Assert.Equal(9, number));
    }

    private static void Refused(string message, Action action) => Assert.Contains(message, Assert.ThrowsAny<ArgumentException>(action).Message, StringComparison.Ordinal);

    private static void AssertClose(float[] expected, float[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), static pair => Assert.Equal(pair.First, pair.Second, 1e-6f));
    }

    private static float[] ClassMajor(float[] rowMajor, int classes = 3) =>
        [.. Enumerable.Range(0, rowMajor.Length).Select(i => rowMajor[(i % (rowMajor.Length / classes) * classes) + (i / (rowMajor.Length / classes))])];

    private static float[] RowMajor(float[] classMajor, int classes) =>
        [.. Enumerable.Range(0, classMajor.Length).Select(i => classMajor[(i % classes * (classMajor.Length / classes)) + (i / classes)])];
}
