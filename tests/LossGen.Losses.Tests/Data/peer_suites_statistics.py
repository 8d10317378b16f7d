"""What test suites of statsmodels and scikit-learn assert: robust norms, extreme logits, deviances, labels that are probabilities."""
import numpy as np
import torch
from peer_cases import case
from peer_suites_references import reference


def norms():
    """Numbers of R's MASS, which statsmodels asserts; the others by their definition."""
    x = [-9, -6, -2, -1, 0, 1, 2, 6, 9]
    odd = lambda *half: [-v for v in half] + [0] + [v for v in half[::-1]]
    even = lambda middle, *half: [*half, middle, *half[::-1]]
    tables = (
        ("HampelLoss linear=1.5 falling=3.5 cutoff=8", even(0, 7.5, 6.833333333333333, 1.875, 0.5), odd(0, 2 / 3, 1.5, 1), even(1, 0, -1 / 3, 0, 1)),
        ("TukeyLoss cutoff=4", even(0, 8 / 3, 8 / 3, 8 / 3 * (1 - 0.75 ** 3), 8 / 3 * (1 - 0.9375 ** 3)), odd(0, 0, 1.125, 0.87890625), even(1, 0, 0, 0.5625 - 0.75, 0.87890625 - 0.234375)),
        ("HuberLoss delta=1.345", even(0, *(1.345 * v - 1.345 ** 2 / 2 for v in (9, 6, 2)), 0.5), odd(1.345, 1.345, 1.345, 1), even(1, 0, 0, 0, 1)))
    for head, rho, psi, slope in tables:
        for what, expected in (("values", rho), ("gradient", psi), ("hessian", slope)):
            case(f"statsmodels norms {head} {what}", head, [x, [0] * 9], expected, what=what, reduction="Mean" if what == "values" else "Sum", tolerance=1e-12)
    spread = np.array([-9, -6, -4.25, -2, -1, -0.25, 0.25, 1, 2 - 2 ** -13, 3.5, 6, 9, 20])
    for head, function in (
            ("HampelLoss", lambda e: torch.where(e <= 2, e * e / 2, torch.where(e <= 4, 2 * e - 2, 10 - (e.clamp(max=8) - 8) ** 2 / 4))),
            ("AndrewsWaveLoss", lambda e: 1.339 ** 2 * (1 - torch.cos(e.clamp(max=1.339 * np.pi) / 1.339))),
            ("RamsayLoss", lambda e: (1 - torch.exp(-0.3 * e) * (1 + 0.3 * e)) / 0.09),
            ("RamsayLoss decay=1.5", lambda e: (1 - torch.exp(-1.5 * e) * (1 + 1.5 * e)) / 2.25),
            ("TruncatedSquareLoss cutoff=1.9", lambda e: e.clamp(max=1.9) ** 2 / 2),
            ("TukeyQuarticLoss", lambda e: (lambda c: c * c / 2 * (1 - 2 / 3 * (c / 3.61752) ** 4 + (c / 3.61752) ** 8 / 5))(e.clamp(max=3.61752))),
            ("CauchyLoss scale=4.7698", lambda e: 2 * 2.3849 ** 2 * (torch.log(4 + (e / 2.3849) ** 2) - np.log(4)))):
        reference(f"statsmodels norms {head}", head, [spread, np.zeros(13)], 1, lambda p, y: function((p - y).abs()).sum(), is_row=False)


def deviances(random):
    p, y = random.uniform(0.02, 0.98, size=(2, 8))
    y[:3] = 0, 1, p[2]
    share = lambda a, b: (torch.where(a > 0, a * torch.log(a.clamp(min=1e-300) / b), torch.zeros(1, dtype=torch.float64))).sum()
    reference("statsmodels half Binomial deviance", "HalfBinomialDevianceLoss", [p, y], 1, lambda p, y: share(y, p) + share(1 - y, 1 - p), is_row=False)
    mean, counts = np.exp(random.normal(size=8)), random.poisson(3, size=8)
    counts[0] = 0
    for alpha in (0.25, 1, 4):
        reference(f"statsmodels half NegativeBinomial deviance alpha={alpha}", f"HalfNegativeBinomialDevianceLoss alpha={alpha}", [mean, counts], 1,
                  lambda m, y: share(y, m) - share(y + 1 / alpha, m + 1 / alpha), is_row=False)


def sklearn_losses(random):
    """HalfBinomialLoss at the ends: numbers of the test, by mpmath there."""
    for y, raw, loss, slope, curvature in (
            (0, -1e20, 0, 0, 0), (1, -1e20, 1e20, -1, 0), (0, -1e3, 0, 0, 0), (1, -1e3, 1e3, -1, 0), (1, -37.5, 37.5, -1, 5.175555005801869e-17), (1, -37, 37, 1e-16 - 1, 8.533047625744066e-17),
            (0, -37, *[8.533047625744066e-17] * 3), (1, 37, *[8.533047625744066e-17, -8.533047625744066e-17, 8.533047625744066e-17]),
            (1, 232.8, *np.array([1, -1, 1]) * 7.807633563591e-102), (0, 37, 37, 1, 8.533047625744066e-17), (0, 1e3, 1e3, 1, 0), (0, 1e20, 1e20, 1, 0), (1, 1e20, 0, 0, 0)):
        for what, expected in (("value", loss), ("gradient", slope), ("hessian", curvature)):
            case(f"sklearn HalfBinomialLoss at {raw:g} {what}", "BinaryCrossEntropy", [[raw], [y]], [expected], what=f"double {what}" if what == "value" else what, tolerance=1e-11 * max(1e-5, abs(expected)))
    for z, y in (([1e4, 0, 7e-7], 0), ([1e4, 0, 7e-7], 1), ([1e4, 0, 7e-7], 2)):
        case("sklearn HalfMultinomialLoss extreme", "SoftmaxCrossEntropy", [z, [y]], [1e4 - z[y]], columns=3, what="double value", tolerance=1e-7)
    raw, y = random.normal(size=(2, 8)) * 2, random.uniform(size=8)
    y[:2] = 0, 1
    reference("sklearn ExponentialLoss of probabilities", "ExponentialLoss", [raw[0], y], 1, lambda x, y: (y * torch.exp(-x) + (1 - y) * torch.exp(x)).sum(), is_row=False)


def write():
    norms()
    random = np.random.RandomState(20261122)
    deviances(random)
    sklearn_losses(random)
