"""Fits the polynomials of runtime/LossGen/Simd/Functions and prints them as C#.

Every function is interpolated at Chebyshev nodes with 120 digits, the coefficients are rounded to the
element type, and the error of the rounded polynomial is measured on a dense grid, scaled to a relative
error of the function that uses it. The lowest degree that meets the target is kept.

usage: fit_polynomials.py [name ...]
"""
import sys
import numpy
from mpmath import mp, mpf

mp.dps = 120
half = mpf(1) / 2


def odd(function):
    """(f(x) - x) / x^3 as a function of z = x^2."""
    def reduced(z):
        if z < mpf(10) ** -20:
            z = mpf(10) ** -20
        x = mp.sqrt(z)
        return (function(x) - x) / x ** 3
    return reduced


def away_from_zero(function):
    """Steps around a removable singularity at 0."""
    return lambda x: function(x if abs(x) > mpf(10) ** -25 else mpf(10) ** -25)


def inverse_square(function):
    """A function of large x in the variable z = 1 / x^2; z = 0 is replaced by x = 10^6."""
    return lambda z: function(1 / mp.sqrt(z) if z > mpf(10) ** -12 else mpf(10) ** 6)


root = mp.findroot(lambda x: mp.psi(0, x), mpf('1.4616321449683623'))
logTwoPi = mp.log(2 * mp.pi)
K = 2


def scaled_erfc(t):
    x = K * (1 + t) / (1 - t)
    return (1 + 2 * x) * mp.exp(x * x) * mp.erfc(x)


def erfc_hazard(t):
    """h(x) = -(log erfc)'(x) / (1 + 2x); its limit at t = 1."""
    if t == 1:
        return mpf(1)
    x = K * (1 + t) / (1 - t)
    return 2 / mp.sqrt(mp.pi) / ((1 + 2 * x) * mp.exp(x * x) * mp.erfc(x))


def erfc_hazard_slope(t):
    """h'(x) = h(x)(h(x) - 2x); its limit at t = 1."""
    if t == 1:
        return mpf(2)
    x = K * (1 + t) / (1 - t)
    slope = (1 + 2 * x) * erfc_hazard(t)
    return slope * (slope - 2 * x)


def t_of(x):
    x = mpf(x)
    return (x - K) / (x + K)


# name: (function of the variable, interval for double, for float, scale to relative error, variable)
APPROXIMATIONS = {
    'sin': (odd(mp.sin), (0, mpf('0.65')), None, lambda z: z, 'z'),
    'cos': (away_from_zero(lambda z: (mp.cos(mp.sqrt(abs(z))) - 1 + z / 2) / z ** 2), (mpf(10) ** -25, mpf('0.65')), None, lambda z: z * z / mpf('0.7'), 'z'),
    'asin': (odd(mp.asin), (0, mpf('0.25')), None, lambda z: z, 'z'),
    'atan': (odd(mp.atan), (0, 1), None, lambda z: z, 'z'),
    'sinh': (odd(mp.sinh), (0, 1), None, lambda z: z, 'z'),
    'tanh': (odd(mp.tanh), (0, mpf('0.4')), None, lambda z: z, 'z'),
    'erf': (away_from_zero(lambda z: mp.erf(mp.sqrt(abs(z))) / mp.sqrt(abs(z)) - 1), (mpf(10) ** -25, 1), None, lambda z: 1, 'z'),
    'erfcx': (scaled_erfc, (t_of('0.49'), t_of('27.5')), (t_of('0.49'), t_of('10.4')), lambda t: 1 / scaled_erfc(t), 't'),
    'erfcHazard': (erfc_hazard, (t_of('0.49'), 1), None, lambda t: 1 / erfc_hazard(t), 't'),
    'erfcHazardSlope': (erfc_hazard_slope, (t_of('0.24'), 1), None, lambda t: 1 / erfc_hazard_slope(t), 't'),
    'expm1MinusX': (away_from_zero(lambda x: (mp.expm1(x) - x) / x ** 2), (-1, 1), None, lambda x: x * x / (mp.expm1(x) - x) if x else mpf(2), 'x'),
    'xMinusLogP1': (away_from_zero(lambda f: (f - mp.log1p(f) - f * f / 2) / f ** 3), (mpf('-0.2929'), mpf('0.4143')), None, lambda f: f ** 3 / (f - mp.log1p(f)) if f else mpf(0), 'f'),
    'loggamma': (away_from_zero(lambda d: mp.loggamma(2 + d) / d), (-half, half), None, lambda d: mpf(2), 'd'),
    'stirling': (inverse_square(lambda x: x * (mp.loggamma(x) - (x - half) * mp.log(x) + x - logTwoPi / 2)), (0, 1 / mpf('6.5') ** 2), (0, 1 / mpf('4.5') ** 2), lambda z: mp.sqrt(z) / 2, 'z'),
    'digamma': (lambda u: mp.psi(0, u + mpf('1.5')) / (u + mpf('1.5') - root), (-half, half), None, lambda u: 1, 'u'),
    'digammaTail': (inverse_square(lambda x: (mp.log(x) - 1 / (2 * x) - mp.psi(0, x)) * x * x), (0, 1 / mpf(7) ** 2), (0, 1 / mpf(5) ** 2), lambda z: z, 'z'),
    'trigammaTail': (inverse_square(lambda x: (mp.psi(1, x) - 1 / x - 1 / (2 * x * x)) * x ** 3), (0, 1 / mpf(7) ** 2), (0, 1 / mpf(5) ** 2), lambda z: z, 'z'),
    'tetragammaTail': (inverse_square(lambda x: (-mp.psi(2, x) - 1 / x ** 2 - 1 / x ** 3) * x ** 4), (0, 1 / mpf(7) ** 2), (0, 1 / mpf(5) ** 2), lambda z: z, 'z'),
}

# Where one degree more does not help, but two do.
LOWEST_DEGREE = {('xMinusLogP1', 'float'): 10}

TARGET = {'double': mpf(2) ** -57, 'float': mpf(2) ** -28}


def rounded(value, kind):
    # Through a decimal string: mpf -> double -> float would round twice.
    number = float(mp.nstr(value, 25))
    return number if kind == 'double' else float(numpy.float32(number))


def interpolate(function, low, high, degree):
    """Monomial coefficients, lowest first, of the interpolant at the Chebyshev nodes."""
    n = degree + 1
    nodes = [mp.cos(mp.pi * (2 * k + 1) / (2 * n)) for k in range(n)]
    values = [function((low + high) / 2 + (high - low) / 2 * u) for u in nodes]
    chebyshev = [2 / mpf(n) * sum(values[k] * mp.cos(j * mp.acos(nodes[k])) for k in range(n)) for j in range(n)]
    chebyshev[0] /= 2
    # Clenshaw on polynomials in x with u = a x + b.
    a, b = 2 / (high - low), -(high + low) / (high - low)
    first, second = [mpf(0)], [mpf(0)]
    for c in reversed(chebyshev[1:]):
        first, second = subtract(scale_shift(first, 2 * a, 2 * b), second, c), first
    return subtract(scale_shift(first, a, b), second, chebyshev[0])


def scale_shift(p, a, b):
    out = [mpf(0)] * (len(p) + 1)
    for i, c in enumerate(p):
        out[i] += b * c
        out[i + 1] += a * c
    return out


def subtract(p, q, constant):
    out = list(p) + [mpf(0)] * max(0, len(q) - len(p))
    for i, c in enumerate(q):
        out[i] -= c
    out[0] += constant
    return out


def fit(name, kind):
    function, interval, interval_float, scale, variable = APPROXIMATIONS[name]
    low, high = map(mpf, interval_float if kind == 'float' and interval_float else interval)
    grid = [low + (high - low) * k / 400 for k in range(401)]
    exact = [function(x) for x in grid]
    weights = [scale(x) for x in grid]
    best = None
    for degree in range(LOWEST_DEGREE.get((name, kind), 2), 30):
        coefficients = interpolate(function, low, high, degree)[:degree + 1]
        coefficients = [rounded(c, kind) for c in coefficients]
        error = max(abs((mp.polyval([mpf(c) for c in reversed(coefficients)], x) - y) * w) for x, y, w in zip(grid, exact, weights))
        if best is not None and error > best[1] * mpf('0.7'):
            break  # rounding of the coefficients dominates: a higher degree does not help
        best = coefficients, error
        if error < TARGET[kind]:
            break
    return best[0], best[1], low, high


def shortest(value, kind):
    if kind == 'double':
        return repr(value)
    return str(numpy.float32(value))


def horner(name, coefficients, variable, kind):
    first, *rest = [shortest(c, kind) for c in reversed(coefficients)]
    yield f'V {name} = V.Create({first});'
    for c in rest:
        yield f'{name} = V.MultiplyAdd({name}, {variable}, V.Create({c}));'


def source(name, coefficients, variable, kind):
    """
    Horner's scheme; from degree 6 on two of them, for even and odd powers, that the processor runs side by side. Not for the
    arc tangent, whose even and odd parts nearly cancel at 1.
    """
    if len(coefficients) < 7 or name == 'atan':
        yield from horner('p', coefficients, variable, kind)
        yield 'return p;'
        return
    yield f'V {variable}2 = {variable} * {variable};'
    yield from horner('even', coefficients[0::2], variable + '2', kind)
    yield from horner('odd', coefficients[1::2], variable + '2', kind)
    yield f'return V.MultiplyAdd(odd, {variable}, even);'


def main(names):
    for name in names or APPROXIMATIONS:
        variable = APPROXIMATIONS[name][4]
        print('//', name)
        for kind in ('float', 'double'):
            coefficients, error, low, high = fit(name, kind)
            print(f'        // {kind}: degree {len(coefficients) - 1} on [{mp.nstr(low, 5)}, {mp.nstr(high, 5)}], relative error 2^{mp.nstr(mp.log(error, 2), 4)}')
            for line in source(name, coefficients, variable, kind):
                print('            ' + line)
        sys.stdout.flush()


main(sys.argv[1:])
