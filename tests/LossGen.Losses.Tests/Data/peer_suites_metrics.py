"""What test suites of Keras (its metrics, and the rest of its losses), ML.NET and segmentation_models (smoothed cross-entropies) assert."""
import numpy as np
from peer_cases import case, one_hot


def keras_metrics():
    mean = "WeightedMean"
    t, p = [0.5, 0.8, 0.12, 0.7, 0.43, 0.8], [0.4, 0.9, 0.12, 0.36, 0.3, 0.4]
    rows = np.sum(np.reshape(t * np.log(np.divide(t, p)), (2, 3)), axis=1)
    case("keras metrics KLDivergence weighted", "KullbackLeiblerOfProbabilities", [p, t], [np.dot(rows, [1.2, 3.4]) / 4.6], columns=3, reduction=mean, weights=[1.2, 3.4], tolerance=1e-6)
    p, y, weights = np.array([1, 9, 2, 5, 2, 6.0]), np.array([4, 8, 12, 8, 1, 3.0]), [1.2] * 3 + [3.4] * 3
    case("keras metrics Poisson weighted", "PoissonRateNllLoss epsilon=1e-7", [p, y], [np.average(p - y * np.log(p), weights=weights)], reduction=mean, weights=weights, tolerance=1e-5)
    error = np.array([4, 8, 12, 8, 1, 3.0]) - [1, 9, 2, -5, -2, 6]
    case("keras metrics LogCoshError weighted", "LogCoshLoss", [error, [0] * 6], [np.average(np.log(np.cosh(error)), weights=weights)], reduction=mean, weights=weights, tolerance=1e-6)
    clamped, hard = "ClampedBinaryCrossEntropy epsilon=1e-7", [[1, 1, 1, 0], [1, 0, 1, 0]]
    logits = [[10, -10, 10, 10, 10, -10], [1, 0, 1, 0, 1, 1]]
    case("keras metrics BinaryCrossentropy, of float", clamped, hard, "3.9855", what="float value", tolerance=1e-3)
    case("keras metrics BinaryCrossentropy weighted, of float", clamped, hard, "3.4162", what="float value", reduction=mean, weights=[1.5, 1.5, 2, 2], tolerance=1e-3)
    case("keras metrics BinaryCrossentropy logits weighted", "BinaryCrossEntropy", logits, "3.7037", reduction=mean, weights=[2] * 3 + [2.5] * 3, tolerance=1e-3)
    probabilities, scores = [0.05, 0.95, 0, 0.1, 0.8, 0.1], [1, 9, 0, 1, 8, 1]
    for name, target, of_probabilities, of_scores in (
            ("CategoricalCrossentropy", one_hot([1, 2], 3), "CategoricalCrossEntropy", "SoftmaxCrossEntropyOfDistribution"),
            ("SparseCategoricalCrossentropy", [1, 2], "SparseCategoricalCrossEntropy", "SoftmaxCrossEntropy")):
        case(f"keras metrics {name}", of_probabilities, [probabilities, target], "1.176", columns=3, tolerance=1e-3)
        case(f"keras metrics {name} logits", of_scores, [scores, target], "3.5011", columns=3, tolerance=1e-3)
        case(f"keras metrics {name} weighted", of_probabilities, [probabilities, target], "1.338", columns=3, reduction=mean, weights=[1.5, 2], tolerance=1e-3)
        case(f"keras metrics {name} logits weighted", of_scores, [scores, target], "4.0012", columns=3, reduction=mean, weights=[1.5, 2], tolerance=1e-3)
    case("keras metrics CategoricalCrossentropy label_smoothing", "SoftmaxCrossEntropyOfDistribution labelSmoothing=0.1", [scores, one_hot([1, 2], 3)], "3.667", columns=3, tolerance=1e-3)
    case("keras metrics SparseCategoricalCrossentropy ignore_class weighted", "SparseCategoricalCrossEntropy IgnoredLabel=0",
         [[0.8, 0.1, 0.1, *probabilities], [0, 1, 2]], "1.33774646", columns=3, reduction=mean, weights=[0.5, 1.5, 2], tolerance=1e-3)
    # Keras' mean divides by ignored samples too, as Mean does here.
    case("keras metrics SparseCategoricalCrossentropy ignore_class", "SparseCategoricalCrossEntropy IgnoredLabel=0", [[0.8, 0.1, 0.1, *probabilities], [0, 1, 2]], "0.78462", columns=3, tolerance=1e-3)
    case("keras metrics SparseCategoricalCrossentropy ignore_class logits", "SoftmaxCrossEntropy IgnoredLabel=0", [[10, 1, 1, *scores], [0, 1, 2]], "2.33409", columns=3, tolerance=1e-3)
    y = np.array([[0, 1, 0, 1, 0], [0, 0, 1, 1, 1], [1, 1, 1, 1, 0], [0, 0, 0, 0, 1]])
    p = np.array([[0, 0, 1, 1, 0], [1, 1, 1, 1, 1], [0, 1, 0, 1, 0], [1, 1, 1, 1, 1]])
    for name, head, plain, weighted, tolerance in (
            ("MeanSquaredError", "SquaredErrorLoss", "0.5", "0.54285", 1e-5), ("MeanAbsoluteError", "AbsoluteErrorLoss", "0.5", "0.54285", 1e-5),
            ("MeanAbsolutePercentageError", "AbsolutePercentageErrorLoss", [35e7], [40e7], 20), ("MeanSquaredLogarithmicError", "SquaredLogErrorLoss floor=1e-7", "0.24022", "0.26082", 1e-5)):
        case(f"keras metrics {name}", head, [p, y], plain, tolerance=tolerance)
        case(f"keras metrics {name} weighted", head, [p, y], weighted, reduction=mean, weights=np.repeat([1, 1.5, 2, 2.5], 5), tolerance=tolerance, is_rough=tolerance == 1e-5)
    case("keras metrics RootMeanSquaredError, squared", "SquaredErrorLoss", [[1, 3, 2], [2, 4, 6]], [6], tolerance=1e-6)
    case("keras metrics RootMeanSquaredError weighted, squared", "SquaredErrorLoss", [[1, 3, 2, 3], [2, 4, 6, 8]], [13], reduction=mean, weights=[0, 1, 0, 1], tolerance=1e-6)
    f = [-0.3, 0.2, -0.1, 1.6, -0.25, -1, 0.5, 0.6]
    for name, head, plain, weighted in (("Hinge", "HingeLoss", "0.506", "0.493"), ("SquaredHinge", "SquaredHingeLoss", "0.364", "0.347")):
        case(f"keras metrics {name}", head, [f, [0, 1, 0, 1, 0, 0, 1, 1]], plain, tolerance=1e-3)
        case(f"keras metrics {name} weighted", head, [f, [-1, 1, -1, 1, -1, -1, 1, 1]], weighted, reduction=mean, weights=[1.5] * 4 + [2] * 4, tolerance=1e-3)
    case("keras metrics CategoricalHinge", "CategoricalHinge", [p, y], [0.5], columns=5, tolerance=1e-5)
    case("keras metrics CategoricalHinge weighted", "CategoricalHinge", [p, y], [0.5], columns=5, reduction=mean, weights=[1, 1.5, 2, 2.5], tolerance=1e-5)


def keras_losses():
    eye = np.eye(3)
    for gamma in (1.5, 2):
        case(f"keras BinaryFocalCrossentropy all_correct gamma={gamma}", f"BinaryFocalOfProbabilities gamma={gamma}", [eye, eye], [0], tolerance=1e-6)
        case(f"keras BinaryFocalCrossentropy all_correct logits gamma={gamma}", f"SoftBinaryFocal gamma={gamma}", [200 * eye - 100, eye], [0], tolerance=1e-6)
    case("keras CategoricalFocalCrossentropy all_correct logits", "CategoricalFocal alpha=0.25,0.25,0.25", [10 * eye, eye], [0], columns=3, tolerance=1e-6)
    sure = one_hot([0, 1, 1, 0, 1, 0, 1, 0, 0, 0, 1, 1, 1, 1, 0, 1], 2)
    labels = [0, 1, 1, 0, 1, 0, 1, 0, 0, 0, 1, 1, 1, 1, 0, 1]
    case("keras CategoricalGeneralizedCrossEntropy binary_segmentation all_correct", "GeneralizedCrossEntropyOfProbabilities", [sure, labels], [0], columns=2, tolerance=1e-6)
    sure[3], sure[15] = (0.2, 0.8), (0.6, 0.4)
    case("keras CategoricalGeneralizedCrossEntropy binary_segmentation", "GeneralizedCrossEntropyOfProbabilities", [sure, labels], [(2 - 0.2 ** 0.5 - 0.4 ** 0.5) / 0.5 / 16], columns=2, tolerance=1e-6)
    for head, columns in (("HingeLoss", 0), ("SquaredHingeLoss", 0), ("CategoricalHinge", 2)):
        case(f"keras {head} zero_weighted", head, [[0.6, 0.4, 0.4, 0.6], [0, 1, 0, 0]], [0], columns=columns, weights=0.0, tolerance=0)


def ml_net():
    for label, output, loss, update in ((1, 2, 0, 0), (1, 1, 0, 0), (1, 0.99, 0.01, 1), (1, 0.5, 0.5, 1), (0, 0.5, 1.5, -1), (0, -0.5, 0.5, -1), (0, -1, 0, 0), (0, -2, 0, 0)):
        case("ML.NET LossHinge", "HingeLoss", [[output], [label]], [loss], tolerance=1e-6)
        case("ML.NET LossHinge derivative", "HingeLoss", [[output], [label]], [-update], what="gradient", tolerance=1e-6)
    for label, output in ((1, 3), (0, 3), (0, -3)):
        loss = np.exp(-output if label else output)
        case("ML.NET LossExponential", "ExponentialLoss", [[output], [label]], [loss], tolerance=5e-6)
        case("ML.NET LossExponential derivative", "ExponentialLoss", [[output], [label]], [-loss if label else loss], what="gradient", tolerance=5e-6)
    for label, output, loss, update in ((3, 2, 1, 2), (3, 4, 1, -2), (3, 5, 4, -4), (0, -3, 9, 6), (-3, -5, 4, 4)):
        case("ML.NET LossSquared", "SquaredErrorLoss", [[output], [label]], [loss], tolerance=1e-6)
        case("ML.NET LossSquared derivative", "SquaredErrorLoss", [[output], [label]], [-update], what="gradient", tolerance=1e-6)


def segmentation_models():
    # Its binary smoothing is not halved; ignored pixels stay in its mean.
    case("smp SoftBCEWithLogitsLoss smooth_factor=0.1", "WeightedBinaryCrossEntropy smoothing=0.2", [[-9, 9, 1, 9, -9], [0, 1, 0, 1, 0]], "0.7201", weights=[1, 1, 0, 1, 1], tolerance=1e-4)
    case("smp SoftCrossEntropyLoss smooth_factor=0.1", "SmoothedSoftmaxCrossEntropy labelSmoothing=0.1 IgnoredLabel=-100", [18 * np.eye(4) - 9, [0, 1, -100, 3]], "1.0125", columns=4, tolerance=1e-4)


def write():
    for suite in (keras_metrics, keras_losses, ml_net, segmentation_models):
        suite()
