"""Writes written-losses.tsv: the losses of WrittenDeclarations.cs at ordinary and extreme inputs, with two derivatives by each prediction.

Usage: make_written_losses.py > written-losses.tsv        (mpmath 1.2)

A line: the class | inputs | value | derivatives by the predictions | second derivatives. Inputs are exact in float; numbers are computed with 1000 digits
by second-order dual numbers.
"""
import itertools
import math
import struct

import mpmath as m
from mpmath import mpf

m.mp.dps = 1000
ROOT2 = mpf(math.sqrt(2))


class Dual:
    """A number with its first and second derivative."""

    def __init__(self, value, first=0, second=0):
        self.value, self.first, self.second = mpf(value), mpf(first), mpf(second)

    def chain(self, value, first, second):
        return Dual(value, first * self.first, first * self.second + second * self.first ** 2)

    def __add__(self, other):
        other = dual(other)
        return Dual(self.value + other.value, self.first + other.first, self.second + other.second)

    def __mul__(self, other):
        other = dual(other)
        return Dual(self.value * other.value, self.first * other.value + self.value * other.first,
                    self.second * other.value + 2 * self.first * other.first + self.value * other.second)

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -dual(other)

    def __rsub__(self, other):
        return dual(other) - self

    def __truediv__(self, other):
        x = dual(other)
        return self * x.chain(1 / x.value, -1 / x.value ** 2, 2 / x.value ** 3)

    def __rtruediv__(self, other):
        return dual(other) / self

    __radd__, __rmul__ = __add__, __mul__


def dual(x):
    return x if isinstance(x, Dual) else Dual(x)


def exp(x):
    x = dual(x)
    return x.chain(*[m.exp(x.value)] * 3)


def log(x):
    x = dual(x)
    return x.chain(m.log(x.value), 1 / x.value, -1 / x.value ** 2)


def erfc(x):
    slope = -2 / m.sqrt(m.pi) * m.exp(-x.value ** 2)
    return x.chain(m.erfc(x.value), slope, -2 * x.value * slope)


def sigmoid(x):
    return 1 / (1 + exp(-x))


def zero_inflated_poisson(logRate, gate, count):
    rate, zero = exp(logRate), sigmoid(gate)
    return -log(zero + sigmoid(-gate) * exp(-rate)) if count == 0 else -log(sigmoid(-gate)) + rate - count * logRate + m.loggamma(count + 1)


def focal(logit, y):
    right = y * sigmoid(logit) + (1 - y) * sigmoid(-logit)
    wrong = y * sigmoid(-logit) + (1 - y) * sigmoid(logit)
    return -(wrong * wrong * log(right))


def odds(x, y):
    p = 1 / (1 + 1 / (2 * exp(x)))
    return -log(p) if y == 1 else -log(1 - p)


def log_logistic(logScale, t, died):
    shape = mpf(1.5)
    both = log(1 + exp(shape * (m.log(t) - logScale)))
    return died * (both - m.log(shape) - shape * (m.log(t) - logScale) + m.log(t)) + both


def probit(x, y):
    return -log(0.5 * erfc(-x / ROOT2 if y == 1 else x / ROOT2))


def ordinal_probit(x):
    low, high = (-1 - x) / ROOT2, (0.5 - x) / ROOT2
    return -log(0.5 * (erfc(low) - erfc(high) if low.value + high.value > 0 else erfc(-high) - erfc(-low)))


def mixture(gate, m1, m2, y):
    return -log(sigmoid(gate) * exp(-0.5 * (y - m1) * (y - m1)) + sigmoid(-gate) * exp(-0.5 * (y - m2) * (y - m2)))


def softplus_poisson(x, y):
    rate = log(1 + exp(x))
    return rate - y * log(rate)


def score(mean, scale, y):
    z = (y - mean) / scale
    return scale * (z * (erfc(-z / m.sqrt(2)) - 1) + 2 / m.sqrt(2 * m.pi) * exp(-0.5 * z * z) - 1 / m.sqrt(m.pi))


def log_gamma(x):
    return x.chain(m.loggamma(x.value), m.psi(0, x.value), m.psi(1, x.value)) if isinstance(x, Dual) else m.loggamma(x)


def student(mean, scale, freedom, y):
    z = (y - mean) / scale
    return log_gamma(freedom / 2) - log_gamma((freedom + 1) / 2) + 0.5 * log(freedom * m.pi) + log(scale) + (freedom + 1) / 2 * log(1 + z * z / freedom)


def negative_binomial(mean, size, count):
    return log_gamma(size) + log_gamma(count + 1) - log_gamma(count + size) + (size + count) * log(size + mean) - size * log(size) - count * log(mean)


def beta(a, b, y):
    return log_gamma(a) + log_gamma(b) - log_gamma(a + b) - (a - 1) * m.log(y) - (b - 1) * m.log1p(-y)


LOGITS = [-300, -80, -30, -3, 0, 0.3, 6, 80, 300]
# class: (function, number of predictions, inputs)
LOSSES = {
    "ZeroInflatedPoissonLoss": (zero_inflated_poisson, 2, dict(logRate=[0, 1.5, 3], gate=[0, -1, 8, -30, 30, -100, 100], count=[0, 1, 7])),
    "FocalOfTrueClassLoss": (focal, 1, dict(logit=LOGITS, y=[0, 1, 0.25])),
    "OddsLoss": (odds, 1, dict(x=LOGITS, y=[0, 1])),
    "LogLogisticLoss": (log_logistic, 1, dict(logScale=[-60, -3, 0, 1, 10, 60], t=[1e-3, 1, 2.5, 1e5], died=[0, 1])),
    "ProbitLoss": (probit, 1, dict(x=[-1e3, -50, -20, -10, -3, -0.5, 0, 0.25, 1.5, 3], y=[0, 1])),
    "OrdinalProbitLoss": (ordinal_probit, 1, dict(x=[-1e3, -50, -20, -6, -3, 0, 0.3, 1.5, 10, 100])),
    "MixtureLoss": (mixture, 3, dict(gate=[0, -3, 30, -200], m1=[0, -2], m2=[1.5, 60], y=[0.25, 50, -1000])),
    "SoftplusPoissonLoss": (softplus_poisson, 1, dict(x=[-700, -100, -40.5, -39.5, -30, -5.25, -2.5, -1, -0.125, 0.3, 2.5, 6, 30, 700], y=[0, 1, 7])),
    # A quotient z that is rounded costs the density z² units in the last place: far out the scale is 1. The gradient by the scale is 0 at z² = log 2.
    "NormalCrpsLoss": (lambda mean, logScale, y: score(mean, exp(logScale), y), 2, dict(mean=[0, 0.001, -1.5, 3, -8, 12, -20, 40], logScale=[0], y=[0, 0.25])),
    "SoftplusCrpsLoss": (lambda mean, s, y: score(mean, log(1 + exp(s)), y), 2, dict(mean=[0, 0.5, -0.75], s=[-1, 1.5, 4, 40], y=[0, 1])),
    "StudentTLoss": (lambda mean, logScale, logFreedom, y: student(mean, exp(logScale), exp(logFreedom), y), 3,
                     dict(mean=[0, 1.75, -30], logScale=[0, -2], logFreedom=[-2, 0, 2, 5, 12, 20, 30], y=[0.125])),
    "StudentTOfFreedomLoss": (lambda mean, freedom, y: student(mean, mpf(1), freedom, y), 2,
                              dict(mean=[0, 1.75, -30], freedom=[0.125, 1, 3, 30, 1e3, 1e5, 1e8, 1e10], y=[0.125])),
    "NegativeBinomialLoss": (lambda logMean, logSize, count: negative_binomial(exp(logMean), exp(logSize), count), 2,
                             dict(logMean=[-3, 0.5, 4], logSize=[-2, 0, 3, 12, 20, 30], count=[0, 1, 7])),
    "NegativeBinomialOfSizeLoss": (lambda logMean, size, count: negative_binomial(exp(logMean), size, count), 2,
                                   dict(logMean=[-3, 0.5, 4], size=[0.125, 1, 3, 30, 1e3, 1e5, 1e8, 1e10], count=[0, 1, 7])),
    "BetaLoss": (beta, 2, dict(alpha=[0.125, 1.5, 30, 1e3, 1e5, 1e8], beta=[0.25, 2.5, 100, 1e6], y=[0.75])),
    "LogOfSoftplusLoss": (lambda x, y: (log(log(1 + exp(x))) - y) * (log(log(1 + exp(x))) - y), 1, dict(x=[-100, -30, -7, -4.75, -4, -3, -2.5, -2, -1, 0, 3, 30], y=[8, 64])),
    "SoftplusVarianceLoss": (lambda mean, v, y: 0.5 * (log(log(1 + exp(v))) + (y - mean) * (y - mean) / log(1 + exp(v))), 2,
                             dict(mean=[0, 0.5, -4], v=[-20, -10, -3, -0.5, 0, 1.25, 7, 80], y=[1.5])),
    "LogOfTwoExponentialsLoss": (lambda x, y: (log(exp(3 * (x - y)) + exp(-3 * (x - y))) - m.log(2)) / 3, 1, dict(x=[1e-9, -1e-8, 1e-4, 0.25, -3, 40, 1e4], y=[0])),
}

for name, (function, predictions, inputs) in LOSSES.items():
    for sample in itertools.product(*inputs.values()):
        numbers = [struct.unpack("f", struct.pack("f", x))[0] for x in sample]
        results = [function(*[Dual(x, int(i == k)) if i < predictions else mpf(x) for i, x in enumerate(numbers)]) for k in range(predictions)]
        parts = [numbers, [results[0].value], [r.first for r in results], [r.second for r in results]]
        print("\t".join([name] + [" ".join(repr(float(x)) for x in part) for part in parts]))
