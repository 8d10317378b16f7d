namespace LossGen.Losses.Tests;

/// <summary>Likelihoods by the table's names and parameters.</summary>
internal static class LikelihoodSubjects
{
    public static ReferenceSubject[] All { get; } =
    [
        new("laplace_nll", "scale = 1.5", new LaplaceNllLoss(1.5)),
        new("student_t_nll", "nu = 4, scale = 1", new StudentTNllLoss(4, 1)),
        new("poisson_nll_log", "full = false", new PoissonNllLog()),
        new("poisson_nll_identity", "epsilon = 0", new PoissonNllIdentity()),
        new("gamma_nll_log", "", new GammaNllLog()),
        new("tweedie_log", "p = 1.5", new TweedieLog(1.5)),
        new("gaussian_nll_mean", "full = false", new GaussianNllMean()),
        new("gaussian_nll_variance", "full = false", new GaussianNllVariance()),
        new("poisson_nll_log", "full = true", new FullPoissonNllLog()),
        new("gaussian_nll_mean", "full = true", new FullGaussianNllMean()),
        new("gaussian_nll_variance", "full = true", new FullGaussianNllVariance()),
        new("tweedie_log", "p = 1.1", new TweedieLog(1.1)),
        new("tweedie_log", "p = 1.9", new TweedieLog(1.9)),
        new("negative_binomial_log", "alpha = 0.5", new NegativeBinomialLog(0.5)),
        new("gaussian_nll_logvar", "full = false", new GaussianNllLogVariance()),
        new("gaussian_nll_logvar", "full = true", new FullGaussianNllLogVariance()),
    ];
}
