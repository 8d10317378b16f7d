"""The lines of peer-vectors.tsv, which make_peer_vectors.py writes.

A line: peer and test | class and options | reduction | columns of a row, or 0 | inputs in declaration order | weights | what is compared | expected | tolerance.
Inputs are separated by '/', numbers by blanks. A number that the peer alone cuts off or rounds otherwise is '-'. The tolerance is the peer's, or one and a half
units of the last digit that it prints and its own rounding in single precision, whichever is smaller; only the peer's where its digits are rougher (is_rough).
What is compared is of float or double alone where it begins with that word; derivatives are those by the first prediction.
"""
import numpy as np
from decimal import Decimal


def numbers(values):
    return " ".join(repr(float(x)) for x in np.asarray(values, dtype=float).ravel())


def unit(text):
    return float(Decimal(1).scaleb(Decimal(text).as_tuple().exponent))


def case(test, head, inputs, expected, what="value", reduction="Mean", columns=0, weights=None, tolerance=1.5e-3, is_rough=False):
    """Expected numbers as text are literals of the peer; others are computed here."""
    literals = expected.split() if isinstance(expected, str) else None
    if literals and not is_rough:
        given = [x for x in literals if x != "-"]
        tolerance = min(tolerance, max(1.5 * unit(x) for x in given) + 1e-6 * max(abs(float(x)) for x in given))
    size = np.asarray(inputs[0]).size // max(columns, 1)
    if weights is not None and np.ndim(weights) == 0:
        weights = [weights] * size
    print("\t".join([test, head, reduction, str(columns), "/".join(map(numbers, inputs)), numbers(weights) if weights is not None else "-",
                     what, " ".join(literals) if literals else numbers(expected), f"{tolerance:.3g}"]))


def sigmoid(x):
    return 1 / (1 + np.exp(-np.asarray(x, dtype=float)))


def softmax(x, axis=-1):
    e = np.exp(np.asarray(x, dtype=float) - np.max(x, axis=axis, keepdims=True))
    return e / e.sum(axis=axis, keepdims=True)


def one_hot(labels, classes):
    return np.eye(classes)[np.asarray(labels, dtype=int)]
