"""Writes peers.tsv: losses of other libraries, computed by them where they are installed and by their definitions elsewhere.

Usage: make_peers.py > peers.tsv        (PyTorch 1.13, scikit-learn 1.2, SciPy 1.10, mpmath 1.2)

A line "> Class option=value ...", with the peer's own expression behind a '#', opens a loss of the catalogue. Each line below it is a sample:
inputs in declaration order | value | derivatives by the predictions. '-' is a number that the peer does not define as the catalogue does.
Derivatives are those of the peer: its autograd or its own gradient; of definitions, mpmath's differentiation at 200 digits.
"""
import mpmath as mp
import numpy as np
import torch
import torch.nn.functional as F
from sklearn._loss import loss as sk
from sklearn.linear_model import _sgd_fast as sgd
from sklearn.metrics import mean_tweedie_deviance

mp.mp.dps = 200
NUMBERS = [(0.3, 1.7), (-1.25, 2.0), (4.0, 0.5), (-3.0, -2.75), (1e-3, 0.0), (120.0, -7.5), (2.5, 2.625)]
POSITIVE = [(0.3, 1.7), (1.25, 2.0), (4.0, 0.5), (0.01, 3.0), (120.0, 7.5), (2.5, 0.0)]
LOGITS = [0.0, 0.5, -1.5, 4.0, -9.0, 37.0, -100.0, 750.0, -1000.0, 1e20, -1e20]
MARGINS = [(f, y) for f in (0.25, -0.5, 1.75, -3.0, 12.0, -40.0) for y in (-1.0, 1.0)]


def write(head, peer, rows):
    print(f"> {head} # {peer}")
    for inputs, value, slopes in rows:
        print("\t".join([" ".join(map(text, part)) for part in (inputs, [value], slopes)]))


def text(number):
    return "-" if number is None else repr(float(number))


def by_torch(head, peer, function, samples, predictions=1):
    def row(sample):
        inputs = [torch.tensor(x, dtype=torch.float64, requires_grad=i < predictions) for i, x in enumerate(sample)]
        value = function(*inputs)
        return sample, value.item(), [g.item() for g in torch.autograd.grad(value, inputs[:predictions])]
    write(head, peer, map(row, samples))


def by_definition(head, peer, function, samples, predictions=1):
    def row(sample):
        exact = [mp.mpf(x) for x in sample]
        slopes = [mp.diff(function, tuple(exact), tuple(int(i == j) for j in range(len(exact)))) for i in range(predictions)]
        return sample, function(*exact), slopes
    write(head, peer, map(row, samples))


def by_sklearn(head, loss, samples):
    def row(sample):
        y, raw = np.array([sample[1]]), np.array([sample[0]])
        return sample, loss.loss(y, raw)[0], [loss.gradient(y, raw)[0]]
    write(head, f"sklearn._loss.{type(loss).__name__}", map(row, samples))


def by_sgd(head, name, loss, samples):
    write(head, f"sklearn SGD {name}", ((s, loss.py_loss(*s), [loss.py_dloss(*s)]) for s in samples))


def torch_losses():
    none = dict(reduction="none")
    by_torch("SquaredErrorLoss", "F.mse_loss", lambda p, y: F.mse_loss(p, y, **none), NUMBERS)
    by_torch("AbsoluteErrorLoss", "F.l1_loss", lambda p, y: F.l1_loss(p, y, **none), NUMBERS)
    for delta in (0.5, 1.0, 2.5):
        by_torch(f"HuberLoss delta={delta}", "F.huber_loss", lambda p, y: F.huber_loss(p, y, delta=delta, **none), NUMBERS)
    for beta in (0.0, 0.5, 1.0):
        by_torch(f"SmoothL1Loss beta={beta}", "F.smooth_l1_loss", lambda p, y: F.smooth_l1_loss(p, y, beta=beta, **none), NUMBERS)
    counts = [(x, y) for x in (0.0, -2.0, 3.5, 20.0) for y in (0.0, 1.0, 2.5, 40.0)]
    for full in (False, True):
        by_torch(f"PoissonNllLoss full={full}", "F.poisson_nll_loss(log_input=True)",
                 lambda x, y: F.poisson_nll_loss(x, y, full=full, **none), counts)
        by_torch(f"PoissonRateNllLoss full={full}", "F.poisson_nll_loss(log_input=False)",
                 lambda p, y: F.poisson_nll_loss(p, y, log_input=False, full=full, **none), POSITIVE + [(0.0, 2.0), (0.0, 0.0)])
        spread = [(0.5, 2.0, -1.0), (3.0, 0.01, 3.5), (1.0, 1e-9, 1.0), (1.0, 0.0, 1.25), (0.0, 100.0, 5.0)]
        by_torch(f"GaussianNllLoss full={full}", "F.gaussian_nll_loss",
                 lambda m, v, y: F.gaussian_nll_loss(m.reshape(1), y.reshape(1), v.reshape(1), full=full, **none)[0], spread, 2)
    labels = [(x, y) for x in LOGITS for y in (0.0, 1.0, 0.3)]
    by_torch("BinaryCrossEntropy", "F.binary_cross_entropy_with_logits", lambda x, y: F.binary_cross_entropy_with_logits(x, y, **none), labels)
    by_torch("WeightedBinaryCrossEntropy positiveWeight=3.5", "F.binary_cross_entropy_with_logits(pos_weight=3.5)",
             lambda x, y: F.binary_cross_entropy_with_logits(x, y, pos_weight=torch.tensor(3.5, dtype=torch.float64), **none), labels)
    by_torch("WeightedBinaryCrossEntropy smoothing=0.2", "F.binary_cross_entropy_with_logits(y*0.8 + 0.1): Keras, Optax",
             lambda x, y: F.binary_cross_entropy_with_logits(x, y * 0.8 + 0.1, **none), labels)
    inner = [(p, y) for p in (1e-6, 0.2, 0.5, 0.99) for y in (0.0, 1.0, 0.3)]
    by_torch("ClampedBinaryCrossEntropy", "F.binary_cross_entropy", lambda p, y: F.binary_cross_entropy(p, y, **none), inner)
    by_torch("BinaryCrossEntropyOfProbabilities", "F.binary_cross_entropy", lambda p, y: F.binary_cross_entropy(p, y, **none), inner)
    ends = [(p, y) for p in (0.0, 1.0) for y in (0.0, 1.0, 0.3)]
    write("ClampedBinaryCrossEntropy", "F.binary_cross_entropy at certainties",
          ((s, F.binary_cross_entropy(*(torch.tensor(x, dtype=torch.float64) for x in s)).item(), [None]) for s in ends))
    by_torch("HingeEmbeddingLoss margin=1.5", "F.hinge_embedding_loss", lambda d, y: F.hinge_embedding_loss(d, y, margin=1.5, **none), MARGINS)
    pairs = [(a, b, y) for a, b in NUMBERS for y in (-1.0, 1.0)]
    by_torch("MarginRankingLoss margin=0.5", "F.margin_ranking_loss", lambda a, b, y: F.margin_ranking_loss(a, b, y, margin=0.5, **none), pairs, 2)
    by_torch("LogisticMarginLoss", "F.soft_margin_loss", lambda f, y: F.soft_margin_loss(f, y, **none), MARGINS)
    for df, scale in ((4.0, 1.0), (1.5, 0.3), (30.0, 2.0)):
        by_torch(f"StudentTNllLoss degreesOfFreedom={df} scale={scale}", "-torch.distributions.StudentT.log_prob",
                 lambda p, y: -torch.distributions.StudentT(torch.tensor(df, dtype=torch.float64), p, scale).log_prob(y), NUMBERS)
    by_torch("LaplaceNllLoss scale=1.5", "-torch.distributions.Laplace.log_prob", lambda p, y: -torch.distributions.Laplace(p, 1.5).log_prob(y), NUMBERS)
    by_torch("LaplaceLogScaleNllLoss", "-torch.distributions.Laplace.log_prob",
             lambda p, s, y: -torch.distributions.Laplace(p, torch.exp(s)).log_prob(y), [(0.5, 1.0, 2.0), (3.0, -2.0, 2.5), (-1.0, 4.0, 8.0)], 2)
    by_torch("GaussianLogVarianceNllLoss full=True", "-torch.distributions.Normal.log_prob",
             lambda m, s, y: -torch.distributions.Normal(m, torch.exp(s / 2)).log_prob(y), [(0.5, 1.0, 2.0), (3.0, -2.0, 2.5), (-1.0, 4.0, 8.0)], 2)


def focal(x, y, gamma, alpha):
    p = torch.sigmoid(x)
    entropy = F.binary_cross_entropy_with_logits(x, y, reduction="none")
    loss = entropy * (1 - (p * y + (1 - p) * (1 - y))) ** gamma
    return loss if alpha is None else (alpha * y + (1 - alpha) * (1 - y)) * loss


def focal_losses():
    hard = [(x, y) for x in (0.0, 0.5, -1.5, 4.0, -9.0, 20.0) for y in (0.0, 1.0)]
    soft = [(x, 0.3) for x in (0.0, 0.5, -1.5, 4.0, -9.0)]
    for gamma in (0.5, 2.0, 3.7):
        by_torch(f"BinaryFocal gamma={gamma} alpha=0.25", "torchvision.ops.sigmoid_focal_loss(alpha=0.25)", lambda x, y: focal(x, y, gamma, 0.25), hard)
        by_torch(f"WeightedBinaryFocal gamma={gamma}", "optax.sigmoid_focal_loss(alpha=None)", lambda x, y: focal(x, y, gamma, None), hard)
        by_torch(f"SoftBinaryFocal gamma={gamma}", "optax.sigmoid_focal_loss(alpha=None), soft labels", lambda x, y: focal(x, y, gamma, None), hard + soft)
        by_torch(f"SoftBinaryFocal gamma={gamma} positiveWeight=0.25 negativeWeight=0.75 smoothing=0.1",
                 "keras.losses.BinaryFocalCrossentropy(from_logits=True, apply_class_balancing=True, label_smoothing=0.1)",
                 lambda x, y: focal(x, y * 0.9 + 0.05, gamma, 0.25), hard)


def sklearn_losses():
    by_sklearn("HalfSquaredErrorLoss", sk.HalfSquaredError(), NUMBERS)
    for quantile in (0.1, 0.5, 0.8):
        by_sklearn(f"QuantileLoss tau={quantile}", sk.PinballLoss(quantile=quantile), NUMBERS)
    logs = [(x, y) for x in (0.0, -2.0, 3.5, 20.0) for y in (0.25, 1.0, 40.0)]
    by_sklearn("PoissonNllLoss", sk.HalfPoissonLoss(), logs)
    by_sklearn("GammaNllLoss", sk.HalfGammaLoss(), logs)
    for power in (1.0, 1.2, 1.5, 1.9, 2.0):
        by_sklearn(f"TweedieNllLoss power={power}", sk.HalfTweedieLoss(power=power), logs)
    by_sklearn("BinaryCrossEntropy", sk.HalfBinomialLoss(), [(x, y) for x in LOGITS if abs(x) < 1e3 for y in (0.0, 1.0, 0.3)])
    means = [(0.5, 2.0), (3.0, 1.0), (10.0, 0.1), (0.25, 7.0)]
    for power in (0.0, 1.0, 1.5, 2.0):
        by_sklearn(f"HalfTweedieDevianceLoss power={power}", sk.HalfTweedieLossIdentity(power=power), means)
    for head, power in (("HalfPoissonDevianceLoss", 1), ("HalfGammaDevianceLoss", 2), ("HalfInverseGaussianDevianceLoss", 3)):
        write(head, f"sklearn.metrics.mean_tweedie_deviance(power={power}) / 2", ((s, mean_tweedie_deviance([s[1]], [s[0]], power=power) / 2, [None]) for s in means))
    by_sgd("HingeLoss", "hinge", sgd.Hinge(1.0), MARGINS)
    by_sgd("PerceptronLoss", "perceptron", sgd.Hinge(0.0), MARGINS)
    by_sgd("SquaredHingeLoss", "squared_hinge", sgd.SquaredHinge(1.0), MARGINS)
    by_sgd("ModifiedHuberLoss", "modified_huber", sgd.ModifiedHuber(), MARGINS)
    by_sgd("LogisticMarginLoss", "log_loss", sgd.Log(), [s for s in MARGINS if abs(s[0]) < 18])
    by_sgd("HuberLoss delta=0.1", "huber", sgd.Huber(0.1), NUMBERS)
    by_sgd("EpsilonInsensitiveLoss epsilon=0.1", "epsilon_insensitive", sgd.EpsilonInsensitive(0.1), NUMBERS)
    by_sgd("SquaredEpsilonInsensitiveLoss epsilon=0.1", "squared_epsilon_insensitive", sgd.SquaredEpsilonInsensitive(0.1), NUMBERS)


def definitions():
    margin = lambda f, y: f * y
    wide = NUMBERS + [(-1e4, 0.0), (1e-7, 0.0)]
    by_definition("LogCoshLoss", "keras LogCosh", lambda p, y: mp.log(mp.cosh(p - y)), wide)
    by_definition("LpLoss exponent=2.5", "LossFunctions.jl LPDistLoss(2.5)", lambda p, y: abs(p - y) ** mp.mpf(2.5), NUMBERS)
    for tau in (0.25, 0.8):
        by_definition(f"ExpectileLoss tau={tau}", "XGBoost reg:expectileerror, doubled", lambda p, y: (1 - mp.mpf(tau) if p >= y else mp.mpf(tau)) * (p - y) ** 2, NUMBERS)
    by_definition("LinexLoss slope=0.5", "Zellner 1986", lambda p, y: mp.exp((p - y) / 2) - (p - y) / 2 - 1, [s for s in NUMBERS if abs(s[0]) < 50])
    for delta in (1.0, 2.5):
        by_definition(f"PseudoHuberLoss delta={delta}", "XGBoost reg:pseudohubererror(huber_slope)", lambda p, y: delta**2 * (mp.sqrt(1 + ((p - y) / delta) ** 2) - 1), wide)
    by_definition("CauchyLoss scale=1.4142135623730951", "kornia cauchy_loss", lambda p, y: mp.log(1 + (p - y) ** 2 / 2), NUMBERS)
    by_definition("GemanMcClureLoss", "kornia geman_mcclure_loss", lambda p, y: 2 * (p - y) ** 2 / ((p - y) ** 2 + 4), NUMBERS)
    by_definition("WelschLoss", "kornia welsch_loss", lambda p, y: 1 - mp.exp(-(p - y) ** 2 / 2), NUMBERS)
    for c in (1.0, 2.5):
        by_definition(f"FairLoss scale={c}", "LightGBM fair(fair_c)", lambda p, y: c**2 * (abs(p - y) / c - mp.log(1 + abs(p - y) / c)), NUMBERS)
    by_definition("LogitDistanceLoss", "LossFunctions.jl LogitDistLoss", lambda p, y: -mp.log(4 * mp.exp(y - p) / (1 + mp.exp(y - p)) ** 2), wide)
    by_definition("PeriodicLoss period=3", "LossFunctions.jl PeriodicLoss(3)", lambda p, y: 1 - mp.cos(2 * mp.pi * (p - y) / 3), NUMBERS)
    by_definition("AbsolutePercentageErrorLoss", "keras MeanAbsolutePercentageError", lambda p, y: 100 * abs(p - y) / max(abs(y), mp.mpf(1e-7)), NUMBERS)
    by_definition("AbsolutePercentageErrorLoss factor=1 epsilon=1", "LightGBM mape", lambda p, y: abs(p - y) / max(abs(y), 1), NUMBERS)
    by_definition("SymmetricAbsolutePercentageErrorLoss", "M4 competition", lambda p, y: 200 * abs(p - y) / (abs(p) + abs(y)), [s for s in NUMBERS if s[0] * s[1] >= 0])
    by_definition("SymmetricAbsolutePercentageErrorLoss factor=2", "M4 competition, as a fraction", lambda p, y: 2 * abs(p - y) / (abs(p) + abs(y)), NUMBERS)
    by_definition("SquaredLogErrorLoss", "XGBoost reg:squaredlogerror, doubled", lambda p, y: (mp.log(1 + p) - mp.log(1 + y)) ** 2, POSITIVE)
    raised = lambda x: max(x, mp.mpf(1e-7))
    by_definition("SquaredLogErrorLoss floor=1e-7", "keras MeanSquaredLogarithmicError", lambda p, y: (mp.log(1 + raised(p)) - mp.log(1 + raised(y))) ** 2,
                  POSITIVE + [(-2.0, 3.0), (2.0, -3.0)])
    clip = lambda p: min(max(p, mp.mpf(1e-7)), 1 - mp.mpf(1e-7))
    by_definition("ClampedBinaryCrossEntropy epsilon=1e-7 smoothing=0.1", "keras BinaryCrossentropy(label_smoothing=0.1)",
                  lambda p, y: -(y * mp.mpf(0.9) + mp.mpf(0.05)) * mp.log(clip(p)) - (1 - y * mp.mpf(0.9) - mp.mpf(0.05)) * mp.log(1 - clip(p)),
                  [(p, y) for p in (1e-9, 0.2, 0.5, 0.99) for y in (0.0, 1.0)])
    by_definition("LogisticMarginLoss slope=0.7", "LightGBM binary(sigmoid=0.7)", lambda f, y: mp.log(1 + mp.exp(-mp.mpf(0.7) * margin(f, y))), MARGINS)
    zero_one = [(f, float(y > 0)) for f, y in MARGINS]
    for head, peer, function in (
            ("HingeLoss", "keras Hinge, labels 0 and 1", lambda f, y: max(0, 1 - f * (2 * y - 1))),
            ("SquaredHingeLoss", "keras SquaredHinge, labels 0 and 1", lambda f, y: max(0, 1 - f * (2 * y - 1)) ** 2),
            ("ExponentialLoss", "sklearn ExponentialLoss, labels 0 and 1", lambda f, y: y * mp.exp(-f) + (1 - y) * mp.exp(f)),
            ("SparsemaxMarginLoss", "optax sparsemax_loss", lambda f, y: (lambda u: mp.mpf(0) if u <= -1 else u if u >= 1 else (u + 1) ** 2 / 4)(f * (1 - 2 * y)))):
        by_definition(head, peer, function, zero_one)
    by_definition("ExponentialLoss beta=0.5", "ML.NET ExpLoss(0.5)", lambda f, y: mp.exp(-margin(f, y) / 2), MARGINS)
    by_definition("SmoothedHingeLoss gamma=0.5", "ML.NET SmoothedHingeLoss(0.5)",
                  lambda f, y: (lambda u: mp.mpf(0) if u < 0 else u**2 if u < mp.mpf(0.5) else u - mp.mpf(0.25))(1 - margin(f, y)), MARGINS)
    by_definition("L2MarginLoss", "LossFunctions.jl L2MarginLoss", lambda f, y: (1 - margin(f, y)) ** 2, MARGINS)
    by_definition("SigmoidMarginLoss", "LossFunctions.jl SigmoidLoss", lambda f, y: 1 - mp.tanh(margin(f, y)), MARGINS)
    for q in (1, 2):
        by_definition(f"DistanceWeightedLoss q={q}", f"LossFunctions.jl DWDMarginLoss({q})",
                      lambda f, y: 1 - margin(f, y) if margin(f, y) <= mp.mpf(q) / (q + 1) else mp.mpf(q)**q / mp.mpf(q + 1)**(q + 1) / margin(f, y)**q, MARGINS)
    by_definition("CrossEntropyLambdaLoss", "LightGBM cross_entropy_lambda",
                  lambda x, y, w: (lambda z: -y * mp.log(z) - (1 - y) * mp.log(1 - z))(1 - mp.exp(-w * mp.log(1 + mp.exp(x)))),
                  [(x, y, w) for x in (-20.0, -1.5, 0.0, 3.0) for y in (0.0, 1.0, 0.3) for w in (0.5, 1.0, 4.0)])
    by_definition("L1Penalty strength=0.1", "keras L1(0.1)", lambda w: mp.mpf(0.1) * abs(w), [(-3.0,), (0.25,)])
    by_definition("L2Penalty strength=0.1", "keras L2(0.1)", lambda w: mp.mpf(0.1) * w**2, [(-3.0,), (0.25,)])
    by_definition("ElasticNetPenalty strength=0.5 ratio=0.2", "keras L1L2(l1=0.1, l2=0.2)", lambda w: mp.mpf(0.1) * abs(w) + mp.mpf(0.2) * w**2, [(-3.0,), (0.25,)])
    by_definition("NegativeBinomialNllLoss alpha=0.5", "statsmodels NegativeBinomial, without the terms of y",
                  lambda x, y: (y + 2) * mp.log(mp.exp(x) + 2) - y * x, [(x, y) for x in (-5.0, 0.0, 2.0, 12.0) for y in (0.0, 3.0, 250.0)])


def survival():
    normal = (lambda z: mp.exp(-z**2 / 2) / mp.sqrt(2 * mp.pi), lambda z: mp.ncdf(z))
    logistic = (lambda z: mp.exp(-z) / (1 + mp.exp(-z)) ** 2, lambda z: 1 / (1 + mp.exp(-z)))
    extreme = (lambda z: mp.exp(z - mp.exp(z)), lambda z: 1 - mp.exp(-mp.exp(z)))
    bounds = [(3.0, 3.0), (0.2, 0.2), (3.0, mp.inf), (20.0, mp.inf), (0.0, 2.0), (0.0, 60.0), (2.0, 5.0), (30.0, 31.0), (0.1, 0.3)]
    for head, (density, distribution) in (("NormalAftLoss", normal), ("LogisticAftLoss", logistic), ("ExtremeAftLoss", extreme)):
        for scale in (1.0, 0.7):
            def loss(x, low, high):
                z = lambda t: (mp.log(t) - x) / scale
                if low == high:
                    return -mp.log(density(z(low)) / (scale * low))
                return -mp.log((1 if high == mp.inf else distribution(z(high))) - (0 if low == 0 else distribution(z(low))))
            samples = [(x, float(low), float(high)) for x in (0.0, 1.1, 2.5) for low, high in bounds]
            if head != "ExtremeAftLoss":
                samples += [(x, float(low), float(high)) for x in (-40.0, 9.0, 60.0) for low, high in bounds]
            with mp.workdps(2500):  # tails of 60 standard deviations are subtracted from 1
                rows = [(s, loss(*map(mp.mpf, s)), [mp.diff(lambda x: loss(x, mp.mpf(s[1]), mp.mpf(s[2])), s[0])]) for s in samples]
            write(f"{head} scale={scale}", "XGBoost survival:aft(aft_loss_distribution_scale)", rows)


torch_losses()
focal_losses()
sklearn_losses()
definitions()
survival()
