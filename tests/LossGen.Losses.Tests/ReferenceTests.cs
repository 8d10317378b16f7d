using System.Globalization;
using Xunit;

namespace LossGen.Losses.Tests;

/// <summary>Declared losses against the 20-digit table: value, gradient and Hessian within 1e-12 in double and 2e-6 in float, extremes included.</summary>
public sealed class ReferenceTests
{
    private const double DoubleTolerance = 1e-12;
    private const double SingleTolerance = 2e-6;

    /// <summary>The losses of this project by the table's names and parameters.</summary>
    private static readonly (string Loss, string Parameters, object Subject)[] Subjects =
    [
        ("squared_error", "", new SquaredErrorLoss()),
        ("half_squared_error", "", new HalfSquaredErrorLoss()),
        ("absolute_error", "", new AbsoluteErrorLoss()),
        ("huber", "delta = 0.5", new HuberLoss(0.5)),
        ("huber", "delta = 1", new HuberLoss(1)),
        ("huber", "delta = 2", new HuberLoss(2)),
        ("smooth_l1", "beta = 0.5", new SmoothL1Loss(0.5)),
        ("smooth_l1", "beta = 1", new SmoothL1Loss(1)),
        ("smooth_l1", "beta = 2", new SmoothL1Loss(2)),
        ("log_cosh", "", new LogarithmOfCoshLoss()),
        ("quantile", "tau = 0.1", new QuantileLoss(0.1)),
        ("quantile", "tau = 0.5", new QuantileLoss(0.5)),
        ("quantile", "tau = 0.9", new QuantileLoss(0.9)),
        ("expectile", "alpha = 0.2", new ExpectileLoss(0.2)),
        ("expectile", "alpha = 0.8", new ExpectileLoss(0.8)),
        ("charbonnier", "epsilon = 0.001", new CharbonnierLoss(0.001)),
        ("charbonnier", "epsilon = 0.1", new CharbonnierLoss(0.1)),
        ("charbonnier", "epsilon = 1", new CharbonnierLoss(1)),
        ("pseudo_huber", "delta = 0.001", new PseudoHuberLoss(0.001)),
        ("pseudo_huber", "delta = 0.1", new PseudoHuberLoss(0.1)),
        ("pseudo_huber", "delta = 1", new PseudoHuberLoss(1)),
        ("geman_mcclure", "c = 1", new GemanMcClureLoss()),
        ("welsch", "c = 1", new WelschLoss()),
        ("wing", "w = 10, epsilon = 2", new WingLoss(10, 2)),
        ("epsilon_insensitive", "epsilon = 0.5", new EpsilonInsensitiveLoss(0.5)),
        ("squared_epsilon_insensitive", "epsilon = 0.5", new SquaredEpsilonInsensitiveLoss(0.5)),
        ("squared_log_error", "", new SquaredLogErrorLoss()),
        ("mape_unit", "", new MapeUnitLoss()),
        ("laplace_nll", "scale = 1.5", new LaplaceNllLoss(1.5)),
        ("student_t_nll", "nu = 4, scale = 1", new StudentTNllLoss(4, 1)),
        ("contrastive_distance", "margin = 1", new ContrastiveDistanceLoss(1)),
        ("bce_with_logits", "", new BceWithLogits()),
        ("bce_with_logits_pos_weight", "pos_weight = 2.5", new BceWithLogitsPosWeight(2.5)),
        ("bce_with_logits_label_smoothing", "label_smoothing = 0.125", new BceWithLogitsLabelSmoothing(0.125)),
        ("bce_probs", "", new BceProbs()),
        ("focal_logits", "gamma = 0", new UnweightedFocalLogits(0)),
        ("focal_logits", "gamma = 1", new UnweightedFocalLogits(1)),
        ("focal_logits", "gamma = 2", new UnweightedFocalLogits(2)),
        ("focal_logits", "gamma = 5", new UnweightedFocalLogits(5)),
        ("focal_logits", "gamma = 2, alpha = 0.25", new FocalLogits(2, 0.25)),
        ("hinge", "", new Hinge()),
        ("squared_hinge", "", new SquaredHinge()),
        ("modified_huber", "", new ModifiedHuber()),
        ("exponential", "", new Exponential()),
        ("logistic_margin", "", new LogisticMargin()),
        ("perceptron", "", new Perceptron()),
        ("poisson_nll_log", "full = false", new PoissonNllLog()),
        ("poisson_nll_identity", "epsilon = 0", new PoissonNllIdentity()),
        ("gamma_nll_log", "", new GammaNllLog()),
        ("tweedie_log", "p = 1.5", new TweedieLog(1.5)),
        ("gaussian_nll_mean", "full = false", new GaussianNllMean()),
        ("gaussian_nll_variance", "full = false", new GaussianNllVariance()),
        ("kl_pointwise_log_input", "", new KlPointwiseLogInput()),
        ("softmax_cross_entropy", "label_smoothing = 0, target = class index", new SoftmaxCrossEntropy()),
        ("softmax_cross_entropy", "label_smoothing = 0.1, target = class index", new SmoothedSoftmaxCrossEntropy(0.1)),
        ("softmax_cross_entropy", "label_smoothing = 0, target = probabilities", new SoftmaxCrossEntropyOfProbabilities()),
        ("total_kl_probs", "", new TotalKlProbs()),
        ("triplet_margin_squared", "margin = 0.2", new TripletMarginSquared(0.2)),
        ("contrastive_pair", "margin = 1", new ContrastivePair(1)),
        ("barron_general_robust", "alpha = -2, c = 1", new BarronLoss(-2, 1)),
        ("barron_general_robust", "alpha = -2, c = 0.5", new BarronLoss(-2, 0.5)),
        ("barron_general_robust", "alpha = 0, c = 1", new BarronLoss(0, 1)),
        ("barron_general_robust", "alpha = 0, c = 0.5", new BarronLoss(0, 0.5)),
        ("barron_general_robust", "alpha = 1, c = 0.5", new BarronLoss(1, 0.5)),
        ("barron_general_robust", "alpha = 2, c = 1", new BarronLoss(2, 1)),
        ("barron_general_robust", "alpha = 2, c = 0.5", new BarronLoss(2, 0.5)),
        ("barron_general_robust", "alpha = -inf, c = 1", new BarronLoss(double.NegativeInfinity, 1)),
        ("barron_general_robust", "alpha = -inf, c = 0.5", new BarronLoss(double.NegativeInfinity, 0.5)),
        ("barron_general_robust", "alpha = 1.5, c = 1", new BarronLoss(1.5, 1)),
        ("barron_general_robust", "alpha = 1.5, c = 0.5", new BarronLoss(1.5, 0.5)),
        ("barron_general_robust", "alpha = -0.5, c = 1", new BarronLoss(-0.5, 1)),
        ("barron_general_robust", "alpha = -0.5, c = 0.5", new BarronLoss(-0.5, 0.5)),
        ("tukey_biweight", "c = 4.685", new TukeyBiweightLoss(4.685)),
        ("focal_logits", "gamma = 0, alpha = 0.25", new FocalLogits(0, 0.25)),
        ("focal_logits", "gamma = 1, alpha = 0.25", new FocalLogits(1, 0.25)),
        ("focal_logits", "gamma = 5, alpha = 0.25", new FocalLogits(5, 0.25)),
        ("smoothed_hinge", "gamma = 1", new SmoothedHinge(1)),
        ("poisson_nll_log", "full = true", new FullPoissonNllLog()),
        ("gaussian_nll_mean", "full = true", new FullGaussianNllMean()),
        ("gaussian_nll_variance", "full = true", new FullGaussianNllVariance()),
        ("softmax_cross_entropy", "label_smoothing = 0.1, target = probabilities", new SmoothedSoftmaxCrossEntropyOfProbabilities(0.1)),
        ("softmax_focal", "gamma = 2", new SoftmaxFocal(2)),
        ("poly1_cross_entropy", "epsilon = 1", new Poly1CrossEntropy(1)),
        ("generalized_cross_entropy", "q = 0.7", new GeneralizedCrossEntropy(0.7)),
        ("kl_softmax", "", new KlSoftmax()),
        ("jensen_shannon", "", new JensenShannon()),
        ("hellinger_squared", "", new HellingerSquared()),
        ("triplet_margin", "margin = 1, p = 2, eps = 0", new TripletMargin(1)),
        ("infonce_similarity_row", "temperature = 1", new InfoNce(1)),
        ("infonce_similarity_row", "temperature = 0.5", new InfoNce(0.5)),
        ("infonce_similarity_row", "temperature = 0.07", new InfoNce(0.07)),
        ("dice", "smooth = 1", new DiceLoss(1)),
        ("dice", "smooth = 1e-5", new DiceLoss(1e-5)),
        ("dice_squared_denominator", "smooth = 1", new DiceOfSquaresLoss(1)),
        ("jaccard", "smooth = 1", new JaccardLoss(1)),
        ("tversky", "alpha = 0.3, beta = 0.7, smooth = 1", new TverskyLoss(0.3, 0.7, 1)),
        ("tversky", "alpha = 0.3, beta = 0.7, smooth = 1e-5", new TverskyLoss(0.3, 0.7, 1e-5)),
        ("focal_tversky", "alpha = 0.3, beta = 0.7, gamma = 0.75, smooth = 1", new FocalTverskyLoss(0.3, 0.7, 0.75, 1)),
        ("focal_tversky", "alpha = 0.3, beta = 0.7, gamma = 2, smooth = 1", new FocalTverskyLoss(0.3, 0.7, 2, 1)),
        ("evidential_nig_regularizer", "", new EvidentialNigRegularizerLoss()),
        ("evidential_dirichlet_mse", "", new EvidentialDirichletMseLoss()),
        ("focal_probs", "gamma = 0", new FocalProbs(0)),
        ("focal_probs", "gamma = 0, alpha = 0.25", new WeightedFocalProbs(0, 0.25)),
        ("focal_logits", "gamma = 0.5, alpha = 0.25", new FocalLogits(0.5, 0.25)),
        ("focal_probs", "gamma = 1", new FocalProbs(1)),
        ("focal_probs", "gamma = 1, alpha = 0.25", new WeightedFocalProbs(1, 0.25)),
        ("focal_probs", "gamma = 2", new FocalProbs(2)),
        ("focal_probs", "gamma = 2, alpha = 0.25", new WeightedFocalProbs(2, 0.25)),
        ("focal_probs", "gamma = 5", new FocalProbs(5)),
        ("focal_probs", "gamma = 5, alpha = 0.25", new WeightedFocalProbs(5, 0.25)),
        ("focal_logits", "gamma = 0.5", new UnweightedFocalLogits(0.5)),
        ("tweedie_log", "p = 1.1", new TweedieLog(1.1)),
        ("tweedie_log", "p = 1.9", new TweedieLog(1.9)),
        ("negative_binomial_log", "alpha = 0.5", new NegativeBinomialLog(0.5)),
        ("gaussian_nll_logvar", "full = false", new GaussianNllLogVariance()),
        ("gaussian_nll_logvar", "full = true", new FullGaussianNllLogVariance()),
        ("kl_pointwise_probs", "", new KlPointwiseProbs()),
        ("cosine_embedding", "margin = 0", new CosineEmbedding(0)),
        ("cosine_embedding", "margin = 0.5", new CosineEmbedding(0.5)),
        ("evidential_nig_nll", "", new EvidentialNigNllLoss()),
    ];

    /// <summary>
    /// Derivatives that are differences of like quantities and pass through 0 between the columns. There an error counts relative to the largest
    /// derivative of the sample.
    /// </summary>
    private static readonly string[] Crossing = ["cosine_embedding", "evidential_nig_nll", "focal_tversky", "jaccard", "triplet_margin"];

    /// <summary>Those that come near 0 by rounding in float only.</summary>
    private static readonly string[] CrossingInFloat = ["evidential_dirichlet_mse", "kl_softmax", "softmax_focal"];

    /// <summary>Gradients eˣ − y: next to the minimum an error counts as one of x would.</summary>
    private static readonly string[] Rates = ["negative_binomial_log", "tweedie_log"];

    /// <summary>Their gradients are differences of unit vectors, and of values of log Γ: what float leaves of these is no better, whatever the form.</summary>
    private static readonly string[] DoubleOnly = ["cosine_embedding", "evidential_nig_nll"];

    public static TheoryData<string, string> Cases
    {
        get
        {
            TheoryData<string, string> cases = [];
            foreach ((string loss, string parameters, _) in Subjects)
            {
                cases.Add(loss, parameters);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Loss_InDouble_AgreesWithTheTable(string loss, string parameters) =>
        AssertNone(Deviations<double>(loss, parameters, static _ => true, DoubleTolerance, 2.2250738585072014e-308, double.MaxValue));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Loss_InFloat_AgreesWithTheTable(string loss, string parameters) =>
        AssertNone(Deviations<float>(loss, parameters, point => point.Has("f32_exact") && !DoubleOnly.Contains(loss), SingleTolerance, 1.17549435e-38, float.MaxValue));

    [Fact]
    public void Declarations_CoverMoreThanSixtyLossesOfTheTable() => Assert.True(Subjects.Select(static subject => subject.Loss).Distinct().Count() >= 60);

    private static void AssertNone(List<string> deviations) => Assert.True(deviations.Count == 0, string.Join('\n', deviations));

    private static List<string> Deviations<T>(string loss, string parameters, Func<ReferencePoint, bool> isUsable, double tolerance, double smallest, double largest)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        ILoss<T> subject = (ILoss<T>)Subjects.Single(candidate => candidate.Loss == loss && candidate.Parameters == parameters).Subject;
        IReadOnlyList<ReferencePoint> points = ReferenceTable.Points(loss, parameters);
        Assert.NotEmpty(points);
        List<string> deviations = [];
        foreach (ReferencePoint point in points.Where(isUsable).Where(point => !point.HasSubnormalInput(smallest)))
        {
            Evaluated actual = Evaluated.At(subject, point);
            Compare("value", [point.Value], [actual.Value], 0);
            double mostCurved = Largest(second: true);
            double steepest = Rates.Contains(loss) ? mostCurved : Largest(second: false);
            for (int prediction = 0; prediction < actual.Gradients.Length; prediction++)
            {
                string name = subject.Signature.Predictions[prediction].Name;
                Compare($"gradient by {name}", point.Derivative(name, second: false), actual.Gradients[prediction], steepest);
                Compare($"Hessian by {name}", point.Derivative(name, second: true), actual.Hessians[prediction], mostCurved);
            }

            double Largest(bool second) => (Crossing.Contains(loss) || (second && Rates.Contains(loss)) || (typeof(T) == typeof(float) && CrossingInFloat.Contains(loss)))
                ? subject.Signature.Predictions.SelectMany(input => point.Derivative(input.Name, second) ?? []).Select(Math.Abs).DefaultIfEmpty(0).Max()
                : 0;

            void Compare(string what, double[]? expected, double[] found, double scale)
            {
                // A kink's convention is the table's where it states one for the loss, and LossGen's own rule otherwise.
                if (expected is null || (point.Has("kink") && what != "value"))
                {
                    return;
                }

                for (int column = 0; column < expected.Length; column++)
                {
                    if (!IsClose(expected[column], found[column], scale))
                    {
                        deviations.Add(string.Create(CultureInfo.InvariantCulture, $"{what}[{column}] is {found[column]:R}, not {expected[column]:R}, at {point.Json}"));
                    }
                }
            }
        }

        return deviations;

        // Outside of the type's normal range a number may be infinite, subnormal or 0.
        bool IsClose(double expected, double found, double scale) =>
            Math.Abs(expected) > largest ? Math.Abs(found) >= largest && Math.Sign(found) == Math.Sign(expected)
            : Math.Abs(expected) < smallest && scale < smallest ? Math.Abs(found) <= 4 * smallest
            : Math.Abs(found - expected) <= tolerance * Math.Max(Math.Abs(expected), scale);
    }
}
