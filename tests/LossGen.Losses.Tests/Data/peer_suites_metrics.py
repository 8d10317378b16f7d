"""What test suites of Keras (its metrics, and the rest of its losses), tf.keras, TorchMetrics, TensorFlow Addons (boxes), mlpack, jaxopt, ML.NET and segmentation_models (smoothed cross-entropies) assert."""
import numpy as np
from peer_cases import case, one_hot, sigmoid, softmax


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


def tf_keras():
    x, y = [100, -100, 100, 100, 100, -100], [1, 0, 1, 0, 1, 1]
    for test, expected, weights in (("unweighted", "33.333", None), ("scalar_weighted", "76.667", 2.3), ("sample_weighted", [100], [4] * 3 + [3] * 3)):
        case(f"tf.keras BinaryCrossentropy logits {test}", "BinaryCrossEntropy", [x, y], expected, weights=weights, tolerance=1e-3)
    case("tf.keras BinaryCrossentropy label_smoothing", "WeightedBinaryCrossEntropy smoothing=0.1", [[100, -100, -100], [1, 0, 1]], [105 / 3], tolerance=1e-4)


def torchmetrics():
    case("torchmetrics tweedie_deviance_score power=2", "HalfTweedieDevianceLoss power=2", [[4, 3, 2, 1], [1, 2, 3, 4]], "1.2083", weights=2.0, tolerance=1e-4)
    even, p = [1 / 3] * 3, [0.36, 0.48, 0.16]
    case("torchmetrics kl_divergence", "KullbackLeiblerOfProbabilities epsilon=0", [even, p], "0.0853", columns=3, tolerance=1e-4)
    case("torchmetrics jensen_shannon_divergence", "JensenShannon", [even, p], "0.0225", columns=3, tolerance=1e-4)
    case("torchmetrics log_cosh_error", "LogCoshLoss", [[3, 5, 2.5, 7], [2.5, 5, 4, 8]], "0.3523", tolerance=1e-4)
    p, t = np.array([[3, 5, 1.2], [-2.1, 2.5, 7]]), np.array([[2.5, 5, 1.3], [0.3, 4, 8]])
    for column, expected in enumerate(("0.9176", "0.4277", "0.2194")):
        case("torchmetrics log_cosh_error of several outputs", "LogCoshLoss", [p[:, column], t[:, column]], expected, tolerance=1e-4)
    p, t = [0.25, 0.25, 0.55, 0.75, 0.75], [0, 0, 1, 1, 1]
    case("torchmetrics binary_hinge_loss", "HingeLoss", [p, t], "0.6900", tolerance=1e-4)
    case("torchmetrics binary_hinge_loss squared", "SquaredHingeLoss", [p, t], "0.6905", tolerance=1e-4)
    p, labels = np.array([[0.25, 0.2, 0.55], [0.55, 0.05, 0.4], [0.1, 0.3, 0.6], [0.9, 0.05, 0.05]]), [0, 1, 2, 0]
    case("torchmetrics multiclass_hinge_loss", "CrammerSinger", [p, labels], "0.9125", columns=3, tolerance=1e-4)
    for column, expected in enumerate(("0.8750", "1.1250", "1.1000")):
        case("torchmetrics multiclass_hinge_loss one-vs-all", "HingeLoss", [p[:, column], one_hot(labels, 3)[:, column]], expected, tolerance=1e-4)
    z = np.array([[-1.0, 0.9, 0.2], [0.5, -1.1, 0.8], [2.2, -0.5, 0.3]])
    case("torchmetrics multiclass_hinge_loss of logits", "CrammerSinger", [softmax(z), [0, 1, 2]], "1.5551", columns=3, tolerance=1e-4)


def tensorflow_addons():
    a, b = [[4, 3, 7, 5], [5, 6, 10, 7]], [[3, 4, 6, 8], [14, 14, 15, 15]]
    case("tfa giou_loss mode=iou", "BoxIouLoss", [a, b], [0.875, 1], columns=4, what="values", tolerance=1e-6)
    case("tfa giou_loss", "BoxGiouLoss", [a, b], [1.07500000298023224, 1.9333333373069763], columns=4, what="values", tolerance=1e-6)
    case("tfa giou_loss different_shapes", "BoxGiouLoss", [a, [b[0], b[0]]], "1.07500000298023224 1.366071", columns=4, what="values", tolerance=2e-6, is_rough=True)
    case("tfa giou_loss mean", "BoxGiouLoss", [a, b], [1.5041667222976685], columns=4, tolerance=1e-6)


def mlpack():
    x, t = [1, 2, 3, 4, 5], [0, 0, 1, 0, 1]
    case("mlpack SigmoidCrossEntropyError", "BinaryCrossEntropy", [[0.5] * 8, [0] * 8], "0.97407699", tolerance=1e-7)
    case("mlpack SigmoidCrossEntropyError gradient", "BinaryCrossEntropy", [[0.5] * 8, [0] * 8], [0.62245933] * 8, what="gradient", reduction="Sum", tolerance=1e-6)
    case("mlpack SigmoidCrossEntropyError of five", "BinaryCrossEntropy", [x, t], "1.5027283", tolerance=1e-6)
    case("mlpack SigmoidCrossEntropyError of five gradient", "BinaryCrossEntropy", [x, t], "0.7310586 0.88079709 -0.04742587 0.98201376 -0.00669285", what="gradient", reduction="Sum", tolerance=1e-6)
    case("mlpack CrossEntropyError", "BinaryCrossEntropyOfProbabilities", [[0.5] * 8, [0] * 8], [8 * np.log(2)], reduction="Sum", tolerance=1e-6)
    case("mlpack CrossEntropyError gradient", "BinaryCrossEntropyOfProbabilities", [[0.5] * 8, [0] * 8], [2] * 8, what="gradient", reduction="Sum", tolerance=1e-6)
    dice = "DiceLoss isSquared=true smoothing=1"
    case("mlpack DiceLoss", dice, [[1] * 10, [1] * 10], [0], columns=10, tolerance=1e-9)
    case("mlpack DiceLoss of halves", dice, [[0.5] * 10, [1] * 10], "0.185185185", columns=10, tolerance=1e-8)
    case("mlpack DiceLoss of halves gradient", dice, [[0.5] * 10, [1] * 10], [-0.0877914951989026] * 10, columns=10, what="gradient", reduction="Sum", tolerance=1e-8)
    case("mlpack MeanSquaredError", "SquaredErrorLoss", [[1, 0, 1, 0, -1, 0, -1, 0], [0] * 8], [0.5], tolerance=0)
    case("mlpack KLDivergence", "KullbackLeibler", [np.log([2.5] * 4), [2.5] * 4], [0], columns=4, tolerance=1e-9)


def jaxopt():
    for p, t, delta, expected in ((0, 0, 0.1, 0), (1, 1, 0.1, 0), (3, 4, 0.1, 0.1 * (1 - 0.05)), (0.5, 0, 1, 0.125)):
        case(f"jaxopt huber_loss delta={delta}", f"HuberLoss delta={delta}", [[p], [t]], [expected], tolerance=1e-7)
    case("jaxopt binary_logistic_loss certain", "BinaryCrossEntropy", [[-1e5, 1e5], [0, 1]], [0, 0], what="values", tolerance=0)
    x = np.array([1.2, 1.2])
    case("jaxopt binary_logistic_loss gradient", "BinaryCrossEntropy", [x, [0, 1]], sigmoid(x) - [0, 1], what="gradient", reduction="Sum", tolerance=1e-7)
    case("jaxopt binary_sparsemax_loss certain", "SparsemaxMarginLoss", [[-1e5, 1e5], [0, 1]], [0, 0], what="values", tolerance=0)
    case("jaxopt binary_sparsemax_loss gradient", "SparsemaxMarginLoss", [[0.4, 0.4], [0, 1]], [0.7, -0.3], what="gradient", reduction="Sum", tolerance=1e-7)
    case("jaxopt multiclass_logistic_loss certain", "SoftmaxCrossEntropy", [[1e5, 0, 0], [0]], [0], columns=3, tolerance=0)
    case("jaxopt multiclass_logistic_loss gradient", "SoftmaxCrossEntropy", [[1.2, 0.3, 2.3], [0]], softmax([1.2, 0.3, 2.3]) - [1, 0, 0], columns=3, what="gradient", reduction="Sum", tolerance=1e-7)


def write():
    for suite in (keras_metrics, keras_losses, ml_net, segmentation_models, tf_keras, torchmetrics, tensorflow_addons, mlpack, jaxopt):
        suite()
