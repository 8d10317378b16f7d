"""Serves a library's losses to a process that sends one request a line.

The first line says who serves: version, the most threads, the losses' names. Requests, fields separated by tabs; every answer is
one line:
    load SAMPLES COLUMNS PREDICTIONS TARGETS   repeats the files, whose names end in their type; answers "loaded"
    check LOSS THREADS LENGTH GRADIENT         evaluates once, writes LENGTH gradients to the file; answers the value
    time LOSS THREADS CALLS                    answers the nanoseconds that CALLS evaluations took
"""
import sys
import time

import numpy


def read(path, count):
    return numpy.resize(numpy.fromfile(path, dtype=path.rpartition(".")[2]), count)


def serve(version, most_threads, losses, library):
    """The library has load(prediction, target), set_threads(count), evaluate(loss), and result() with value and gradient of the mean."""

    def load(samples, columns, predictions, targets):
        samples, columns = int(samples), int(columns)
        prediction = read(predictions, samples * columns)
        library.load(prediction.reshape(samples, columns) if columns > 1 else prediction, read(targets, samples))
        return "loaded"

    def check(loss, threads, length, gradient):
        library.set_threads(int(threads))
        library.evaluate(loss)
        value, derivatives = library.result(loss)
        derivatives.reshape(-1)[: int(length)].astype(numpy.float32).tofile(gradient)
        return repr(float(value))

    def measure(loss, threads, calls):
        library.set_threads(int(threads))
        start = time.perf_counter_ns()
        for _ in range(int(calls)):
            library.evaluate(loss)
        return str(time.perf_counter_ns() - start)

    requests = {"load": load, "check": check, "time": measure}
    print(version, most_threads, *losses, sep="\t", flush=True)
    for line in sys.stdin:
        request, *arguments = line.rstrip("\n").split("\t")
        print(requests[request](*arguments), flush=True)
