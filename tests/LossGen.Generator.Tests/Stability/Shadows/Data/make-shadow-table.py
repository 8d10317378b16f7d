"""Writes unary-shadows.tsv and binary-shadows.tsv: arguments and function values as numbers of 53-bit parts, times a power of two.

A line: the function, an exponent of two and two doubles for each argument, and an exponent and three doubles for the value.
The latter hold some 159 bits, evaluated with 1400 and more by mpmath. Run with Python 3 and mpmath 1.2 or later,
in this directory; the output is the same on every run.
"""
import random

from mpmath import mp, mpf
import mpmath as m

mp.prec = 1400
random.seed(20260301)


def softplus(x):
    return m.log1p(m.exp(x))


def log_softplus_slope(x):
    return 1 / ((1 + m.exp(-x)) * softplus(x))


def log1mexp(x):
    return m.log1p(-m.exp(x)) if x < -1 else m.log(-m.expm1(x))


def log_gamma(x):
    return m.log(abs(m.gamma(x))) if x < 1000 else m.loggamma(x)


def erfcx(x):
    """exp(x^2) erfc(x), for large x by its asymptotic series."""
    if x < 1000:
        return m.exp(x * x) * m.erfc(x)
    term = total = mpf(1)
    for k in range(1, 40):
        term *= -(2 * k - 1) / (2 * x * x)
        total += term
    return total / (x * m.sqrt(m.pi))


def erfc_hazard(x):
    return 2 / (m.sqrt(m.pi) * erfcx(x))


ONE = {
    "Sqrt": m.sqrt, "Cbrt": lambda x: m.sign(x) * m.cbrt(abs(x)),
    "Exp": m.exp, "Exp2": lambda x: m.power(2, x), "ExpM1": m.expm1,
    "Log": m.log, "Log2": lambda x: m.log(x) / m.log(2), "Log10": m.log10, "LogP1": m.log1p,
    "Sinh": m.sinh, "Cosh": m.cosh, "Tanh": m.tanh, "SechSquared": lambda x: 1 / m.cosh(x) ** 2,
    "Asinh": m.asinh, "Acosh": m.acosh, "Atanh": m.atanh,
    "Sigmoid": lambda x: 1 / (1 + m.exp(-x)), "Softplus": softplus, "LogCosh": lambda x: m.log(m.cosh(x)), "Log1MExp": log1mexp,
    "Gaussian": lambda x: m.exp(-x * x), "HalfGaussian": lambda x: m.exp(-x * x / 2), "ExpM1MinusX": lambda x: m.expm1(x) - x, "XMinusLogP1": lambda x: x - m.log1p(x), "OneMinusSquare": lambda x: 1 - x * x,
    "LogP1Excess": lambda x: m.log1p(x) - x / (1 + x),
    "Floor": m.floor, "Round": m.nint,
    "Sin": m.sin, "Cos": m.cos, "Tan": m.tan, "Asin": m.asin, "Acos": m.acos, "Atan": m.atan,
    "Erf": m.erf, "Erfc": m.erfc, "LogErfc": lambda x: m.log(erfcx(x)) - x * x, "LogHalfErfc": lambda x: m.log1p(-m.erfc(-x) / 2) if x < 0 else m.log(erfcx(x) / 2) - x * x,
    "ErfcHazard": erfc_hazard, "ErfcHazardSlope": lambda x: erfc_hazard(x) * (erfc_hazard(x) - 2 * x),
    "LogSoftplus": lambda x: m.log(softplus(x)), "LogSoftplusSlope": log_softplus_slope, "LogSoftplusCurvature": lambda x: log_softplus_slope(x) * (1 / (1 + m.exp(x)) - log_softplus_slope(x)),
    "LogGamma": log_gamma, "Digamma": m.digamma, "Trigamma": lambda x: m.psi(1, x), "Tetragamma": lambda x: m.psi(2, x),
}
TWO = {
    "Add": lambda x, y: x + y, "Subtract": lambda x, y: x - y, "Multiply": lambda x, y: x * y, "Divide": lambda x, y: x / y,
    "Pow": m.power, "Hypot": m.hypot, "Atan2": m.atan2, "LogAddExp": lambda x, y: m.log(m.exp(x) + m.exp(y)),
    "XLogY": lambda x, y: x * m.log(y), "XLogP1Y": lambda x, y: x * m.log1p(y),
    "LogGammaRatio": lambda x, a: m.loggamma(x + a) - m.loggamma(x) - a * m.log(x), "LogGammaRatioSlope": lambda x, a: m.psi(0, x + a) - m.psi(0, x) - a / x,
    "LogGammaRatioCurvature": lambda x, a: m.psi(1, x + a) - m.psi(1, x) + a / (x * x), "LogBeta": lambda x, a: m.loggamma(x) + m.loggamma(a) - m.loggamma(x + a),
    "LogBetaSlope": lambda x, a: m.psi(0, x) - m.psi(0, x + a), "LogBetaCurvature": lambda x, a: m.psi(1, x) - m.psi(1, x + a),
    "ScaledLogP1": lambda x, y: x * m.log1p(y / x),
    "LogP1OfSquare": lambda x, y: m.log1p(x * y * y), "LogP1OfSquareSlope": lambda x, y: x * y / (1 + x * y * y),
    "LogP1OfSquareCurvature": lambda x, y: x * (1 - x * y * y) / (1 + x * y * y) ** 2,
    "Remainder": lambda x, y: x - y * m.sign(x / y) * m.floor(abs(x / y)),
}
# Cancellation and tiny arguments need more digits than the table holds.
HIGH_PRECISION = 4000


def parts(value, count):
    """The exponent of two and the doubles of a number."""
    if value == 0:
        return [0] + [0.0] * count
    exponent = int(m.floor(m.log(abs(value), 2)))
    rest = m.ldexp(value, -exponent)
    result = [exponent]
    for _ in range(count):
        head = float(rest)
        result.append(head)
        rest -= mpf(head)
    return result


def number(cells):
    return m.ldexp(sum(mpf(cell) for cell in cells[1:]), cells[0])


def double_double(value):
    return parts(mpf(value), 2)


def both_signs(values):
    return [s * v for v in values for s in (1, -1)]


def decades(low, high, count):
    """Numbers with 106 bits, their logarithms uniform."""
    return [m.power(10, mpf(random.uniform(low, high))) for _ in range(count)]


def uniform(low, high, count):
    return [mpf(low) + (mpf(high) - mpf(low)) * m.ldexp(random.getrandbits(200), -200) for _ in range(count)]


def singles(values):
    """Numbers of 24 bits, such as the inputs of a loss are."""
    return [m.ldexp(m.nint(m.ldexp(mpf(v), 23 - int(m.floor(m.log(abs(v), 2))))), int(m.floor(m.log(abs(v), 2))) - 23) for v in values]


def near(center, exponents):
    return [mpf(center) + s * m.ldexp(1, -k) for k in exponents for s in (1, -1)]


ANY = both_signs(decades(-40, 4, 12)) + uniform(-3, 3, 12) + singles(uniform(-30, 30, 12)) + [mpf("0.5"), mpf(1), mpf(-1), mpf(10000), mpf(-10000)]
POSITIVE = decades(-300, 300, 10) + singles(decades(-30, 30, 10)) + uniform("0.4", 3, 12) + near(1, (5, 20, 40, 70, 100)) + [mpf(2), mpf(4), mpf(1)]
UNIT = both_signs(decades(-30, -1, 6)) + uniform(-1, 1, 16) + near(0, (1, 2, 3)) + [s * (1 - m.ldexp(1, -k)) for k in (8, 24, 60, 100) for s in (1, -1)]
ANGLES = (both_signs(decades(-30, 0, 5)) + uniform(-8, 8, 16) + singles(decades(0, 38, 15)) + decades(3, 20, 5)
          + singles([k * m.pi / 2 for k in (1, 2, 3, 10, 1001)]) + [k * m.pi / 2 for k in (1, -2, 5)])
GAMMA = decades(-30, -1, 6) + uniform(0, 4, 16) + singles(uniform(0, 40, 14)) + decades(1, 12, 10) + near(1, (3, 4, 6, 20, 60)) + near(2, (3, 4, 6, 20, 60)) + [mpf(k) / 2 for k in range(1, 9)]
BELOW = [-mpf(k) - f for k in (0, 1, 2, 3, 10) for f in map(mpf, ("0.0625", "0.3125", "0.9375"))] + [mpf("-1e-8"), mpf("-30.25")]

POINTS = {
    "Sqrt": POSITIVE, "Cbrt": both_signs(POSITIVE[::2]), "Log": POSITIVE, "Log2": POSITIVE, "Log10": POSITIVE,
    "Exp": ANY + [-m.exp(9), mpf(2) ** 30], "Exp2": ANY, "ExpM1": ANY + near(0, (2, 3, 4)) + near("0.34375", (20, 30)),
    "LogP1": UNIT + decades(-40, 300, 14) + near("-0.28125", (20,)) + near("0.40625", (20,)),
    "ExpM1MinusX": ANY + near(0, (2, 3, 9, 10, 11, 40)), "XMinusLogP1": UNIT + [mpf(7) ** k for k in range(-30, 300, 25)] + near(0, (9, 10, 11)),
    "LogP1Excess": UNIT + [mpf(7) ** k for k in range(-30, 300, 25)],
    "Sinh": ANY, "Cosh": ANY, "Tanh": ANY, "SechSquared": ANY, "Asinh": ANY,
    "Acosh": [1 + v for v in decades(-25, 3, 12)] + decades(3, 300, 4), "Atanh": UNIT,
    "Sigmoid": ANY, "Softplus": ANY, "LogCosh": ANY, "Log1MExp": [-abs(v) for v in ANY if abs(v) > 1e-25] + near("-0.6875", (20,)), "Gaussian": ANY, "HalfGaussian": ANY, "OneMinusSquare": UNIT,
    "Floor": ANY + near(3, (40, 90)) + [mpf(2) ** 80 + mpf("0.5")], "Round": ANY + near("2.5", (40, 90)) + [mpf("2.5"), mpf("3.5"), mpf("-0.5")],
    "Sin": ANGLES, "Cos": ANGLES, "Tan": ANGLES, "Asin": UNIT, "Acos": UNIT, "Atan": ANY + decades(4, 60, 4),
    "Erf": [v for v in ANY if abs(v) < 40], "Erfc": [v for v in ANY if abs(v) < 40] + uniform(-1, 8, 20) + [mpf(100)],
    "LogGamma": GAMMA + BELOW, "Digamma": GAMMA + BELOW, "Trigamma": GAMMA + BELOW, "Tetragamma": GAMMA + BELOW,
}
PAIRS = list(zip(decades(-20, 20, 15), decades(-20, 20, 15))) + list(zip(uniform(-2, 2, 15), uniform(-2, 2, 15))) + list(zip(singles(uniform(-9, 9, 10)), singles(uniform(-9, 9, 10))))
CLOSE = [(x, x * (1 + s * m.ldexp(1, -k))) for x in singles(uniform(1, 9, 3)) for k in (10, 23, 40, 70, 95) for s in (1, -1)]
POWERS = [(abs(x), y) for x, y in PAIRS if abs(y) < 1e4] + [(mpf(3), mpf(5)), (mpf("0.5"), mpf(-7)), (mpf("1.25"), mpf("0.5")), (mpf(-3), mpf(3)), (1 + m.ldexp(1, -23), mpf(10) ** 4)]
STEPS = [(x, a) for x in (mpf("0.0625"), mpf("0.75"), mpf("3.25"), mpf(17), mpf(1000), mpf(2) ** 20) for a in (mpf("0.5"), mpf("1.5"), mpf(7), mpf(300))]
PAIR_POINTS = {
    "Add": PAIRS + CLOSE, "Subtract": PAIRS + CLOSE, "Multiply": PAIRS, "Divide": PAIRS + [(mpf(6), mpf(3)), (mpf(1), mpf(3))],
    "Pow": POWERS, "Hypot": PAIRS, "Atan2": PAIRS + [(-x, -y) for x, y in PAIRS[::3]] + [(x, -y) for x, y in PAIRS[::3]],
    "LogAddExp": [(x, y) for x, y in PAIRS if abs(x) < 1e3 and abs(y) < 1e3], "XLogY": [(x, abs(y)) for x, y in PAIRS], "XLogP1Y": [(x, abs(y)) for x, y in PAIRS],
    **{name: [(abs(x), y) for x, y in PAIRS] for name in ("LogP1OfSquare", "LogP1OfSquareSlope", "LogP1OfSquareCurvature")},
    **{name: STEPS for name in ("LogGammaRatio", "LogGammaRatioSlope", "LogGammaRatioCurvature", "LogBeta", "LogBetaSlope", "LogBetaCurvature")},
    "ScaledLogP1": [(abs(x), abs(y)) for x, y in PAIRS],
    "Remainder": [(x, y) for x, y in PAIRS if abs(x / y) < 1e6],
}
POINTS.update({name: ANY for name in ("LogSoftplus", "LogSoftplusSlope", "LogSoftplusCurvature")})
ERROR_TAILS = [v for v in ANY if v > -40] + uniform(-1, 8, 20) + near("2.5", (2, 40)) + [mpf(100), mpf(2) ** 59, mpf(2) ** 62]
POINTS.update({name: ERROR_TAILS for name in ("LogErfc", "LogHalfErfc", "ErfcHazard", "ErfcHazardSlope")})


def row(name, function, cells):
    mp.prec = 10 * HIGH_PRECISION if name == "LogSoftplusCurvature" else HIGH_PRECISION if name in ("Sigmoid", "Erf") or "Erfc" in name else 1400
    arguments = [number(cell) for cell in cells]
    value = function(*arguments)
    texts = [text for cell in cells for text in (str(cell[0]), repr(cell[1]), repr(cell[2]))]
    value_cells = parts(m.re(value), 3)
    return "\t".join([name] + texts + [str(value_cells[0])] + [repr(v) for v in value_cells[1:]])


def main():
    with open("unary-shadows.tsv", "w", newline="\n") as file:
        file.write("function\tx exponent\tx high\tx low\texponent\thigh\tmiddle\tlow\n")
        for name, function in ONE.items():
            for x in POINTS[name]:
                file.write(row(name, function, [double_double(x)]) + "\n")
    with open("binary-shadows.tsv", "w", newline="\n") as file:
        file.write("function\tx exponent\tx high\tx low\ty exponent\ty high\ty low\texponent\thigh\tmiddle\tlow\n")
        for name, function in TWO.items():
            for x, y in PAIR_POINTS[name]:
                file.write(row(name, function, [double_double(x), double_double(y)]) + "\n")


main()
