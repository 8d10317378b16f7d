"""Writes the reference tables of the double-precision function tests with mpmath.

Usage: make_tables.py [function ...]        (all functions by default)

A line holds the arguments, the correct result rounded to double, and the remainder (exact - rounded) in units in the
last place of the rounded result, so that an error is measured far below one ulp. Numbers are Python's shortest
round-trip texts. Arguments are reproducible: the generator's seed is the function's name.
"""

import math
import random
import struct
import sys
from pathlib import Path

import mpmath as mp

mp.mp.prec = 2400  # wide enough that 1 + 1e-300 keeps its last digits
POINTS = 1500
EXTREMES = [5e-324, 1.2345e-310, 2.2250738585072014e-308, 1e-300, 1e-100, 1e-20, 1e-10, 1e-5, 0.5, 1.0, 2.0, 10.0, 1e5,
            1e10, 1e20, 1e100, 1e300, 1.7976931348623157e308]


def from_bits(bits):
    return struct.unpack("<d", struct.pack("<Q", bits))[0]


def any_double(rng):
    """Uniform over bit patterns: every binade is as likely as the next."""
    while True:
        x = from_bits(rng.getrandbits(64))
        if math.isfinite(x):
            return x


def points(*intervals, positive=False, patterns=400):
    """A sampler: extremes and random bit patterns, then evenly shared uniform samples of the intervals."""

    def sample(rng):
        found = [sign * x for x in EXTREMES for sign in ((1,) if positive else (1, -1))]
        found += [any_double(rng) for _ in range(patterns)]
        if positive:
            found = [abs(x) for x in found]
        rest = POINTS - len(found)
        for k in range(rest):
            low, high = intervals[k % len(intervals)]
            found.append(rng.uniform(low, high))
        return [(x,) for x in found]

    return sample


def near(*centres, width=0.5):
    """Intervals around points where a result vanishes, from coarse to very fine."""
    return [(c - width * 10.0**-k, c + width * 10.0**-k) for c in centres for k in range(0, 12, 2)]


def with_floats(sample):
    """Rounds every second point to float, so that the table serves as an oracle for float too."""

    def sample_with_floats(rng):
        return [(to_single(x) or x,) if k % 2 else (x,) for k, (x,) in enumerate(sample(rng))]

    return sample_with_floats


def to_single(x):
    try:
        return struct.unpack("<f", struct.pack("<f", x))[0]
    except OverflowError:
        return x


def angles(rng):
    """Pairs for the angle of a point: uniform, and over bit patterns with ratios of every size down to double's precision."""
    found = [(rng.uniform(-3, 3), rng.uniform(-3, 3)) for _ in range(POINTS * 3 // 5)]
    while len(found) < POINTS:
        x = any_double(rng)
        y = rng.choice((1, -1)) * x * 2.0 ** rng.uniform(-60, 60)
        if math.isfinite(y) and y != 0:
            found.append((y, x))
    return found


def within(low, high, function):
    """Leaves out what lies outside the domain, or only overflows and would take mpmath long."""
    return lambda x: function(x) if low <= x <= high else None


def at_precision(bits, function):
    """For functions too slow at the precision that the elementary ones need for their extremes."""

    def evaluate(*arguments):
        with mp.workprec(bits):
            return function(*arguments)

    return evaluate


def is_pole_of_gamma(x):
    return x <= 0 and x == mp.floor(x)


def log_gamma(x):
    if is_pole_of_gamma(x):
        return None
    return mp.loggamma(x) if x > 0 else mp.log(mp.pi / abs(mp.sin(mp.pi * x))) - mp.loggamma(1 - x)


def polygamma(order):
    """The order-th derivative of digamma, left of 0 by the derivatives of psi(1 - x) - psi(x) = pi cot(pi x)."""

    def reflection(angle):
        if order == 0:
            return -mp.pi * mp.cot(angle)
        if order == 1:
            return (mp.pi / mp.sin(angle)) ** 2
        return -2 * mp.pi**3 * mp.cos(angle) / mp.sin(angle) ** 3

    def evaluate(x):
        if is_pole_of_gamma(x):
            return None
        return mp.psi(order, x) if x > 0 else reflection(mp.pi * x) - (-1) ** (order + 1) * mp.psi(order, 1 - x)

    return evaluate


def sigmoid(x):
    return 1 / (1 + mp.exp(-x))


def softplus(x):
    return mp.log1p(mp.exp(x))


def erfcx(x):
    """exp(x^2) erfc(x), for large x by its asymptotic series (DLMF 7.12.1)."""
    if x < 1000:
        return mp.exp(x * x) * mp.erfc(x)
    term = total = mp.mpf(1)
    for k in range(1, 30):
        term *= -(2 * k - 1) / (2 * x * x)
        total += term
    return total / (x * mp.sqrt(mp.pi))


def log_half_erfc(x):
    return mp.log1p(-mp.erfc(-x) / 2) if x < 0 else mp.log(erfcx(x) / 2) - x * x


def erfc_hazard(x):
    return 2 / (mp.sqrt(mp.pi) * erfcx(x))


def pairs(sample_x, sample_y):
    """Two samplers, paired at random."""

    def sample(rng):
        first = [x for x, in sample_x(rng)]
        second = [y for y, in sample_y(rng)]
        rng.shuffle(second)
        return list(zip(first, second))

    return sample


def powers(rng):
    """Bases and exponents whose power is mostly representable, and bases near 1 with huge exponents."""
    found = pairs(points((0, 3), positive=True, patterns=100), points((-30, 30), patterns=100))(rng)[:700]
    while len(found) < POINTS:
        x = abs(any_double(rng)) if rng.random() < 0.5 else 1 + rng.uniform(-1, 1) * 10.0 ** -rng.randrange(0, 15)
        target = rng.uniform(-1080, 1030)
        if x > 0 and x != 1:
            found.append((x, target / math.log2(x)))
    found += [(-abs(x), float(rng.randrange(-20, 20))) for x, _ in found[:100]]
    return found


def neighbours(rng):
    """Two numbers whose exponentials are mostly comparable."""
    found = pairs(points((-10, 10), patterns=50), points((-10, 10), patterns=50))(rng)[:500]
    while len(found) < POINTS:
        x = rng.choice((rng.uniform(-3, 3), rng.uniform(-700, 700)))
        found.append((x, x + rng.choice((-1, 1)) * rng.uniform(0, 20) ** 2 / 10))
    return found


def near_exponentials(rng):
    """Numbers x and y, y next to e^x more often than not: to a few digits, to all of them, and by the rounding of either."""
    found = pairs(points((-10, 10), patterns=50), points((0, 20), patterns=50))(rng)[:400]
    while len(found) < POINTS:
        x = rng.choice((rng.uniform(-3, 3), rng.uniform(-80, 80), rng.uniform(-600, 600), rng.choice((1, -1)) * 10.0 ** rng.uniform(-20, 0)))
        y = float(mp.exp(x) * (1 + rng.choice((1, -1)) * mp.mpf(10) ** rng.uniform(-12, 0)))
        if rng.random() < 0.3:
            y = float(rng.randrange(1, 200))
            x = float(mp.log(y) * (1 + rng.choice((1, -1)) * mp.mpf(10) ** rng.uniform(-16, 0)))
        found.append((x, y))
    return found


def squares(rng):
    """Factors k > 0 and numbers x whose k x^2 is of every size, beyond overflow too, and often near 1."""
    found = pairs(points((0, 3), positive=True, patterns=200), points((-10, 10), patterns=200))(rng)[:900]
    while len(found) < POINTS:
        k = rng.choice((1.0, 0.25, 10.0 ** rng.uniform(-20, 20)))
        found.append((k, rng.choice((1, -1)) * math.sqrt(10.0 ** rng.uniform(-1.5, 1.5) / k)))
    return found


def gamma_steps(rng):
    """Arguments x > 0 of every size, and steps a >= 0: halves and counts as likelihoods have them, and others."""
    found = []
    while len(found) < POINTS:
        x = rng.choice((10.0 ** rng.uniform(-6, 12), rng.uniform(0, 30)))
        found.append((x, rng.choice((0.5, 1.0, float(rng.randrange(0, 1000)), 10.0 ** rng.uniform(-3, 9)))))
    return [(to_single(x), to_single(a)) if k % 2 else (x, a) for k, (x, a) in enumerate(found)]


def power(x, y):
    if x == 0:
        return mp.mpf(0) if y > 0 else None
    if x < 0 and y != mp.floor(y):
        return None
    if y * mp.log(abs(x)) > 710:
        return mp.mpf(2) ** 1025 * (-1 if x < 0 and y % 2 == 1 else 1)
    if y * mp.log(abs(x)) < -760:
        return mp.mpf(2) ** -1090 * (-1 if x < 0 and y % 2 == 1 else 1)
    return mp.power(x, y)


PI = math.pi
ANGLES = points((-50, 50), (-1e6, 1e6), (1.07e9, 1.08e9), *near(PI / 2, PI, 3 * PI / 2, 355, 1e5 * PI))
UNIT = points((-1, 1), *near(-1, -0.5, 0.5, 1), patterns=800)
ERROR_TAILS = with_floats(points((-6, 6), (0, 27.5), (-27.3, 0), (0.4, 0.6), (-1e-5, 1e-5), patterns=600))
GAMMA = with_floats(points((0, 20), (-20, 0), *near(1, 1.4616321449683622, 2), (1, 10), patterns=600))

# name: (function, sampler). Arguments outside the domain are dropped (the function returns None or raises).
FUNCTIONS = {
    "exp": (within(-800, 720, mp.exp), points((-750, 715), (-1, 1), (-745.2, -708))),
    "exp2": (within(-1100, 1030, lambda x: mp.mpf(2) ** x), points((-1080, 1026), (-1, 1), (-1075, -1020))),
    "expm1": (within(-800, 720, mp.expm1), points((-40, 715), (-1, 1), *near(0))),
    "expm1_minus_x": (within(-mp.inf, 720, lambda x: mp.expm1(x) - x), points((-2, 2), (-40, 715), *near(0, -1, 1))),
    "rate_difference": (lambda x, y: mp.exp(x) - y if abs(x) < 700 else None, near_exponentials),
    "exp_of_nonpositive": (within(-800, 0, mp.exp), points((-750, 0), (-1, 0), (-745.2, -708))),
    "log": (lambda x: mp.log(x) if x > 0 else None, points((0, 3), (0.7, 1.5), *near(1), positive=True)),
    "log2": (lambda x: mp.log(x, 2) if x > 0 else None, points((0, 3), (0.7, 1.5), *near(1), positive=True)),
    "log10": (lambda x: mp.log10(x) if x > 0 else None, points((0, 3), (0.7, 1.5), *near(1), positive=True)),
    "logp1": (lambda x: mp.log1p(x) if x > -1 else None, points((-1, 3), (-0.3, 0.5), *near(0))),
    "logp1_of_unit": (lambda x: mp.log1p(x) if 0 <= x <= 1 else None, points((0, 1), (0.45, 0.55), positive=True)),
    "x_minus_logp1": (lambda x: x - mp.log1p(x) if x > -1 else None, points((-1, 3), (-0.3, 0.5), (0.4, 2), *near(0))),
    "log_gamma_ratio": (at_precision(200, lambda x, a: mp.loggamma(x + a) - mp.loggamma(x) - a * mp.log(x)), gamma_steps),
    "log_gamma_ratio_slope": (at_precision(200, lambda x, a: mp.psi(0, x + a) - mp.psi(0, x) - a / x), gamma_steps),
    "log_gamma_ratio_curvature": (at_precision(200, lambda x, a: mp.psi(1, x + a) - mp.psi(1, x) + a / (x * x)), gamma_steps),
    "log_beta": (at_precision(200, lambda x, a: mp.loggamma(x) + mp.loggamma(a) - mp.loggamma(x + a) if a > 0 else None), gamma_steps),
    "log_beta_slope": (at_precision(200, lambda x, a: mp.psi(0, x) - mp.psi(0, x + a)), gamma_steps),
    "log_beta_curvature": (at_precision(200, lambda x, a: mp.psi(1, x) - mp.psi(1, x + a)), gamma_steps),
    "logp1_excess": (lambda x: mp.log1p(x) - x / (1 + x) if x > -1 else None, points((-1, 3), (0, 100), *near(0))),
    "logp1_of_square": (lambda k, x: mp.log1p(k * x * x), squares),
    "logp1_of_square_slope": (lambda k, x: k * x / (1 + k * x * x), squares),
    "logp1_of_square_curvature": (lambda k, x: k * (1 - k * x * x) / (1 + k * x * x) ** 2, squares),
    "cbrt": (lambda x: mp.sign(x) * mp.cbrt(abs(x)), points((-10, 10))),
    "sigmoid": (within(-800, 800, sigmoid), points((-750, 40), (-2, 2), (-40, 40))),
    "logsigmoid": (within(-1e300, 800, lambda x: -softplus(-x)), points((-50, 750), (-2, 2), (-40, 40))),
    "softplus": (within(-800, 1e300, softplus), points((-750, 50), (-2, 2), (-40, 40))),
    "logcosh": (lambda x: mp.log(mp.cosh(x)) if abs(x) < 1e4 else abs(x) - mp.log(2), points((-3, 3), (-0.8, 0.8), *near(0), (-50, 50))),
    "log1mexp": (within(-800, 0, lambda x: mp.log(-mp.expm1(x))), points((-750, 0), (-2, 0), (-0.8, -0.6), (-1e-5, 0))),
    "pow": (power, powers),
    "hypot": (mp.hypot, pairs(points((-10, 10)), points((-10, 10)))),
    "xlogy": (lambda x, y: x * mp.log(y) if y > 0 else None, pairs(points((-10, 10)), points((0, 3), *near(1), positive=True))),
    "xlogp1y": (lambda x, y: x * mp.log1p(y) if y > -1 else None, pairs(points((-10, 10)), points((-1, 3), *near(0)))),
    "logaddexp": (
        lambda x, y: max(x, y) + (mp.log1p(mp.exp(-abs(x - y))) if abs(x - y) < 3000 else 0),
        neighbours,
    ),
    "sin": (mp.sin, ANGLES),
    "cos": (mp.cos, ANGLES),
    "tan": (mp.tan, ANGLES),
    "asin": (within(-1, 1, mp.asin), UNIT),
    "acos": (within(-1, 1, mp.acos), UNIT),
    "atan": (mp.atan, points((-5, 5), *near(1))),
    "atan2": (mp.atan2, angles),
    "sinh": (mp.sinh, points((-30, 30), (-2, 2), (709, 711), patterns=800)),
    "cosh": (mp.cosh, points((-30, 30), (-2, 2), (709, 711), patterns=800)),
    "tanh": (mp.tanh, points((-8, 8), (-22, 22), *near(0.625))),
    "asinh": (mp.asinh, points((-10, 10), (-1, 1), (1e8, 1e9))),
    "acosh": (within(1, mp.inf, mp.acosh), points((1, 10), (1e8, 1e9), *near(1), positive=True, patterns=800)),
    "atanh": (within(-1, 1, mp.atanh), points((-1, 1), *near(-1, 1), patterns=800)),
    "erf": (within(-40, 40, at_precision(1200, mp.erf)), with_floats(points((-6, 6), (-1.5, 1.5), patterns=800))),
    "erfc": (within(-40, 40, at_precision(1200, mp.erfc)), with_floats(points((-6, 6), (0, 27.5), (26, 27.3), patterns=800))),
    "log_erfc": (within(-60, mp.inf, at_precision(1200, lambda x: mp.log1p(-mp.erf(x)) if x < 1 else mp.log(erfcx(x)) - x * x)), ERROR_TAILS),
    "log_half_erfc": (within(-60, mp.inf, at_precision(2400, log_half_erfc)), ERROR_TAILS),
    "erfc_hazard": (within(-60, mp.inf, at_precision(1200, erfc_hazard)), ERROR_TAILS),
    "erfc_hazard_slope": (within(-60, mp.inf, at_precision(2400, lambda x: erfc_hazard(x) * (erfc_hazard(x) - 2 * x))), ERROR_TAILS),
    "gaussian": (within(-40, 40, lambda x: mp.exp(-x * x)), points((-6, 6), (20, 27.3), (-1, 1))),
    "half_gaussian": (within(-60, 60, lambda x: mp.exp(-x * x / 2)), points((-9, 9), (28, 38.6), (-1, 1))),
    "one_minus_square": (lambda x: 1 - x * x, points((-2, 2), *near(-1, 1), patterns=200)),
    "sech_squared": (within(-400, 400, lambda x: mp.sech(x) ** 2), points((-5, 5), (-30, 30), (340, 372.5), *near(0))),
    "log_gamma": (at_precision(1200, log_gamma), GAMMA),
    "digamma": (at_precision(1200, polygamma(0)), GAMMA),
    "trigamma": (at_precision(1200, polygamma(1)), GAMMA),
    "tetragamma": (at_precision(1200, polygamma(2)), GAMMA),
}


def ulp(x):
    return mp.mpf(math.ulp(x))


def line(arguments, function):
    try:
        exact = function(*(mp.mpf(a) for a in arguments))
    except (ValueError, ZeroDivisionError, OverflowError):
        return None
    if exact is None or mp.isnan(exact) or mp.isinf(exact):
        return None
    rounded = to_double(exact)
    remainder = 0.0 if math.isinf(rounded) else float((exact - mp.mpf(rounded)) / ulp(rounded))
    texts = [repr(x).replace("inf", "Infinity") for x in (*arguments, rounded)]  # .NET's spelling
    return " ".join([*texts, f"{remainder:.12g}"])


def to_double(exact):
    """Rounded to nearest, subnormals included (mpmath's own conversion rounds those twice)."""
    magnitude = abs(exact)
    if magnitude >= mp.mpf(2) ** 1024 * (1 - mp.mpf(2) ** -54):
        return math.copysign(math.inf, exact)
    if magnitude < mp.mpf(2) ** -1022:
        return math.copysign(int(mp.nint(magnitude * mp.mpf(2) ** 1074)) * 5e-324, exact)
    return float(exact)


def write(name):
    function, sample = FUNCTIONS[name]
    lines = [line(arguments, function) for arguments in sample(random.Random(name))]
    text = "\n".join(text for text in lines if text is not None)
    Path(__file__).with_name(f"{name}.txt").write_text(text + "\n", encoding="ascii", newline="\n")


if __name__ == "__main__":
    for requested in sys.argv[1:] or FUNCTIONS:
        write(requested)
