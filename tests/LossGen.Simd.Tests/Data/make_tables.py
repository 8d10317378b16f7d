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


# name: (function, sampler). Arguments outside the domain are dropped (the function returns None or raises).
FUNCTIONS = {
    "exp": (mp.exp, points((-750, 715), (-1, 1), (-745.2, -708))),
    "log": (lambda x: mp.log(x) if x > 0 else None, points((0, 3), (0.7, 1.5), *near(1), positive=True)),
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
