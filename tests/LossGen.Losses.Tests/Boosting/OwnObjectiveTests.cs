using LossGen.Boosting;
using Xunit;

namespace LossGen.Losses.Tests.Boosting;

/// <summary>
/// The objectives that LightGBM and XGBoost bring along, made of the catalogue as <c>docs/boosting.md</c> says: gradient and Hessian by the formulas of their sources
/// (<c>regression_objective.hpp</c>, <c>binary_objective.hpp</c>, <c>xentropy_objective.hpp</c>; <c>regression_loss.h</c> and what followed it).
/// </summary>
public sealed class OwnObjectiveTests
{
    private static readonly float[] Scores = [-2.5f, -1, -0.25f, 0, 0.5f, 1.25f, 3, 6.5f];
    private static readonly float[] Amounts = [0.5f, 2, 1, 0.25f, 3, 1, 20, 8];
    private static readonly float[] Counts = [0, 2, 1, 0, 3, 1, 12, 8];
    private static readonly float[] Residuals = [0.5f, -2, 1, 0.25f, -3, 1.5f, 2.5f, 8];
    private static readonly float[] Binary = [0, 1, 1, 0, 0, 1, 0, 1];
    private static readonly float[] Shares = [0, 0.25f, 1, 0.5f, 0.75f, 1, 0.125f, 1];

    private static readonly (string Name, BoostingObjective Objective, float[] Targets, Func<double, double, double> Gradient, Func<double, double, double> Hessian, double Weight)[] All =
    [
        ("lightgbm regression", new(new HalfSquaredErrorLoss()), Residuals, static (x, y) => x - y, static (_, _) => 1, 1),
        ("lightgbm regression_l1", Constant(new AbsoluteErrorLoss()), Residuals, static (x, y) => Math.Sign(x - y), static (_, _) => 1, 1),
        ("lightgbm huber alpha=0.9", Constant(new HuberLoss(0.9)), Residuals, static (x, y) => Math.Clamp(x - y, -0.9, 0.9), static (_, _) => 1, 1),
        ("lightgbm fair fair_c=2", new(new FairLoss(2)), Residuals, static (x, y) => 2 * (x - y) / (Math.Abs(x - y) + 2), static (x, y) => 4 / Math.Pow(Math.Abs(x - y) + 2, 2), 1),
        ("lightgbm poisson", new(new PoissonNllLoss()) { HessianFactor = MathF.Exp(0.7f) }, Counts, static (x, y) => Math.Exp(x) - y, static (x, _) => Math.Exp(x + 0.7), 1),
        ("lightgbm quantile alpha=0.9", Constant(new QuantileLoss(0.9)), Residuals, static (x, y) => x - y >= 0 ? 0.1 : -0.9, static (_, _) => 1, 1),
        ("lightgbm mape", Constant(new AbsolutePercentageErrorLoss(factor: 1, epsilon: 1)), Residuals, static (x, y) => Math.Sign(x - y) / Math.Max(1, Math.Abs(y)), static (_, _) => 1, 1),
        ("lightgbm gamma", new(new GammaNllLoss()), Amounts, static (x, y) => 1 - (y / Math.Exp(x)), static (x, y) => y / Math.Exp(x), 1),
        ("lightgbm tweedie", new(new TweedieNllLoss()), Counts, static (x, y) => (-y * Math.Exp(-0.5 * x)) + Math.Exp(0.5 * x), static (x, y) => (0.5 * y * Math.Exp(-0.5 * x)) + (0.5 * Math.Exp(0.5 * x)), 1),
        ("lightgbm binary sigmoid=0.7", new(new LogisticMarginLoss(0.7)), Binary, static (x, y) => Response(x, y, 0.7), static (x, y) => Math.Abs(Response(x, y, 0.7)) * (0.7 - Math.Abs(Response(x, y, 0.7))), 1),
        ("lightgbm cross_entropy", new(new BinaryCrossEntropy()), Shares, static (x, y) => Sigmoid(x) - y, static (x, _) => Sigmoid(x) * (1 - Sigmoid(x)), 1),
        ("xgboost reg:squaredlogerror", new(new SquaredLogErrorLoss()) { MinimumHessian = 2e-6f }, Amounts, static (x, y) => (Log1(Held(x)) - Log1(y)) / (Held(x) + 1),
            static (x, y) => Math.Max((-Log1(Held(x)) + Log1(y) + 1) / Math.Pow(Held(x) + 1, 2), 1e-6), 0.5),
        ("xgboost reg:logistic", new(new BinaryCrossEntropy()) { MinimumHessian = 1e-16f }, Shares, static (x, y) => Sigmoid(x) - y, static (x, _) => Math.Max(Sigmoid(x) * (1 - Sigmoid(x)), 1e-16), 1),
        ("xgboost binary:logistic scale_pos_weight=3", new(new WeightedBinaryCrossEntropy(3)) { MinimumHessian = 1e-16f }, Binary, static (x, y) => (1 + (2 * y)) * (Sigmoid(x) - y),
            static (x, y) => (1 + (2 * y)) * Sigmoid(x) * (1 - Sigmoid(x)), 1),
        ("xgboost reg:pseudohubererror huber_slope=2", new(new PseudoHuberLoss(2)), Residuals, static (x, y) => (x - y) / Math.Sqrt(1 + ((x - y) * (x - y) / 4)),
            static (x, y) => Math.Pow(1 + ((x - y) * (x - y) / 4), -1.5), 1),
        ("xgboost reg:absoluteerror", Constant(new AbsoluteErrorLoss()), Residuals, static (x, y) => Math.Sign(x - y), static (_, _) => 1, 1),
        ("xgboost reg:quantileerror", Constant(new QuantileLoss(0.25)), Residuals, static (x, y) => x - y >= 0 ? 0.75 : -0.25, static (_, _) => 1, 1),
        ("xgboost reg:expectileerror", new(new ExpectileLoss(0.25)), Residuals, static (x, y) => (x >= y ? 0.75 : 0.25) * (x - y), static (x, y) => x >= y ? 0.75 : 0.25, 0.5),
        ("xgboost binary:hinge", new(new HingeLoss()) { UsesGradientAsHessian = true, MinimumHessian = 1.1754944e-38f }, Binary, static (x, y) => HingeSlope(x, y), static (x, y) => Math.Abs(HingeSlope(x, y)), 1),
        ("xgboost count:poisson", new(new PoissonNllLoss()) { HessianFactor = MathF.Exp(0.7f) }, Counts, static (x, y) => Math.Exp(x) - y, static (x, _) => Math.Exp(x + 0.7), 1),
    ];

    public static TheoryData<string> Names { get; } = [.. All.Select(static objective => objective.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Objective_IsThatOfTheBooster(string name)
    {
        var expected = All.Single(objective => objective.Name == name);
        float[] scores = name == "xgboost reg:squaredlogerror" ? [.. Scores.Select(static score => (float)Held(score))] : Scores;
        float[] weights = [.. Enumerable.Range(1, scores.Length).Select(i => (float)(expected.Weight * i))];
        float[] gradient = new float[scores.Length];
        float[] hessian = new float[scores.Length];

        if (name.StartsWith("light", StringComparison.Ordinal))
        {
            expected.Objective.FillLightGbm(scores, expected.Targets, gradient, hessian, weights);
        }
        else
        {
            expected.Objective.FillXGBoost(scores, expected.Targets, gradient, hessian, weights);
        }

        for (int i = 0; i < scores.Length; i++)
        {
            AssertClose((i + 1) * expected.Gradient(scores[i], expected.Targets[i]), gradient[i]);
            AssertClose((i + 1) * expected.Hessian(scores[i], expected.Targets[i]), hessian[i]);
        }
    }

    /// <summary>Exposures are a second target, which comes after the first for all samples.</summary>
    [Fact]
    public void CrossEntropyLambda_IsThatOfLightGbm()
    {
        float[] exposures = [0.5f, 1, 2, 0.25f, 3, 1.5f, 1, 0.75f];
        float[] gradient = new float[Scores.Length];
        float[] hessian = new float[Scores.Length];

        new BoostingObjective(new CrossEntropyLambdaLoss()).FillLightGbm(Scores, [.. Shares, .. exposures], gradient, hessian);

        for (int i = 0; i < Scores.Length; i++)
        {
            (double w, double y, double e) = (exposures[i], Shares[i], Math.Exp(Scores[i]));
            double z = 1 - Math.Pow(1 + e, -w);
            double c = 1 / (1 - z);
            AssertClose((1 - (y / z)) * w * e / (1 + e), gradient[i]);
            AssertClose(w * e / ((1 + e) * (1 + e)) * (1 + (y * c / ((c - 1) * (c - 1)) * (1 + (w * e) - c))), hessian[i]);
        }
    }

    /// <summary>One class against the others is the binary objective of each class, whose scores LightGBM has one after the other.</summary>
    [Fact]
    public void MulticlassOva_IsThatOfLightGbm()
    {
        float[] scores = [0.5f, -1, 2, 1, 0, -2];
        float[] isClass = [1, 0, 0, 0, 0, 1];
        float[] gradient = new float[6];
        float[] hessian = new float[6];

        new BoostingObjective(new LogisticMarginLoss(2)).FillLightGbm(scores, isClass, gradient, hessian);

        for (int i = 0; i < 6; i++)
        {
            double response = Response(scores[i], isClass[i], 2);
            AssertClose(response, gradient[i]);
            AssertClose(Math.Abs(response) * (2 - Math.Abs(response)), hessian[i]);
        }
    }

    /// <summary>XGBoost's of 2026 has |p − y|; the numbers are the bits that its test asserts, in single precision.</summary>
    [Fact]
    public void SoftmaxWithGradientAsHessian_IsThatOfXGBoost()
    {
        float[] gradient = new float[6];
        float[] hessian = new float[6];
        float[] expected = [0.12236424f, -0.45498472f, 0.3326205f, -0.66951811f, 0.18006115f, 0.48945694f];

        new BoostingObjective(new SoftmaxCrossEntropy(), outputs: 3) { UsesGradientAsHessian = true, MinimumHessian = 1e-16f }
            .FillXGBoost([1, 0, 2, 2, 0, 1], [1, 0], gradient, hessian, [0.5f, 2]);

        for (int i = 0; i < 6; i++)
        {
            AssertClose(expected[i], gradient[i]);
            AssertClose(Math.Abs(expected[i]), hessian[i]);
        }
    }

    private static BoostingObjective Constant(ILoss<float> loss) => new(loss) { MinimumHessian = 1, MaximumHessian = 1 };

    private static double Held(double score) => Math.Max(score, -0.75);

    private static double Log1(double x) => Math.Log(1 + x);

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    private static double HingeSlope(double score, double label)
    {
        double sign = (2 * label) - 1;
        return sign * score < 1 ? -sign : 0;
    }

    private static double Response(double score, double label, double sigmoid)
    {
        double sign = label > 0 ? 1 : -1;
        return -sign * sigmoid / (1 + Math.Exp(sign * sigmoid * score));
    }

    private static void AssertClose(double expected, float found) => Assert.Equal(expected, found, 2e-6 * Math.Max(1, Math.Abs(expected)));
}
