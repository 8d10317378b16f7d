namespace LossGen.Losses.Tests;

/// <summary>Likelihoods by the table's names and parameters.</summary>
internal static class LikelihoodSubjects
{
    public static ReferenceSubject[] All { get; } =
    [
        new("laplace_nll", "scale = 1.5", new LaplaceNllLoss(1.5)),
        new("student_t_nll", "nu = 4, scale = 1", new StudentTNllLoss(4, 1)),
        new("poisson_nll_log", "full = false", new PoissonNllLoss()),
        new("poisson_nll_identity", "epsilon = 0", new PoissonRateNllLoss(epsilon: 0)),
        new("gamma_nll_log", "", new GammaNllLoss()),
        new("gamma_deviance_half", "", new HalfGammaDevianceLoss()),
        new("inverse_gaussian_deviance_half", "", new HalfInverseGaussianDevianceLoss()),
        new("tweedie_deviance_half", "p = 1.5", new HalfTweedieDevianceLoss(1.5)),
        new("tweedie_deviance_half", "p = 1.1", new HalfTweedieDevianceLoss(1.1)),
        new("tweedie_deviance_half", "p = 1.9", new HalfTweedieDevianceLoss(1.9)),
        new("tweedie_log", "p = 1.5", new TweedieNllLoss(1.5)),
        new("gaussian_nll_mean", "full = false", new GaussianNllLoss()),
        new("gaussian_nll_variance", "full = false", new GaussianNllLoss()),
        new("poisson_nll_log", "full = true", new PoissonNllLoss(full: true)),
        new("gaussian_nll_mean", "full = true", new GaussianNllLoss(full: true)),
        new("gaussian_nll_variance", "full = true", new GaussianNllLoss(full: true)),
        new("tweedie_log", "p = 1.1", new TweedieNllLoss(1.1)),
        new("tweedie_log", "p = 1.9", new TweedieNllLoss(1.9)),
        new("negative_binomial_log", "alpha = 0.5", new NegativeBinomialNllLoss(0.5)),
        new("negative_binomial_log", "alpha = 0.1", new NegativeBinomialNllLoss(0.1)),
        new("negative_binomial_log", "alpha = 10", new NegativeBinomialNllLoss(10)),
        new("gaussian_nll_logvar", "full = false", new GaussianLogVarianceNllLoss()),
        new("gaussian_nll_logvar", "full = true", new GaussianLogVarianceNllLoss(full: true)),
    ];
}
