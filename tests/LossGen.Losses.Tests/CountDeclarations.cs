namespace LossGen.Losses.Tests;

[Loss("(log_rate, target) => Exp(log_rate) - target * log_rate")]
public sealed partial class PoissonNllLog;

[Loss("(prediction, target) => prediction - XLogY(target, prediction)")]
public sealed partial class PoissonNllIdentity;

[Loss("(log_mean, target) => log_mean + target * Exp(-log_mean)")]
public sealed partial class GammaNllLog;

[Loss("(log_mean, target) => Exp((2 - p) * log_mean) / (2 - p) - (target > 0 ? target * Exp((1 - p) * log_mean) / (1 - p) : 0)")]
public sealed partial class TweedieLog(double p);

[Loss("(mean, target, variance) => 0.5 * (Log(variance) + Square(mean - target) / variance)")]
public sealed partial class GaussianNllMean;

[Loss("(variance, mean, target) => 0.5 * (Log(variance) + Square(mean - target) / variance)")]
public sealed partial class GaussianNllVariance;

[Loss("([Range(-1e4, 0)] log_probability, target) => XLogY(target, target) - target * log_probability")]
public sealed partial class KlPointwiseLogInput;

[Loss("(log_rate, target) => Exp(log_rate) - target * log_rate + (target > 1 ? target * Log(target) - target + 0.5 * Log(2 * Math.PI * target) : 0)")]
public sealed partial class FullPoissonNllLog;

[Loss("(log_mean, target) => (target + 1 / alpha) * Log(Exp(log_mean) + 1 / alpha) - target * log_mean")]
public sealed partial class NegativeBinomialLog(double alpha);

[Loss("(mean, target, variance) => 0.5 * (Log(variance) + Square(mean - target) / variance) + 0.5 * Log(2 * Math.PI)")]
public sealed partial class FullGaussianNllMean;

[Loss("(variance, mean, target) => 0.5 * (Log(variance) + Square(mean - target) / variance) + 0.5 * Log(2 * Math.PI)")]
public sealed partial class FullGaussianNllVariance;

// Where the mean is the target exactly, the likelihood of a Gaussian has no bound.
#pragma warning disable LG2003
[Loss("(log_variance, mean, target) => 0.5 * (log_variance + Square(mean - target) * Exp(-log_variance))")]
public sealed partial class GaussianNllLogVariance;

[Loss("(log_variance, mean, target) => 0.5 * (log_variance + Square(mean - target) * Exp(-log_variance)) + 0.5 * Log(2 * Math.PI)")]
public sealed partial class FullGaussianNllLogVariance;
#pragma warning restore LG2003

[Loss("(probability, target) => XLogY(target, target) - XLogY(target, probability)")]
public sealed partial class KlPointwiseProbs;
