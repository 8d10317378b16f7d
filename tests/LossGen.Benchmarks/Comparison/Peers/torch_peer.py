"""Times PyTorch's losses, forward and backward, for a process that sends one request a line.

Requests, fields separated by tabs; every answer is one line:
    load COUNT PREDICTIONS TARGETS         repeats the float32 files up to COUNT elements; answers "loaded"
    check LOSS THREADS LENGTH GRADIENT     evaluates once, writes LENGTH gradients to the file; answers the value
    time LOSS THREADS CALLS                answers the nanoseconds that CALLS evaluations took
"""
import sys
import time

import numpy
import torch
import torch.nn.functional as functional


def focal(logits, targets, gamma=2.0, alpha=0.25):
    """The composition that torchvision.ops.sigmoid_focal_loss documents, reduced by its mean."""
    p = torch.sigmoid(logits)
    cross_entropy = functional.binary_cross_entropy_with_logits(logits, targets, reduction="none")
    p_of_target = p * targets + (1 - p) * (1 - targets)
    weight = alpha * targets + (1 - alpha) * (1 - targets)
    return (weight * cross_entropy * (1 - p_of_target) ** gamma).mean()


LOSSES = {
    "binary_cross_entropy": functional.binary_cross_entropy_with_logits,
    "focal": focal,
    "huber": functional.huber_loss,
    "squared_error": functional.mse_loss,
}

prediction = None
target = None


def read(path, count):
    tile = torch.from_numpy(numpy.fromfile(path, dtype=numpy.float32))
    return tile.repeat((count + len(tile) - 1) // len(tile))[:count].contiguous()


def load(count, predictions, targets):
    global prediction, target
    prediction = read(predictions, int(count)).requires_grad_()
    target = read(targets, int(count))
    return "loaded"


def evaluate(loss):
    prediction.grad = None
    value = LOSSES[loss](prediction, target)
    value.backward()
    return value


def check(loss, threads, length, gradient):
    torch.set_num_threads(int(threads))
    value = evaluate(loss).item()
    prediction.grad[: int(length)].numpy().tofile(gradient)
    return repr(value)


def measure(loss, threads, calls):
    torch.set_num_threads(int(threads))
    start = time.perf_counter_ns()
    for _ in range(int(calls)):
        evaluate(loss)
    return str(time.perf_counter_ns() - start)


REQUESTS = {"load": load, "check": check, "time": measure}

print(torch.__version__, flush=True)
for line in sys.stdin:
    request, *arguments = line.rstrip("\n").split("\t")
    print(REQUESTS[request](*arguments), flush=True)
