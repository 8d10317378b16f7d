"""scikit-learn's compiled losses, which its linear models and boosters minimise: loss and gradient per sample, and the sum of the losses."""
import numpy
import sklearn
from sklearn import _loss

import peer_requests

# What scikit-learn computes, and how many times it is in the loss that the peers agree on.
LOSSES = {
    "binary_cross_entropy": (lambda columns: _loss.HalfBinomialLoss(), 1),
    "squared_error": (lambda columns: _loss.HalfSquaredError(), 2),
    "softmax_cross_entropy": (lambda columns: _loss.HalfMultinomialLoss(n_classes=columns), 1),
}


class ScikitLearn:
    def load(self, prediction, target):
        self.prediction = prediction
        self.target = target.astype(numpy.float32)
        self.loss = numpy.empty(len(target), numpy.float32)
        self.gradient = numpy.empty_like(prediction)
        columns = prediction.shape[1] if prediction.ndim > 1 else 3
        self.losses = {name: create(columns) for name, (create, _) in LOSSES.items()}

    def set_threads(self, count):
        self.threads = count

    def evaluate(self, loss):
        self.losses[loss].loss_gradient(
            self.target, self.prediction, loss_out=self.loss, gradient_out=self.gradient, n_threads=self.threads
        )
        self.value = self.loss.sum()

    def result(self, loss):
        scale = LOSSES[loss][1] / len(self.target)
        return self.value * scale, self.gradient * scale


peer_requests.serve(sklearn.__version__, 1, LOSSES, ScikitLearn())
