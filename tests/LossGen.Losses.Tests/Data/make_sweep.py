"""
Computes sweep-reference.json anew: the inputs in it are points of a sweep that a loss once failed at, the numbers are mpmath's with up to 1300 digits.
The layout is that of losses-reference.json.

    python3 make_sweep.py
"""

import json
import os

import mpmath as mp

FILE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "sweep-reference.json")
mp.mp.dps = 1300


class Jet:
    """A value with its first and second derivative by one variable."""

    def __init__(self, value, first=0, second=0):
        self.value, self.first, self.second = mp.mpf(value), mp.mpf(first), mp.mpf(second)

    def map(self, value, first, second):
        return Jet(value, first * self.first, first * self.second + second * self.first ** 2)

    def __add__(self, other):
        other = lift(other)
        return Jet(self.value + other.value, self.first + other.first, self.second + other.second)

    def __mul__(self, other):
        other = lift(other)
        return Jet(
            self.value * other.value,
            self.first * other.value + self.value * other.first,
            self.second * other.value + 2 * self.first * other.first + self.value * other.second)

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -lift(other)

    def __rsub__(self, other):
        return lift(other) - self

    def __truediv__(self, other):
        other = lift(other)
        return self * other.map(1 / other.value, -1 / other.value ** 2, 2 / other.value ** 3)

    def __rtruediv__(self, other):
        return lift(other) / self

    __radd__, __rmul__ = __add__, __mul__


def lift(number):
    return number if isinstance(number, Jet) else Jet(number)


def exp(x):
    return x.map(*[mp.exp(x.value)] * 3)


def log(x):
    x = lift(x)
    return x.map(mp.log(x.value), 1 / x.value, -1 / x.value ** 2)


def log1p(x):
    return x.map(mp.log1p(x.value), 1 / (1 + x.value), -1 / (1 + x.value) ** 2)


def power(x, y):
    return x.map(x.value ** y, y * x.value ** (y - 1), y * (y - 1) * x.value ** (y - 2))


def log_gamma(x):
    with mp.workdps(60):
        return lift(x).map(mp.loggamma(lift(x).value), mp.psi(0, lift(x).value), mp.psi(1, lift(x).value))


def barron(prediction, target, alpha, c):
    square = (prediction - target) * (prediction - target) / (c * c)
    if alpha == -mp.inf:
        return 1 - exp(-square / 2)
    if alpha == 0:
        return log1p(square / 2)
    distance = abs(alpha - 2)
    return distance / alpha * (power(square / distance + 1, alpha / 2) - 1)


def focal(probability, target, gamma, alpha=None):
    logarithm = log(probability) if target == 1 else log1p(-probability)
    weight = 1 if alpha is None else alpha if target == 1 else 1 - alpha
    return -weight * power(1 - probability if target == 1 else probability, gamma) * logarithm


def softmax_focal(logits, target_class, gamma):
    scores = [exp(lift(z) - max(lift(other).value for other in logits)) for z in logits]
    total = sum(scores, Jet(0))
    probability = scores[int(target_class)] / total
    return -power(1 - probability, gamma) * log(probability)


def tweedie_deviance(mean, target, p):
    return (target ** (2 - p) if target else 0) / ((1 - p) * (2 - p)) - target * power(mean, 1 - p) / (1 - p) + power(mean, 2 - p) / (2 - p)


def normal_inverse_gamma(target, gamma, nu, alpha, beta):
    omega = 2 * lift(beta) * (1 + lift(nu))
    error = target - lift(gamma)
    return (log(mp.pi / lift(nu)) / 2 - alpha * log(omega) + (lift(alpha) + 0.5) * log(error * error * nu + omega)
            + log_gamma(alpha) - log_gamma(lift(alpha) + 0.5))


def negative_binomial(log_mean, target, alpha):
    mean = exp(log_mean)
    return log1p(alpha * mean) * (target + 1 / alpha) - target * (log_mean + mp.log(alpha)) - mp.log(alpha) / alpha


def cosine_embedding(a, b, target, margin):
    def dot(left, right):
        return sum((lift(x) * y for x, y in zip(left, right)), Jet(0))

    cosine = dot(a, b) / (power(dot(a, a), mp.mpf("0.5")) * power(dot(b, b), mp.mpf("0.5")))
    return 1 - cosine if target == 1 else cosine - margin if cosine.value > margin else Jet(0)


FORMULAS = {
    "barron_general_robust": barron,
    "geman_mcclure": lambda prediction, target, c: 2 * (prediction - target) * (prediction - target) / ((prediction - target) * (prediction - target) + 4 * c * c),
    "welsch": lambda prediction, target, c: barron(prediction, target, -mp.inf, c),
    "focal_probs": focal,
    "softmax_focal": softmax_focal,
    "sigmoid_margin": lambda score, target: 2 - 2 / (1 + exp(-2 * score * target)),
    "tweedie_log": lambda log_mean, target, p: exp(log_mean * (2 - p)) / (2 - p) - target * exp(log_mean * (1 - p)) / (1 - p),
    "inverse_gaussian_deviance_half": lambda mean, target: (target - mean) * (target - mean) / (mean * mean) / (2 * target),
    "tweedie_deviance_half": tweedie_deviance,
    "poisson_nll_log": lambda log_rate, target, full: exp(log_rate) - target * log_rate,
    "gamma_nll_log": lambda log_mean, target: log_mean + target * exp(-log_mean),
    "negative_binomial_log": negative_binomial,
    "cosine_embedding": cosine_embedding,
    "evidential_nig_nll": normal_inverse_gamma,
}
BY = {"cosine_embedding": ["a", "b"], "evidential_nig_nll": ["gamma", "nu", "alpha", "beta"]}


def text(number):
    """20 digits; what is far beyond a double's range is 0 or infinite."""
    if number == 0 or abs(number) < mp.mpf("1e-5000"):
        return "0"
    if abs(number) > mp.mpf("1e5000"):
        return "Infinity" if number > 0 else "-Infinity"
    with mp.workdps(40):
        return mp.nstr(number, 20)


def numbers(value):
    return [mp.mpf(float(item)) for item in value] if isinstance(value, list) else mp.mpf(float(value))


def compute(entry, point):
    inputs = {name: numbers(point[name]) for name in entry["args"]}
    parameters = {name: value == "true" if value in ("true", "false") else mp.mpf("-inf") if value == "-inf" else mp.mpf(float(value)) for name, value in entry["params"].items()}
    by = BY.get(entry["loss"], entry["args"][:1])
    value, gradient, hessian = None, {}, {}
    for name in by:
        columns = range(len(inputs[name])) if isinstance(inputs[name], list) else [None]
        jets = []
        for column in columns:
            moved = dict(inputs)
            moved[name] = Jet(inputs[name], 1) if column is None else [Jet(item, 1 if at == column else 0) for at, item in enumerate(inputs[name])]
            jets.append(FORMULAS[entry["loss"]](**moved, **parameters))
        value = jets[0].value
        gradient[name] = [text(jet.first) for jet in jets] if columns != [None] else text(jets[0].first)
        hessian[name] = [text(jet.second) for jet in jets] if columns != [None] else text(jets[0].second)
    single = len(by) == 1
    return {**{name: point[name] for name in entry["args"]}, "value": text(value),
            "grad": gradient[by[0]] if single else gradient, "hess": hessian[by[0]] if single else hessian, **({"flags": point["flags"]} if "flags" in point else {})}


if __name__ == "__main__":
    with open(FILE, encoding="utf-8") as file:
        table = json.load(file)
    for loss in table["losses"]:
        loss["points"] = [compute(loss, point) for point in loss["points"]]
    with open(FILE, "w", encoding="utf-8", newline="\n") as file:
        losses = [{**loss, "points": []} for loss in table["losses"]]
        file.write('{"losses": [\n')
        for position, (head, loss) in enumerate(zip(losses, table["losses"])):
            lines = ",\n".join("    " + json.dumps(point) for point in loss["points"])
            file.write("  " + json.dumps(head)[:-2] + "\n" + lines + "\n  ]}" + ("," if position + 1 < len(losses) else "") + "\n")
        file.write("]}\n")
