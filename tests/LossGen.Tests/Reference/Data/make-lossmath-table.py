"""Writes lossmath.tsv: arguments (doubles, shortest text) and function values (25 digits, evaluated with 80 by mpmath).

Run with Python 3 and mpmath 1.2 or later, in this directory; the output is the same on every run.
"""
import random

from mpmath import mp, mpf
import mpmath as m

mp.dps = 80
random.seed(20260101)


def log1mexp(x):
    return m.log1p(-m.exp(x)) if x < -1 else m.log(-m.expm1(x))


def sigmoid(x):
    return 1 / (1 + m.exp(-x))


def softplus(x):
    return m.log1p(m.exp(x))


def real_cbrt(x):
    return m.sign(x) * m.cbrt(abs(x))


def log_gamma(x):
    return m.log(abs(m.gamma(x)))


ONE = {
    "Sqrt": m.sqrt, "Cbrt": real_cbrt,
    "Exp": m.exp, "Exp2": lambda x: m.power(2, x), "ExpM1": m.expm1,
    "Log": m.log, "Log2": lambda x: m.log(x) / m.log(2), "Log10": m.log10, "LogP1": m.log1p,
    "Sin": m.sin, "Cos": m.cos, "Tan": m.tan, "Asin": m.asin, "Acos": m.acos, "Atan": m.atan,
    "Sinh": m.sinh, "Cosh": m.cosh, "Tanh": m.tanh, "Asinh": m.asinh, "Acosh": m.acosh, "Atanh": m.atanh,
    "Sigmoid": sigmoid, "LogSigmoid": lambda x: -softplus(-x), "Softplus": softplus,
    "Erf": m.erf, "Erfc": m.erfc, "LogErfc": lambda x: m.log1p(-m.erf(x)) if x < 1 else m.log(m.erfc(x)) if x < 1000 else -x * x - m.log(x * m.sqrt(m.pi)) + m.log1p(-1 / (2 * x * x) + 3 / (4 * x ** 4) - 15 / (8 * x ** 6)), "LogGamma": log_gamma, "Digamma": m.digamma,
    "Trigamma": lambda x: m.psi(1, x), "Tetragamma": lambda x: m.psi(2, x),
    "LogCosh": lambda x: m.log(m.cosh(x)), "Log1MExp": log1mexp,
}
TWO = {
    "Pow": m.power, "Hypot": m.hypot, "Atan2": m.atan2,
    "XLogY": lambda x, y: x * m.log(y), "XLogP1Y": lambda x, y: x * m.log1p(y),
    "LogAddExp": lambda x, y: m.log(m.exp(x) + m.exp(y)),
}


def both_signs(values):
    return [s * v for v in values for s in (1, -1)]


def decades(low, high, count):
    return [10 ** random.uniform(low, high) for _ in range(count)]


def uniform(low, high, count):
    return [random.uniform(low, high) for _ in range(count)]


ANY = both_signs(decades(-18, 2.8, 30)) + uniform(-3, 3, 40) + [0.5, -0.5, 1.0, -1.0, 709.0, -700.0]
POSITIVE = decades(-300, 300, 20) + decades(-3, 3, 30) + uniform(0.5, 2, 30) + [1 + 2.0 ** -52, 1 - 2.0 ** -53, 5e-324, 1.7e308]
TRIGONOMETRIC = both_signs(decades(-18, 0, 10) + uniform(0, 8, 25)) + [1e3, -1e5, 1e15, 3.141592653589793, 1.5707963267948966]
UNIT = both_signs(decades(-18, 0, 20)) + uniform(-1, 1, 40) + [1 - 2.0 ** -53, -1 + 2.0 ** -53]
# The positive axis, close to the zeros 1, 2 and 1.46 too.
GAMMA = (decades(-300, 300, 15) + decades(-3, 3, 40) + uniform(0, 12, 80) + [1 + s * 2.0 ** -k for k in (10, 30, 50) for s in (1, -1)]
         + [2 + s * 2.0 ** -k for k in (10, 30, 50) for s in (1, -1)] + [1.4616321449683622, 1.4616321449683624, 1.46, 1.47, 0.5, 1.5, 2.5, 10.0, 16.0])
# Between the poles, but not next to a zero of log |gamma|, where only the absolute error is small.
NEGATIVE_GAMMA = [-k - f for k in range(0, 12) for f in (0.0625, 0.25, 0.75, 0.9375) if (k, f) != (2, 0.75)] + [-1e-20, -1e-5, -100.25]
POINTS = {
    "Sqrt": POSITIVE, "Cbrt": both_signs(POSITIVE), "Log": POSITIVE, "Log2": POSITIVE, "Log10": POSITIVE,
    "Exp": ANY, "Exp2": ANY, "ExpM1": ANY,
    "LogP1": UNIT + decades(-10, 300, 20) + uniform(-0.9, 3, 30),
    "Sin": TRIGONOMETRIC, "Cos": TRIGONOMETRIC, "Tan": TRIGONOMETRIC, "Asin": UNIT, "Acos": UNIT, "Atan": ANY,
    "Sinh": ANY, "Cosh": ANY, "Tanh": ANY, "Asinh": ANY + both_signs(decades(3, 300, 5)),
    "Acosh": [1 + v for v in decades(-15, 3, 40)] + decades(3, 300, 10), "Atanh": UNIT,
    "Sigmoid": ANY, "LogSigmoid": ANY, "Softplus": ANY,
    "Erf": both_signs(decades(-18, 0.8, 30)) + uniform(-6, 6, 60) + [0.5, -0.5],
    "Erfc": both_signs(decades(-18, 0.8, 30)) + uniform(-6, 27, 80) + [0.5, -0.5, 26.5],
    "LogGamma": GAMMA + NEGATIVE_GAMMA,
    "Digamma": GAMMA + [x for x in NEGATIVE_GAMMA if x % 1 in (0.25, 0.75)],
    "Trigamma": [x for x in GAMMA if 1e-150 < x] + [x for x in NEGATIVE_GAMMA if x % 1 in (0.25, 0.75)],
    "Tetragamma": [x for x in GAMMA if 1e-100 < x < 1e150] + [x for x in NEGATIVE_GAMMA if x % 1 in (0.25, 0.75)],
    "LogCosh": ANY, "Log1MExp": [-v for v in decades(-18, 2.8, 60)] + uniform(-2, -0.1, 20),
}
PAIRS = {
    "Pow": list(zip(decades(-3, 3, 40), uniform(-30, 30, 40))) + [(-2.5, 3.0), (-1.5, -4.0), (1.0000001, 1e7)],
    "Hypot": list(zip(decades(-3, 3, 30), decades(-3, 3, 30))) + [(3e200, 4e200), (3e-200, 4e-200), (1e300, -1.0)],
    "Atan2": [(random.uniform(-5, 5), random.uniform(-5, 5)) for _ in range(40)],
    "XLogY": list(zip(uniform(-5, 5, 30), decades(-20, 20, 30))),
    "XLogP1Y": list(zip(uniform(-5, 5, 30), decades(-20, 20, 30))) + [(2.0, -0.5), (2.0, -1e-9)],
    "LogAddExp": list(zip(uniform(1, 50, 30), uniform(1, 50, 30))) + [(1000.0, 1000.5), (-1000.0, -1001.0), (800.0, -800.0)],
}


POINTS["LogErfc"] = both_signs(decades(-18, 0.8, 30)) + uniform(-6, 27, 80) + decades(1, 100, 20) + [0.5, -0.5]


def representable(value):
    return value == 0 or 1e-307 < abs(value) < mpf("1.79e308")


with open("lossmath.tsv", "w", newline="\n") as table:
    for name, function in {**ONE, **TWO}.items():
        points = PAIRS[name] if name in TWO else [(x,) for x in POINTS[name]]
        for point in points:
            value = function(*[mpf(x) for x in point])
            if representable(value):
                table.write("\t".join([name, m.nstr(value, 25)] + [repr(x) for x in point]) + "\n")
