"""Values, gradients and Hessians of losses as other libraries define them, by PyTorch's automatic differentiation of the definition. Inputs are exact in single precision."""
import numpy as np
import torch
import torch.nn.functional as F
from peer_cases import case


def reference(test, head, inputs, columns, function, is_row=True):
    """A function of one row of each input, or of one number; its derivatives are those by the first."""
    shaped = [np.asarray(x, dtype=np.float32).astype(float).reshape(-1, columns if np.size(x) % columns == 0 and np.size(x) >= np.size(inputs[0]) else 1) for x in inputs]
    values, gradients, hessians = [], [], []
    for row in zip(*shaped):
        first, *others = [torch.tensor(x, dtype=torch.float64) for x in row]
        of_first = lambda x: function(x, *others)
        values.append(of_first(first).item())
        leaf = first.clone().requires_grad_()
        gradients.append(torch.autograd.grad(of_first(leaf), leaf)[0].numpy())
        hessians.append(torch.diagonal(torch.autograd.functional.hessian(of_first, first)).numpy())
    for what, expected in (("values", values), ("gradient", np.array(gradients)), ("hessian", np.array(hessians))):
        case(f"{test} {what}", head, shaped, expected, columns=columns if is_row else 0, what=what, reduction="Mean" if what == "values" else "Sum", tolerance=1e-9)


def triplets(random):
    a, p, n = random.normal(size=(3, 6, 5))
    for norm in (1.5, 3, 4):
        for swap in (False, True):
            margin = 0.75

            def loss(a, p, n):
                one = lambda x: x.reshape(1, -1)
                return F.triplet_margin_loss(one(a), one(p), one(n), margin=margin, p=norm, eps=1e-6, swap=swap)

            reference(f"pytorch triplet_margin_loss p={norm} swap={swap}", f"MinkowskiTriplet norm={norm} margin={margin} swap={swap}", [a, p, n], 5, loss)


def regions(random):
    p, t, w = random.uniform(0.05, 0.95, size=(4, 7)), random.uniform(size=(4, 7)) > 0.6, random.uniform(0.1, 1, size=(4, 7))
    for nr, dr in ((1e-5, 1e-5), (0, 1)):
        options = f"GeneralizedDiceLoss numeratorSmoothing={nr} denominatorSmoothing={dr}"
        reference("monai GeneralizedDiceLoss", options, [p, t, w], 7, lambda p, t, w: 1 - (2 * (w * p * t).sum() + nr) / ((w * (p + t)).sum() + dr))
        soft = random.uniform(size=(4, 7))
        reference("monai GeneralizedDiceLoss soft_label", options + " isSoft=true", [p, soft, w], 7,
                  lambda p, t, w: 1 - ((w * (p + t - (p - t).abs())).sum() + nr) / ((w * (p + t)).sum() + dr))
    foreground = [0, 1, 1, 0]
    for weight, delta, gamma in ((0.5, 0.6, 0.5), (0.3, 0.7, 0.75), (0.8, 0.5, 0)):

        def unified(p, t, is_foreground):
            tp, fn, fp = (p * t).sum(), ((1 - p) * t).sum(), (p * (1 - t)).sum()
            distance = 1 - (tp + 1e-7) / (tp + delta * fn + (1 - delta) * fp + 1e-7)
            if is_foreground.item() > 0:
                return weight * delta * (-t * p.log()).mean() + (1 - weight) * distance ** (1 - gamma)
            return weight * (1 - delta) * (-t * (1 - p) ** gamma * p.log()).mean() + (1 - weight) * distance

        reference("monai AsymmetricUnifiedFocalLoss", f"UnifiedFocalLoss weight={weight} delta={delta} gamma={gamma}", [p, t, foreground], 7, unified)
    x = random.normal(size=(4, 7)) * 2
    for dice, entropy, positive in ((1, 1, 1), (0.5, 2, 3)):

        def mixed(x, t):
            q = torch.sigmoid(x)
            overlap = 1 - (2 * (q * t).sum() + 1e-5) / ((q + t).sum() + 1e-5)
            return dice * overlap + entropy * F.binary_cross_entropy_with_logits(x, t, pos_weight=torch.tensor(float(positive)))

        reference("monai DiceCELoss sigmoid", f"DiceCrossEntropyLoss diceWeight={dice} crossEntropyWeight={entropy} positiveWeight={positive}", [x, t], 7, mixed)


def rows(random):
    z, labels = random.normal(size=(5, 4)) * 2, np.array([0, 1, 2, 3, 1])
    t = random.dirichlet(np.ones(4), size=5)
    reference("Brier score of labels", "Brier", [z, labels], 4, lambda z, y: (z.softmax(0) - F.one_hot(y.long()[0], 4)).square().sum())
    reference("Brier score of distributions", "BrierOfDistribution", [z, t], 4, lambda z, t: (z.softmax(0) - t).square().sum())
    relevance = random.randint(0, 4, size=(5, 4))
    pair = lambda x: x[:, None] - x[None, :]
    above = lambda t: pair(t) > 0
    reference("ListNet", "ListNet", [z, relevance], 4, lambda z, t: -(t.softmax(0) * z.log_softmax(0)).sum())
    reference("rax pairwise_mse_loss", "PairwiseSquaredError", [z, relevance], 4, lambda z, t: (pair(z) - pair(t)).square().sum())
    reference("rax pairwise_soft_zero_one_loss", "PairwiseSoftZeroOne slope=1.5", [z, relevance], 4, lambda z, t: torch.sigmoid(-1.5 * pair(z))[above(t)].sum())
    reference("RankNet mean", "RankNet slope=1.5 isMean=true", [z, relevance], 4, lambda z, t: F.softplus(-1.5 * pair(z))[above(t)].sum() / max(1, above(t).sum()))
    reference("pairwise hinge sum", "PairwiseHinge margin=0.5 isMean=false", [z, relevance], 4, lambda z, t: F.relu(0.5 - pair(z))[above(t)].sum())
    logs = random.dirichlet(np.ones(4), size=5)
    sparse = np.where(t > 0.2, t, 0)
    reference("pytorch kl_div sparse", "KullbackLeibler", [np.log(logs), sparse], 4, lambda p, t: F.kl_div(p, t, reduction="sum"))
    reference("keras kl_divergence unclipped", "KullbackLeiblerOfProbabilities epsilon=0", [logs, sparse], 4, lambda p, t: F.kl_div(p.log(), t, reduction="sum"))


def deviances(random):
    mean, y = np.exp(random.normal(size=(2, 6)))
    for power in (-1.5, 0.5, 1.001, 1.3, 1.999, 2.5, 3):
        a, b = 1 - power, 2 - power
        reference(f"sklearn half Tweedie deviance power={power}", f"HalfTweedieDevianceLoss power={power}", [mean, y], 1,
                  lambda m, y: (y ** b / (a * b) - y * m ** a / a + m ** b / b).sum(), is_row=False)


def keras(random):
    """Losses of Keras on probabilities with smoothed labels; its float tests hold those of logits only."""
    p, y = random.uniform(0.02, 0.98, size=(2, 8))
    y[:5] = 0, 1, 1, 0, 1
    for gamma in (0.5, 2, 3):
        for smoothing, alpha in ((0, None), (0.1, None), (0.1, 0.25)):
            def focal(p, y):
                y = y * (1 - smoothing) + smoothing / 2
                weight = 1 if alpha is None else y * alpha + (1 - y) * (1 - alpha)
                return (weight * (1 - (y * p + (1 - y) * (1 - p))) ** gamma * -(y * p.log() + (1 - y) * (1 - p).log())).sum()

            weights = "" if alpha is None else f" positiveWeight={alpha} negativeWeight={1 - alpha}"
            reference(f"keras BinaryFocalCrossentropy label_smoothing={smoothing} alpha={alpha}", f"ClampedBinaryFocal gamma={gamma} smoothing={smoothing}{weights}", [p, y], 1, focal, is_row=False)
    p, t = random.dirichlet(np.ones(5), size=(2, 4))
    t[:2] = np.eye(5)[[3, 0]]
    for smoothing in (0.05, 0.2, 1):
        reference(f"keras CategoricalCrossentropy probabilities label_smoothing={smoothing}", f"CategoricalCrossEntropy labelSmoothing={smoothing}", [p, t], 5,
                  lambda p, t: -((t * (1 - smoothing) + smoothing / 5) * (p / p.sum()).log()).sum())
    p, t = random.uniform(size=(2, 3, 6))
    for alpha, beta in ((0.5, 0.5), (0.3, 0.7)):
        def dice(p, t):
            both = (p * t).sum()
            return 1 - (both + 1) / (both + alpha * (p * (1 - t)).sum() + beta * ((1 - p) * t).sum() + 1)

        reference("optax dice_loss", f"TverskyLoss alpha={alpha} beta={beta} numeratorSmoothing=1 denominatorSmoothing=1", [p, t], 6, dice)


def catboost(random):
    mean, scale, y = random.normal(size=(3, 8))
    for full, constant in (("false", 0), ("true", np.log(2 * np.pi) / 2)):
        reference(f"catboost RMSEWithUncertainty full={full}", f"GaussianLogScaleNllLoss full={full}", [mean, scale, y], 1,
                  lambda m, s, y: (s + (m - y) ** 2 * (-2 * s).exp() / 2 + constant).sum(), is_row=False)
    for tau in (0.1, 0.5, 0.8):
        reference(f"catboost LogLinQuantile alpha={tau}", f"LogLinearQuantileLoss tau={tau}", [mean, np.exp(y)], 1,
                  lambda x, y: ((tau - (y < x.exp()).double()) * (y - x.exp())).sum(), is_row=False)
    z, t = random.normal(size=(2, 3, 5))
    reference("catboost QueryRMSE", "PairwiseSquaredError", [z, t], 5, lambda z, t: 2 * 25 * (z - t - (z - t).mean()).square().mean())
    for exponent in (1.5, 3):
        reference(f"catboost Lq q={exponent}", f"LpLoss exponent={exponent}", [mean, y], 1, lambda p, y: ((p - y).abs() ** exponent).sum(), is_row=False)


def write():
    for suite in (triplets, regions, rows, deviances, keras, catboost):
        suite(np.random.RandomState(20261121))
