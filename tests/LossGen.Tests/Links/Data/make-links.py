"""Writes links.tsv: link, direction, argument and result (exact doubles in, 50 digits inside, rounded to double)."""
import mpmath as mp

mp.mp.dps = 400

scores = [0.0, 1e-300, 1e-12, -1e-9, 0.1, -0.3, 1.0, -1.0, 2.5, -7.25, 18.5, -36.0, 40.0, -100.0, 300.0, -700.0]
inverse = {
    "Sigmoid": lambda x: 1 / (1 + mp.exp(-x)),
    "Exp": mp.exp,
    "Softplus": lambda x: mp.log(1 + mp.exp(x)),
    "Tanh": mp.tanh,
}
probabilities = [5e-324, 1e-300, 1e-17, 0.01, 0.2499, 0.25, 0.3, 0.49999999, 0.5, 0.5000001, 0.7, 0.75, 0.76, 0.999, 1 - 2.0**-53]
positive = [5e-324, 1e-300, 1e-9, 0.2, 0.69, 0.7, 0.99, 1.0, 1.01, 3.0, 40.0, 1e3, 1e300]
signed = [0.0, 1e-300, -1e-9, 0.2, -0.5, 0.9, -0.999, 1 - 2.0**-53]
link = {
    "Sigmoid": (probabilities, lambda p: mp.log(p / (1 - p))),
    "Exp": (positive, mp.log),
    "Softplus": (positive, lambda p: mp.log(mp.exp(p) - 1)),
    "Tanh": (signed, mp.atanh),
}

with open("links.tsv", "w", newline="\n") as table:
    for name, function in inverse.items():
        for x in scores:
            table.write(f"{name}\tToPrediction\t{x!r}\t{float(function(mp.mpf(x)))!r}\n")
    for name, (points, function) in link.items():
        for p in points:
            result = mp.mpf(p) + mp.log(1 - mp.exp(-mp.mpf(p))) if name == "Softplus" and p > 100 else function(mp.mpf(p))
            table.write(f"{name}\tToScore\t{p!r}\t{float(result)!r}\n")
