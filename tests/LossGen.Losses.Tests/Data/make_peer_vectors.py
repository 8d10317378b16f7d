"""Writes peer-vectors.tsv: inputs and expected numbers of the test suites of other libraries.

Usage: make_peer_vectors.py > peer-vectors.tsv        (NumPy, PyTorch 1.13)

The numbers are those that the libraries' own tests assert, except where a test computes its reference; then so does this script, by the same formula.
"""
import numpy as np
from peer_cases import case, one_hot, sigmoid, softmax
import peer_suites_boosters
import peer_suites_detection
import peer_suites_frameworks
import peer_suites_images
import peer_suites_metrics
import peer_suites_references
import peer_suites_statistics


def keras_regression():
    y, p, rows, steps = [1, 9, 2, -5, -2, 6], [4, 8, 12, 8, 1, 3], [1.2] * 3 + [3.4] * 3, [3, 6, 5, 0, 4, 2]
    for name, head, plain, scaled, weighted, stepped, total, weighted_mean, each, tolerance in (
            ("MeanSquaredError", "SquaredErrorLoss", "49.5", "113.85", [767.8 / 6], "97.833336", "227.69998", [(110 / 3 * 1.2 + 187 / 3 * 3.4) / 4.6], ("84.3333", "143.3666"), 1e-3),
            ("MeanAbsoluteError", "AbsoluteErrorLoss", "5.5", "12.65", [81.4 / 6], "13.833333", "25.29999", [(14 / 3 * 1.2 + 19 / 3 * 3.4) / 4.6], ("10.7333", "14.5666"), 1e-3),
            ("MeanAbsolutePercentageError", "AbsolutePercentageErrorLoss", "211.8518", "487.259", "422.8888", "694.4444", None, "183.865", ("621.8518", "352.6666"), 1.5e-3),
            ("MeanSquaredLogarithmicError", "SquaredLogErrorLoss floor=1e-7", "1.4370", "3.3051", "3.7856", "2.647374", None, "1.646", None, 1.5e-3)):
        case(f"keras {name} unweighted", head, [p, y], plain, tolerance=tolerance)
        case(f"keras {name} scalar_weighted", head, [p, y], scaled, weights=2.3, tolerance=tolerance)
        case(f"keras {name} sample_weighted", head, [p, y], weighted, weights=rows, tolerance=1e-4 if isinstance(weighted, list) else tolerance)
        case(f"keras {name} timestep_weighted", head, [p, y], stepped, weights=steps, tolerance=tolerance)
        case(f"keras {name} zero_weighted", head, [p, y], [0], weights=0.0, tolerance=0)
        case(f"keras {name} mean_with_sample_weight", head, [p, y], weighted_mean, reduction="WeightedMean", weights=rows, tolerance=1e-4 if isinstance(weighted_mean, list) else tolerance)
        if total:
            case(f"keras {name} sum, of the rows' means", head, [p, y], total, reduction="Sum", weights=2.3 / 3, tolerance=tolerance)
        for row, expected in enumerate(each or ()):
            case(f"keras {name} no_reduction, row {row}", head, [p[3 * row:3 * row + 3], y[3 * row:3 * row + 3]], expected, weights=2.3, tolerance=tolerance)
    huber_p, huber_y = np.array([0.9, 0.2, 0.2, 0.8, 0.4, 0.6]), np.array([1.0, 0.0, 1.0, 1.0, 0.0, 0.0])
    error = np.array(p, dtype=float) - y
    poisson_p, poisson_y = np.array([1, 9, 2, 5, 2, 6.0]), np.array([4, 8, 12, 8, 1, 3.0])

    def huber(delta):
        a = np.abs(huber_p - huber_y)
        return np.where(a <= delta, a * a / 2, delta * (a - delta / 2))

    for name, head, inputs, losses, tolerance in (
            ("Huber", "HuberLoss", [huber_p, huber_y], huber(1), 1e-6),
            ("Huber non_default_delta", "HuberLoss delta=0.8", [huber_p, huber_y], huber(0.8), 1e-6),
            ("LogCosh", "LogCoshLoss", [p, y], np.log(np.cosh(error)), 1e-6),
            ("Poisson", "PoissonRateNllLoss epsilon=1e-7", [poisson_p, poisson_y], poisson_p - poisson_y * np.log(poisson_p), 1e-5)):
        for test, weights in (("unweighted", None), ("scalar_weighted", 2.3), ("sample_weighted", rows), ("timestep_weighted", steps), ("zero_weighted", 0.0)):
            case(f"keras {name} {test}", head, inputs, [np.mean(losses * (1 if weights is None else weights))], weights=weights, tolerance=tolerance)


def keras_margins():
    y, p = [[0, 1], [0, 0]], [[0.6, 0.4], [0.4, 0.6]]
    for name, head, columns, means in (("Hinge", "HingeLoss", 0, (1.1, 1.5)), ("SquaredHinge", "SquaredHingeLoss", 0, (1.46, 2.26)), ("CategoricalHinge", "CategoricalHinge", 2, (1.2, 1.6))):
        share = 1 if columns else 0.5
        case(f"keras {name} unweighted", head, [p, y], [sum(means) / 2], columns=columns, tolerance=1e-6)
        case(f"keras {name} unweighted sum", head, [p, y], [sum(means)], reduction="Sum", columns=columns, weights=share, tolerance=1e-6)
        weights = [1, 0] if columns else [1, 1, 0, 0]
        case(f"keras {name} weighted", head, [p, y], [means[0] / 2], columns=columns, weights=weights, tolerance=1e-6)
        case(f"keras {name} weighted sum", head, [p, y], [means[0]], reduction="Sum", columns=columns, weights=[share * w for w in weights], tolerance=1e-6)
        for row in (0, 1):
            case(f"keras {name} no_reduction, row {row}", head, [p[row], y[row]], [means[row]], columns=columns, tolerance=1e-6)


def keras_rows():
    y, p = np.array([[1, 9, 2], [-5, -2, 6.0]]), np.array([[4, 8, 12], [8, 1, 3.0]])
    cosine = np.sum(y * p, axis=1) / np.linalg.norm(y, axis=1) / np.linalg.norm(p, axis=1)
    q, t = np.array([[0.4, 0.9, 0.12], [0.36, 0.3, 0.4]]), np.array([[0.5, 0.8, 0.12], [0.7, 0.43, 0.8]])
    divergence = np.sum(t * np.log(t / q), axis=1)
    steps = np.array([3, 6, 5, 0, 4, 2.0])
    for test, weights in (("unweighted", None), ("scalar_weighted", 2.3), ("sample_weighted", [1.2, 3.4]), ("zero_weighted", 0.0)):
        factor = 1 if weights is None else np.array(weights)
        case(f"keras CosineSimilarity {test}", "NegativeCosineSimilarity", [p, y], [-np.mean(cosine * factor)], columns=3, weights=weights, tolerance=1e-6)
        case(f"keras KLDivergence {test}", "KullbackLeiblerOfProbabilities", [q, t], [np.mean(divergence * factor)], columns=3, weights=weights, tolerance=1e-6)
    case("keras CosineSimilarity timestep_weighted", "NegativeCosineSimilarity", [p, y], [-np.mean(np.sign(y * p).ravel() * steps)], columns=1, weights=steps, tolerance=1e-6)
    case("keras KLDivergence timestep_weighted", "KullbackLeiblerOfProbabilities", [q, t], [np.mean((t * np.log(t / q)).ravel() * steps)], columns=1, weights=steps, tolerance=1e-6)


def keras_binary():
    clamped, logits = "ClampedBinaryCrossEntropy epsilon=1e-7", "BinaryCrossEntropy"
    eye, sure = np.eye(3), 20 * np.eye(3) - 10
    case("keras BinaryCrossentropy all_correct", clamped, [eye, eye], [0], tolerance=1e-6)
    case("keras BinaryCrossentropy all_correct logits", logits, [sure, eye], [0], tolerance=1e-4)
    case("keras BinaryCrossentropy unweighted", clamped, [[0.9, 0.1, 0.2, 0.3, 0.8, 0.1, 0.1, 0.2, 0.7], eye], "0.20046903")
    hard_y, hard_p = [1, 0, 1, 0], [1, 1, 1, 0]
    case("keras BinaryCrossentropy certain, of float", clamped, [hard_p, hard_y], "3.98559", what="float value")
    case("keras BinaryCrossentropy certain scalar_weighted, of float", clamped, [hard_p, hard_y], "9.1668", weights=2.3, what="float value")
    case("keras BinaryCrossentropy certain sample_weighted, of float", clamped, [hard_p, hard_y], "4.7827", weights=[1.2, 1.2, 3.4, 3.4], what="float value")
    y, x = [1, 0, 1, 0, 1, 1], [10, -10, 10, 10, 10, -10]
    case("keras BinaryCrossentropy logits", logits, [x, y], "3.3333")
    case("keras BinaryCrossentropy logits scalar_weighted", logits, [x, y], "7.666", weights=2.3)
    case("keras BinaryCrossentropy logits sample_weighted", logits, [x, y], "10.0", weights=[4] * 3 + [3] * 3)
    case("keras BinaryCrossentropy logits no_reduction, row 1", logits, [x[3:], y[3:]], "6.666")
    case("keras BinaryCrossentropy label_smoothing", "WeightedBinaryCrossEntropy smoothing=0.1", [[10, -10, -10], [1, 0, 1]], [10.5 / 3], tolerance=1e-4)
    y, p = [1, 0, 1, 0], [0.9, 0.8, 0.7, 0.2]
    of_probabilities, of_logits = "BinaryFocalOfProbabilities", "WeightedBinaryFocal gamma=3"
    case("keras BinaryFocalCrossentropy unweighted", of_probabilities, [p, y], "0.268")
    case("keras BinaryFocalCrossentropy scalar_weighted", of_probabilities, [p, y], "0.3296", weights=1.23)
    case("keras BinaryFocalCrossentropy sample_weighted", of_probabilities, [p, y], "0.34415", weights=[1.2, 1.2, 3.4, 3.4], is_rough=True)
    case("keras BinaryFocalCrossentropy no_reduction, row 0", of_probabilities, [p[:2], y[:2]], "0.515547", tolerance=1e-6)
    case("keras BinaryFocalCrossentropy no_reduction, row 1", of_probabilities, [p[2:], y[2:]], "0.020513", tolerance=1e-6)
    y, x = [1, 1, 0, 0, 1, 0], [1.5, -2.7, 2.9, -3.8, 1.2, -4.5]
    case("keras BinaryFocalCrossentropy logits", of_logits, [x, y], "0.799")
    case("keras BinaryFocalCrossentropy logits scalar_weighted", of_logits, [x, y], "2.565", weights=3.21)
    case("keras BinaryFocalCrossentropy logits sample_weighted", of_logits, [x, y], "0.95977", weights=[1.2] * 3 + [3.4] * 3, is_rough=True)
    case("keras BinaryFocalCrossentropy logits all_correct", "WeightedBinaryFocal", [10 * sure, eye], [0], tolerance=1e-6)


def keras_categorical():
    eye, classes = np.eye(3), [0, 1, 2]
    p, x = [0.9, 0.05, 0.05, 0.5, 0.89, 0.6, 0.05, 0.01, 0.94], [8, 1, 1, 0, 9, 1, 2, 3, 5]
    of_rows, of_classes = "CategoricalCrossentropy", "SparseCategoricalCrossentropy"
    three = [1.2, 3.4, 5.6]
    for name, target, probabilities, logits in ((of_rows, eye, "CategoricalCrossEntropy", "SoftmaxCrossEntropyOfDistribution"), (of_classes, classes, "SparseCategoricalCrossEntropy", "SoftmaxCrossEntropy")):
        case(f"keras {name} all_correct", probabilities, [eye, target], [0], columns=3, tolerance=1e-6)
        case(f"keras {name} all_correct logits", logits, [10 * eye, target], [0], columns=3, tolerance=1e-3)
        for test, weights, expected, expected_logits in (("unweighted", None, "0.3239", "0.0573"), ("scalar_weighted", 2.3, "0.7449", "0.1317"), ("sample_weighted", three, "1.0696", "0.31829")):
            case(f"keras {name} {test}", probabilities, [p, target], expected, columns=3, weights=weights, is_rough=test == "scalar_weighted")
            case(f"keras {name} {test} logits", logits, [x, target], expected_logits, columns=3, weights=weights, is_rough=test == "scalar_weighted")
        case(f"keras {name} no_reduction", logits, [x, target], "0.001822 0.000459 0.169846", columns=3, what="values", tolerance=1e-6)
    case("keras CategoricalCrossentropy label_smoothing", "SoftmaxCrossEntropyOfDistribution labelSmoothing=0.1", [[100, -100, -100], [1, 0, 0]], [40 / 3], columns=3, tolerance=1e-5)
    case("keras SparseCategoricalCrossentropy ignore_class", "SoftmaxCrossEntropy IgnoredLabel=-1", [[0.854, 0.698, 0.598, 0.088, 0.86, 0.018], [-1, 2]], "0.0 1.480129", columns=3, what="values", tolerance=1.5e-6)
    focal, focal_logits = "CategoricalFocalOfProbabilities alpha=0.25,0.25,0.25", "CategoricalFocal alpha=0.25,0.25,0.25"
    case("keras CategoricalFocalCrossentropy all_correct", focal, [eye, eye], [0], columns=3, tolerance=1e-6)
    for test, weights, expected, expected_logits in (("unweighted", None, "0.02059", "0.000345"), ("scalar_weighted", 2.3, "0.047368", "0.000794"), ("sample_weighted", three, "0.06987", "0.001933")):
        case(f"keras CategoricalFocalCrossentropy {test}", focal, [p, eye], expected, columns=3, weights=weights)
        case(f"keras CategoricalFocalCrossentropy {test} logits", focal_logits, [x, eye], expected_logits, columns=3, weights=weights)
    case("keras CategoricalFocalCrossentropy no_reduction", focal_logits, [x, eye], "1.5096224e-09 2.4136547e-11 1.0360638e-03", columns=3, what="values", tolerance=1.5e-9, is_rough=True)
    case("keras CategoricalFocalCrossentropy label_smoothing", focal_logits + " labelSmoothing=0.1", [[4.9, -0.5, 2.05], [1, 0, 0]], "0.06685", columns=3)
    two, many = [0.7, 0.3, 0.2, 0.8, 0.6, 0.4, 0.4, 0.6], [0.7, 0.3, 0, 0.2, 0.2, 0.6, 0.6, 0.4, 0, 0.2, 0.2, 0.6]
    for q in (0.5, 0.8):
        head = f"GeneralizedCrossEntropyOfProbabilities q={q}"
        case(f"keras CategoricalGeneralizedCrossEntropy({q}) binary", head, [two, [0, 1, 0, 1]], [np.mean((1 - np.array([0.7, 0.8, 0.6, 0.6]) ** q) / q)], columns=2, tolerance=1e-6)
        case(f"keras CategoricalGeneralizedCrossEntropy({q}) multi_class", head, [many, [0, 1, 0, 1]], [np.mean((1 - np.array([0.7, 0.2, 0.6, 0.2]) ** q) / q)], columns=3, tolerance=1e-6)
    case("keras CategoricalGeneralizedCrossEntropy segmentation", "GeneralizedCrossEntropyOfProbabilities",
         [[1, 0, 0, 0, 1, 0, 0, 0, 1, 0.2, 0, 0.8, 1, 0, 0, 0.5, 0.5, 0], [0, 1, 2, 0, 1, 0]], [((1 - 0.2 ** 0.5) + 1 + (1 - 0.5 ** 0.5)) / 0.5 / 6], columns=3, tolerance=2e-4)


def keras_regions():
    wild = [[4, 1, 6, 1], [1, 2, 1, 2]]
    t, p = [1, 0, 1, 0, 0, 1, 0, 1] * 2, [0, 1, 0, 1, 1, 0, 1, 1] * 2
    images = [[0, 1, 0, 1, 0.4, 0, 0, 0.9], [1, 1, 0, 0, 1, 1, 0, 0]]
    dice, tversky = "DiceLoss smoothing=1e-7", "TverskyLoss numeratorSmoothing=0 denominatorSmoothing=1e-7"
    for name, head in (("Dice", dice), ("Tversky", tversky)):
        case(f"keras {name} correctness", head, wild, "-0.55555546", columns=4, tolerance=1e-6)
        case(f"keras {name} binary_segmentation", head, [p, t], "0.77777773", columns=16, tolerance=1e-6)
        case(f"keras {name} with_axis", head, images, "0.5 0.75757575", columns=4, what="values", tolerance=1e-6)
    # Keras calls Σ(1 − p)t false positives, so that its alpha is the weight of what others call false negatives.
    swapped = tversky + " alpha=0.8 beta=0.2"
    case("keras Tversky custom_coefficients", swapped, wild, "-0.29629636", columns=4, tolerance=1e-6)
    case("keras Tversky binary_segmentation_custom_coefficients", swapped, [p, t], "0.7916667", columns=16, tolerance=1e-6)
    case("keras Tversky with_axis custom_coefficients", swapped, images, "0.5 0.7222222", columns=4, what="values", tolerance=1e-6)


def keras_circle():
    y, a = np.array([1, 1, 2, 2, 3]), np.array([
        [0.70014004, -0.42008403, 0.14002801, 0.56011203], [0.17609018, 0.70436073, -0.52827054, 0.44022545], [-0.34050261, 0.25537696, -0.68100522, 0.59587957],
        [0.32163376, -0.75047877, 0.53605627, -0.21442251], [0.51261459, -0.34174306, 0.17087153, 0.76892189]])
    z, b = np.array([1, 1, 2, 2, 3, 4]), np.array([
        [0.40824829, -0.54433105, 0.27216553, 0.68041382], [0.76376261, 0.10910895, -0.54554473, 0.32732684], [-0.74420841, 0.24806947, 0.49613894, -0.3721042],
        [0.52981294, -0.13245324, 0.79471941, -0.26490647], [0.54554473, -0.32732684, 0.10910895, 0.76376261], [-0.27216553, 0.68041382, 0.40824829, -0.54433105]])

    def others(embeddings, labels):
        keep = ~np.eye(len(labels), dtype=bool)
        return [(embeddings @ embeddings.T)[keep], (labels[:, None] == labels[None, :])[keep]]

    alone, weights = [1, 1, 1, 1, 0], [2, 2, 1, 1, 0]
    case("keras Circle correctness", "CircleLoss", others(a, y), "188.3883", columns=4, reduction="WeightedMean", weights=alone)
    case("keras Circle correctness", "CircleLoss scale=256 margin=0.25", others(a, y), "652.7617", columns=4, reduction="WeightedMean", weights=alone)
    case("keras Circle references", "CircleLoss", [a @ b.T, y[:, None] == z[None, :]], "61.5844 94.3465 276.9344 90.9873 48.8963", columns=6, what="values")
    case("keras Circle correctness_weighted", "CircleLoss", others(a, y), "244.91918", columns=4, reduction="Sum", weights=np.array(weights) / 4)
    case("keras Circle no_reduction", "CircleLoss", others(b, z), "82.9116 36.7942 92.4590 52.6798 0.0 0.0", columns=5, what="values")
    case("keras Circle sum_reduction", "CircleLoss", others(b, z), "264.845", columns=5, reduction="Sum")
    case("keras Circle mean_with_sample_weight", "CircleLoss", others(a, y), "163.27948", columns=4, reduction="WeightedMean", weights=weights)


def optax():
    y, t = [-2, -1, 0.5, 1], [-1.5, 0, -1, 1]
    case("optax squared_error", "SquaredErrorLoss", [y, t], [0.25, 1, 2.25, 0], what="values", tolerance=1e-7)
    case("optax l2_loss", "HalfSquaredErrorLoss", [y, t], [0.125, 0.5, 1.125, 0], what="values", tolerance=1e-7)
    case("optax huber_loss", "HuberLoss", [[-2, 0.5, 0, 0.5, 2, 4, 132], [0, -0.5, 0, 1, 1, 2, 0.3]], [1.5, 0.5, 0, 0.125, 0.5, 1.5, 131.2], what="values", tolerance=1e-5)
    y = [500, -2, -1, 0.5, 1]
    case("optax log_cosh", "LogCoshLoss", [y, [-200, -1.5, 0, -1, 1]], "699.3068 0.12011445 0.4337809 0.85544014 0.0", what="values", tolerance=1e-4)
    case("optax log_cosh of predictions", "LogCoshLoss", [y, [0] * 5], "499.30685 1.3250027 0.4337809 0.12011451 0.43378082", what="values", tolerance=1e-4)
    case("optax cosine_distance", "CosineDistance", [[10, 1, -2, 1, 4, 0.2], [0, 1.2, 0.2, 1, -0.3, 0]], "0.9358251989 1.0464068465", columns=3, what="values", tolerance=1e-7)
    case("optax softmax_cross_entropy", "SoftmaxCrossEntropyOfDistribution", [[10, 1, -2, 1, 4, 0.2], [0, 1, 0, 1, 0, 0]], "9.00013 3.0696733", columns=3, what="values", tolerance=1e-4)
    case("optax softmax_cross_entropy_with_integer_labels", "SoftmaxCrossEntropy", [[10, 1, -2, 1, 4, 0.2], [1, 0]], "9.00013 3.0696733", columns=3, what="values", tolerance=1e-4)
    case("optax safe_softmax_cross_entropy", "SoftmaxCrossEntropyOfDistribution",
         [[10, 1, -2, 1, 4, 0.2, -np.inf, 0, 0, -np.inf, 0, 0, -np.inf, 0, -np.inf], [0, 1, 0, 1, 0, 0, 0, 0.5, 0.5, 0.4, 0.3, 0.3, 0, 1, 0]],
         [9.00013, 3.0696733, 0.693147, np.inf, 0], columns=3, what="values", tolerance=1e-4)
    masked = [[-np.inf, 0, 0, -np.inf, 0, -np.inf, -np.inf, 0, 1], [0, 0.5, 0.5, 0, 1, 0, 0, 0.25, 0.75]]
    slopes = np.array([0, 0, 0, 0, 0, 0, 0, *(softmax([0.0, 1]) - [0.25, 0.75])])
    for head in ("SoftmaxCrossEntropyOfDistribution", "ClassWeightedSoftmaxCrossEntropyOfDistribution classWeights=1,1,1"):
        case(f"optax safe_softmax_cross_entropy gradient {head}", head, masked, slopes, what="gradient", reduction="Sum", columns=3, tolerance=1e-6)
    for x, labels, expected in (((-1e9, -1e-9), (1, 0), "5e08"), ((-1e9, -1e-9), (0, 1), "0.3465736"), ((1e9, 1e-9), (1, 0), "0.3465736"), ((1e9, 1e-9), (0, 1), "5e08"), ((0, 0), (1, 0), "0.6931472")):
        case("optax sigmoid_binary_cross_entropy", "BinaryCrossEntropy", [x, labels], [float(expected)], tolerance=1e-6 * max(1, float(expected)))
    z, t = [0.14, 1.456, 2.356, -0.124, -2.47], [0.1, 0.15, 0.2, 0.25, 0.3]
    for epsilon, expected in ((2, "4.5317"), (1, "3.7153"), (-1, "2.0827"), (0, "2.8990"), (-0.5, "2.4908"), (1.15, "3.8378"), (1.214, "3.8900"), (5.45, "7.3480")):
        case("optax poly_loss_cross_entropy scalar", f"Poly1CrossEntropyOfDistribution epsilon={epsilon}", [z, t], expected, columns=5)
    z, t = [4, 2, 1, 0, 5, 1], [1, 0, 0, 0, 0.8, 0.2]
    for epsilon, expected in ((2, "0.4823 1.2567"), (1, "0.3261 1.0407"), (0, "0.1698 0.8247"), (-0.5, "0.0917 0.7168"), (1.15, "0.3495 1.0731"), (1.214, "0.3595 1.0870"), (5.45, "1.0211 2.0018")):
        case("optax poly_loss_cross_entropy batched", f"Poly1CrossEntropyOfDistribution epsilon={epsilon}", [z, t], expected, columns=3, what="values")
    for head in ("HingeLoss", "PerceptronLoss", "SparsemaxMarginLoss"):
        wrong = {"HingeLoss": 21, "PerceptronLoss": 20, "SparsemaxMarginLoss": 20}[head]
        case(f"optax {head}", head, [[10, 10, 20], [1, 1, 0]], [0, 0, wrong], what="values", tolerance=1e-6)
    case("optax multiclass_hinge_loss", "CrammerSinger", [[10, 3, 11, -2], [1, 0]], [8, 0], columns=2, what="values", tolerance=1e-6)
    case("optax multiclass_perceptron_loss", "MulticlassPerceptron", [[10, 3, 11, -2], [1, 0]], [7, 0], columns=2, what="values", tolerance=1e-6)
    p = [[-2.9957, -3.5066, -3.9120, -1.2040, -0.6931, -2.3026], [-1.6094, -1.6094, -1.6094, -2.3026, -1.8971, -1.8971]]
    q = [[0.2, 0.2, 0.2, 0.1, 0.15, 0.15], [0.05, 0.03, 0.02, 0.3, 0.5, 0.0]]
    case("optax kl_divergence", "KullbackLeibler", [p, q], "0.8875577 0.7592807", columns=6, what="values", tolerance=1e-6)
    case("optax convex_kl_divergence", "GeneralizedKullbackLeibler", [np.exp(p), q], "0.88757247 0.859308", columns=6, what="values", tolerance=1e-6)
    case("optax kl_divergence_with_log_targets", "KullbackLeiblerOfLogTarget", [p, p[::-1]], "0.8875625 0.7187435584901326", columns=6, what="values", tolerance=1e-4, is_rough=True)
    y, t = np.array([2, 0.1, -2, 0.3, -0.1, 1.2]), np.array([0, 0, 1, 1, 0, 0])
    entropy = np.logaddexp(0, y) - t * y
    chance = np.where(t == 1, sigmoid(y), sigmoid(-y))
    case("optax sigmoid_focal_loss equals_ce", "WeightedBinaryFocal gamma=0", [y, t], entropy, what="values", tolerance=2e-6)
    case("optax sigmoid_focal_loss scale", "WeightedBinaryFocal gamma=2", [y, t], entropy * (1 - chance) ** 2, what="values", tolerance=2e-6)
    case("optax sigmoid_focal_loss alpha_one", "BinaryFocal gamma=0 alpha=1", [y, t], entropy * t, what="values", tolerance=2e-6)
    case("optax sigmoid_focal_loss ignore_positive", "BinaryFocal alpha=0", [y, t], entropy * (1 - t) * (1 - chance) ** 2, what="values", tolerance=2e-6)
    for p in ([0.9, 0.98, 0.3, 0.99], [0.1, 0.02, 0.09, 0.15]):
        p = np.array(p)
        case("optax sigmoid_focal_loss of logits", "WeightedBinaryFocal", [np.log(p / (1 - p)), [1] * 4], -np.log(p) * (1 - p) ** 2, what="values", tolerance=2e-6)
    softmax_loss = "SoftmaxCrossEntropyOfDistribution"
    z = [0, 3, 1, 2]
    log_p = np.log(softmax(z))
    case("optax ranking_softmax_loss", softmax_loss, [z, [0, 0, 1, 1]], [-log_p[2] - log_p[3]], columns=4, tolerance=1e-6)
    case("optax ranking_softmax_loss extreme, of float", softmax_loss, [[0, -2.1e26, 3.4e37, 42], [0, 1, 1, 0]], [3.4e37], columns=4, tolerance=1e-6, what="float value")
    case("optax ranking_softmax_loss zero labels", softmax_loss, [z, [0] * 4], [0], columns=4, tolerance=0)
    case("optax ranking_softmax_loss weighted", softmax_loss, [[0, 3, 2, 1], [0, 0, 2, 1]], [-2 * log_p[3] - log_p[2]], columns=4, tolerance=1e-6)
    both, labels = [[2, 1, 3], [1, 0.5, 1.5]], [[1, 0, 0], [0, 0, 1]]
    each = [-np.log(softmax(both[0])[0]), -np.log(softmax(both[1])[2])]
    case("optax ranking_softmax_loss mean", softmax_loss, [both, labels], [np.mean(each)], columns=3, tolerance=1e-6)
    case("optax ranking_softmax_loss sum", softmax_loss, [both, labels], [np.sum(each)], columns=3, reduction="Sum", tolerance=1e-6)
    case("optax ranking_softmax_loss where", softmax_loss, [[0, 3, 1, -np.inf], [0, 0, 2, 0]], [-2 * np.log(softmax([0, 3, 1])[2])], columns=4, tolerance=1e-6)
    ys = np.array([[-1.9540, 1.0780], [0.2380, -0.5703], [1.8745, -0.0195], [-0.6719, -1.9210]])
    unit_ys = ys / np.linalg.norm(ys, axis=1, keepdims=True)
    similarity = unit_ys @ unit_ys.T
    for labels, expected in (([0, 0, 1, 1], "14.01032"), ([0, 0, 0, 1], "8.968544")):
        rows = []
        for i in range(4):
            for j in range(4):
                if i != j and labels[i] == labels[j]:
                    row = [similarity[i, j]] + [similarity[i, k] for k in range(4) if labels[k] != labels[i]]
                    rows.append(row + [-np.inf] * (4 - len(row)))
        case("optax ntxent", "InfoNce temperature=0.07", [rows, [0] * len(rows)], expected, columns=4, tolerance=1e-4)


def monai():
    square, target = np.array([1.0, -1, -1, 1]), [1, 0, 1, 1]
    twice = np.array([[1.0, -1, -1, 1], [1, -1, -1, 1]])
    twice_target = [[1, 1, 1, 1], [1, 0, 1, 0]]
    soft = [[0.3, 0.4, 0.7, 0.9], [1, 0.1, 0.5, 0.3]]
    classes = np.array([[[-1.0, 0, 1], [1, 0, -1]], [[0, 0, 0], [0, 0, 0]]])
    labels = np.array([one_hot([1, 0, 0], 2).T, one_hot([1, 1, 0], 2).T])
    foreground = [[[0, 0, 1], [0, 1, 0]], [[0, 0, 1], [0, 1, 0]]]
    probabilities, log_probabilities = softmax(classes, axis=1), np.log(softmax(classes, axis=1))
    tanh_mixed = np.tanh([[1.0, 0, -1, 1], [1, -1, -1, 1]])
    dice = lambda nr, dr: f"TwiceSmoothedDiceLoss numeratorSmoothing={nr} denominatorSmoothing={dr}"
    tversky = lambda nr, dr: f"TverskyLoss numeratorSmoothing={nr} denominatorSmoothing={dr}"
    for name, head, tolerance in (("DiceLoss", dice, 1.5e-6), ("TverskyLoss", tversky, 4e-5)):
        case(f"monai {name} sigmoid", head(1e-6, 1e-6), [sigmoid(square), target], "0.307576", columns=4, tolerance=tolerance, is_rough=head is tversky)
        case(f"monai {name} sigmoid batch", head(1e-4, 1e-4), [sigmoid(twice), twice_target], "0.416657", columns=4, tolerance=tolerance, is_rough=head is tversky)
        case(f"monai {name} soft_label=False", head(1e-4, 1e-4), [soft, soft], "0.307773", columns=4, tolerance=tolerance, is_rough=head is tversky)
        case(f"monai {name} foreground", head(0, 0), foreground, "0.0", columns=3, tolerance=tolerance, is_rough=head is tversky)
        case(f"monai {name} sigmoid to_onehot_y", head(1e-4, 1e-4), [sigmoid(classes), labels], "0.435050", columns=3, tolerance=tolerance, is_rough=head is tversky)
        case(f"monai {name} softmax to_onehot_y", head(1e-4, 1e-4), [probabilities, labels], "0.383713", columns=3, tolerance=tolerance, is_rough=head is tversky)
        case(f"monai {name} tanh", head(1e-4, 1e-4), [np.tanh(twice), twice_target], "0.999963", columns=4, tolerance=tolerance, is_rough=head is tversky)
    case("monai DiceLoss soft_label=True", "SoftLabelDiceLoss numeratorSmoothing=1e-4 denominatorSmoothing=1e-4", [soft, soft], "0.0", columns=4, tolerance=1e-6)
    case("monai DiceLoss reduction=none", dice(1e-4, 1e-4), [sigmoid(classes), labels], "0.296529 0.415136 0.599976 0.428559", columns=3, what="values", tolerance=1.5e-6)
    case("monai DiceLoss softmax reduction=sum", dice(1e-4, 1e-4), [probabilities, labels], "1.534853", columns=3, reduction="Sum", tolerance=2e-6)
    case("monai DiceLoss squared_pred", "DiceLoss isSquared=true", [sigmoid(square), target], "0.178337", columns=4, tolerance=1.5e-6)
    case("monai DiceLoss jaccard", "JaccardLoss numeratorSmoothing=5e-6 denominatorSmoothing=5e-6", [sigmoid(square), target], "0.470451", columns=4, tolerance=1.5e-6)
    case("monai DiceLoss log_softmax", dice(1e-4, 1e-4), [log_probabilities, labels], "-8.522593", columns=3, tolerance=1e-4)
    case("monai DiceLoss log_softmax weight=(0, 1)", dice(1e-4, 1e-4), [log_probabilities, labels], "-8.268515", columns=3, weights=[0, 1, 0, 1], tolerance=1e-4)
    case("monai DiceLoss tanh batch=True", dice(1e-4, 1e-4), [tanh_mixed, twice_target], "0.774718", columns=8, tolerance=1.5e-6)
    case("monai DiceLoss tanh smooth_nr=0 batch=True", dice(0, 1e-4), [tanh_mixed, twice_target], "0.774733", columns=8, tolerance=1.5e-6)
    case("monai DiceLoss tanh smooth_nr=0 batch=False", dice(0, 1e-4), [tanh_mixed, twice_target], "0.840058", columns=4, tolerance=1.5e-6)
    together = [np.concatenate(sigmoid(classes), axis=1), np.concatenate(labels, axis=1)]
    case("monai TverskyLoss sigmoid batch=True", "TverskyLoss", together, "0.422979", columns=6, tolerance=1.5e-6)
    case("monai TverskyLoss smooth_dr=1e-3", tversky(0, 1e-3), foreground, "0.000999", columns=3, tolerance=1.5e-6)
    case("monai TverskyLoss sigmoid reduction=sum", tversky(1e-4, 1e-4), [sigmoid(classes), labels], "1.74013", columns=3, reduction="Sum", tolerance=2e-5)
    case("monai TverskyLoss softmax reduction=none", tversky(1e-4, 1e-4), [probabilities, labels], "0.210961 0.295339 0.599952 0.428547", columns=3, what="values", tolerance=1.5e-6)
    case("monai TverskyLoss alpha=0.3", tversky(1e-6, 1e-6) + " alpha=0.3 beta=0.7", [sigmoid(square), target], "0.3589", columns=4)
    case("monai TverskyLoss alpha=0.7", tversky(1e-6, 1e-6) + " alpha=0.7 beta=0.3", [sigmoid(square), target], "0.247366", columns=4, tolerance=1.5e-6)
    case("monai TverskyLoss tanh batch=True", tversky(0, 1e-3), [np.tanh(twice), twice_target], "0.999963", columns=8, tolerance=1e-4, is_rough=True)
    case("monai TverskyLoss log_softmax", tversky(1e-4, 1e-4), [log_probabilities, labels], "-8.533317", columns=3, tolerance=8e-4)
    matthews = "TwiceSmoothedMatthewsLoss"
    case("monai MCCLoss sigmoid", matthews, [sigmoid(square), target], "0.733197", columns=4, tolerance=1.5e-6)
    case("monai MCCLoss sigmoid batch", matthews, [sigmoid(twice), twice_target], "1.0", columns=4, tolerance=1e-4)
    case("monai MCCLoss perfect", matthews, [[1, 0, 0, 1]] * 2, [0], columns=4, tolerance=1e-6)
    case("monai MCCLoss inverted", matthews, [[0, 1, 1, 0], [1, 0, 0, 1]], "2.0", columns=4, tolerance=2e-4)
    case("monai MCCLoss foreground", matthews, foreground, [0], columns=3, tolerance=1e-6)
    case("monai MCCLoss sigmoid to_onehot_y", matthews, [sigmoid(classes), labels], "0.836617", columns=3, tolerance=1.5e-6)
    case("monai MCCLoss sigmoid batch=True", matthews, together, "0.845961", columns=6, tolerance=1.5e-6)
    case("monai MCCLoss sigmoid reduction=sum", matthews, [sigmoid(classes), labels], "3.346468", columns=3, reduction="Sum", tolerance=3e-6)
    case("monai MCCLoss softmax reduction=none", matthews, [probabilities, labels], "0.461472 0.461472 1.0 1.0", columns=3, what="values", tolerance=5e-5)
    case("monai MCCLoss all ones", matthews, [[1] * 9] * 2, [0], columns=9, tolerance=1e-6)
    case("monai MCCLoss all zeros", matthews, [[0] * 9] * 2, [0], columns=9, tolerance=1e-6)
    case("monai MCCLoss tanh", matthews, [np.tanh(twice), twice_target], "1.0", columns=4, tolerance=1e-4)
    x = np.array([1, 1, 0.5, 0.0])
    pixels, pixel_labels = np.repeat(x[:, None], 3, axis=1), one_hot([0, 1, 2, 0], 3)
    free = "WeightedBinaryFocal"
    case("monai FocalLoss", free, [pixels, pixel_labels], "0.34959", tolerance=1e-4)
    case("monai FocalLoss include_background=False", free, [pixels[:, 1:], pixel_labels[:, 1:]], "0.36498", tolerance=1e-4)
    case("monai FocalLoss alpha=0.8", "BinaryFocal alpha=0.8", [pixels, pixel_labels], "0.08423", tolerance=1e-4)
    # By pixels here, by classes there.
    case("monai FocalLoss reduction=none", free, [pixels.T, pixel_labels.T],
         "0.02266 0.70187 0.37741 0.17329 0.70187 0.02266 0.37741 0.17329 0.70187 0.70187 0.06757 0.17329", what="values", tolerance=1e-4)
    case("monai FocalLoss weight reduction=none", free, [pixels.T, pixel_labels.T],
         "0.01133 0.35093 0.18871 0.08664 0.07019 0.00227 0.03774 0.01733 0.14037 0.14037 0.01352 0.03466", what="weighted values", weights=np.repeat([0.5, 0.1, 0.2], 4), tolerance=1e-4)
    case("monai FocalLoss use_softmax", "CategoricalFocal alpha=1,1,1", [pixels, pixel_labels], "0.16276", columns=3, reduction="Sum", weights=1 / 12, tolerance=1e-4)
    case("monai FocalLoss use_softmax alpha=0.8", "CategoricalFocal alpha=0.2,0.8,0.8", [pixels, pixel_labels], "0.08138", columns=3, reduction="Sum", weights=1 / 12, tolerance=1e-4)
    truth = np.zeros((2, 25))
    truth[0] = 1
    seen = truth.copy()
    truth[:, 12] = [0, 1]
    case("monai FocalLoss foreground and background", free, [seen, truth], "0.1116", tolerance=1.5e-3)
    case("monai FocalLoss foreground", free, [seen[1], truth[1]], "0.1733", tolerance=1.5e-3)


def sklearn():
    exact = 1e-11
    log4 = np.log(4)
    for head, p, y, value, slope, curvature in (
            ("HalfSquaredErrorLoss", 5, 1, 8, 4, 1), ("AbsoluteErrorLoss", 5, 1, 4, 1, 0), ("QuantileLoss tau=0.5", 5, 1, 2, 0.5, 0), ("QuantileLoss tau=0.25", 5, 1, 3, 0.75, 0),
            ("QuantileLoss tau=0.25", 1, 5, 1, -0.25, 0), ("HuberLoss delta=3", 5, 1, 7.5, 3, 0), ("HuberLoss delta=3", 3, 1, 2, 2, 1),
            ("PoissonNllLoss", log4, 2, 4 - 2 * log4, 2, 4), ("GammaNllLoss", log4, 2, log4 + 0.5, 0.5, 0.5),
            ("TweedieNllLoss power=3", log4, 2, -1 / 4 + 1 / 16, 1 / 4 - 2 / 16, -1 / 4 + 4 / 16), ("HalfTweedieDevianceLoss power=1", 4, 2, 2 - 2 * np.log(2), 0.5, 2 / 16),
            ("HalfTweedieDevianceLoss power=2", 4, 2, np.log(2) - 0.5, 1 / 4 - 2 / 16, -1 / 16 + 4 / 64), ("HalfTweedieDevianceLoss power=3", 4, 2, -1 / 4 + 1 / 16 + 1 / 4, 1 / 16 - 2 / 64, -2 / 64 + 6 / 256),
            ("BinaryCrossEntropy", log4, 0.25, np.log(5) - 0.25 * log4, 0.8 - 0.25, 0.16),
            ("TweedieNllLoss power=0", log4, -3, 8 + 12, 16 + 12, 32 + 12), ("TweedieNllLoss power=-1.5", 0, -2, 1 / 3.5 + 2 / 2.5, 1 + 2, 3.5 + 5),
            ("HalfTweedieDevianceLoss power=0", -1.5, -3, 1.125, 1.5, 1)):
        case(f"sklearn {head}", head, [[p], [y]], [value], tolerance=exact)
        case(f"sklearn {head} gradient", head, [[p], [y]], [slope], what="gradient", tolerance=exact)
        case(f"sklearn {head} hessian", head, [[p], [y]], [curvature], what="hessian", tolerance=exact)
    z = [0.2, 0.5, 0.3]
    for label in range(3):
        case("sklearn HalfMultinomialLoss", "SoftmaxCrossEntropy", [z, [label]], [np.log(np.sum(np.exp(z))) - z[label]], columns=3, tolerance=exact)


def pytorch():
    near = [[0.1, 1.2, 4.7], [0, 1, 5]]
    far = [[0.1, 1.5, 10], [0, 1, 5]]
    for name, option in (("SmoothL1", "beta"), ("Huber", "delta")):
        case(f"pytorch {name}Loss", f"{name}Loss", near, "0.0233335", tolerance=3e-7, is_rough=True)
        case(f"pytorch {name}Loss reduction=none", f"{name}Loss", near, [0.005, 0.02, 0.045], what="values", tolerance=1e-6)
    case("pytorch SmoothL1Loss beta=0.5", "SmoothL1Loss beta=0.5", far, [1.67], tolerance=1e-6)
    case("pytorch HuberLoss delta=0.5", "HuberLoss delta=0.5", far, [0.835], tolerance=1e-6)
    case("pytorch SmoothL1Loss beta=0.2", "SmoothL1Loss beta=0.2", near, "0.108333", tolerance=1e-5)
    case("pytorch HuberLoss delta=0.2", "HuberLoss delta=0.2", near, "0.0216666", tolerance=1e-5)
    case("pytorch SoftMarginLoss", "LogisticMarginLoss", [[2, 4, 1, 3], [-1, 1, 1, -1]], "1.3767317", tolerance=1e-6)
    case("pytorch SoftMarginLoss reduction=none", "LogisticMarginLoss", [[2, 4, 1, 3], [-1, 1, 1, -1]], "2.1269281 0.01814993 0.3132617 3.0485873", what="values", tolerance=1e-6)
    several = [[0, 2, 2, 0, 2, 1, 0, 1], [0, 0, 1, 0, 1, 0, 1, 1]]
    case("pytorch MultiLabelSoftMarginLoss", "MultilabelSoftMargin", several, "0.7608436", columns=4, tolerance=1e-6)
    case("pytorch MultiLabelSoftMarginLoss weight", "ClassWeightedMultilabelSoftMargin classWeights=0.1,0.6,0.4,0.8", several, "0.4876902 0.3321295", columns=4, what="values", tolerance=1e-6)
    case("pytorch MultiLabelMarginLoss", "MultilabelMargin", [[0.1, 0.2, 0.4, 0.8], [1, 0, 0, 1]], "0.8500", columns=4)
    case("pytorch MultiMarginLoss margin weight", "MultiMargin margin=2 ClassWeights=0.3,0.3,0.4", [[0.2, 0.2, 0.6, 0.1, 0.8, 0.1, 0.9, 0.09, 0.01], [2, 1, 0]], "0.305556", columns=3, tolerance=1e-4)
    case("pytorch CosineEmbeddingLoss", "CosineEmbedding margin=0.5", [[2, 3, 4, 6, 2, 4], [2, 3, 5, 9, 12, 0], [1, -1]], "0.1004", columns=3)
    case("pytorch CosineSimilarity", "CosineDistance", [[1, 2, 3, 4, 5, 6], [1, 8, 3, 2, 1, 6]], [1 - 0.8078, 1 - 0.8721], columns=3, what="values", tolerance=1e-4)
    case("pytorch HingeEmbeddingLoss", "HingeEmbeddingLoss margin=2", [[2, 22, 4, 20, 10], [1] * 5], [58 / 5], tolerance=1e-6)
    case("pytorch TripletMarginLoss", "Triplet", [[3, 3], [2, 2], [0, 0]], "0.0", columns=2, tolerance=1e-4)
    case("pytorch NLLLoss", "NegativeLogLikelihood", [[-0.1315, -3.1315, -2.5315, -3.7038, -0.1038, -2.6038, -2.3422, -1.3422, -0.4422], [1, 0, 2]], "2.4258", columns=3)
    case("pytorch CrossEntropyLoss", "SoftmaxCrossEntropy", [[3, 3, 2, 2], [0, 1]], "0.6931", columns=2)
    case("pytorch CrossEntropyLoss label_smoothing", "SmoothedSoftmaxCrossEntropy labelSmoothing=0.15", [[3, 1, 1, 2], [0, 1]], "0.3326", columns=2)
    case("pytorch CrossEntropyLoss probabilities label_smoothing", "SoftmaxCrossEntropyOfDistribution labelSmoothing=0.2", [[3, 1, 1, 2], [0.8, 0.2, 0.1, 0.9]], "0.5701", columns=2)
    for head in ("BinaryCrossEntropy", "WeightedBinaryCrossEntropy"):
        case(f"pytorch BCEWithLogitsLoss grad_at_zero {head}", head, [[0, 0, 0], [0, 0, 0]], [0.5] * 3, what="gradient", reduction="Sum", tolerance=1e-7)
        case(f"pytorch BCEWithLogitsLoss stability {head}", head, [[0, -120], [0, 1]], [np.log(2), 120], what="values", tolerance=1e-6)
    positive = np.array([2, 0.5, 1, 3])
    z, t = np.array([[0, 2, 2, 0], [2, 1, 0, -120.0]]), np.array([[0, 0, 1, 0], [1, 0, 1, 1]])
    case("pytorch BCEWithLogitsLoss pos_weight, by its definition", "PositiveWeightedMultilabelSoftMargin positiveWeights=2,0.5,1,3",
         [z, t], np.mean(positive * t * np.logaddexp(0, -z) + (1 - t) * np.logaddexp(0, z), axis=1), columns=4, what="values", tolerance=1e-6)
    a, b, c = np.array([1, 2, -1.0]), np.array([0.5, 2, 1.0]), np.array([0, 1.5, 1.0])
    for swap in (False, True):
        to_positive, to_negative, between = (np.sum(np.abs(u - v + 1e-6)) for u, v in ((a, b), (a, c), (b, c)))
        case(f"pytorch TripletMarginLoss p=1 swap={swap}, by its definition", f"ManhattanTriplet margin=0.5 swap={swap}",
             [a, b, c], [max(0, to_positive - (min(to_negative, between) if swap else to_negative) + 0.5)], columns=3, tolerance=1e-6)
    x, y = np.array([0.5, 1.5, 2.5]), np.array([1, 2, 3])
    case("pytorch PoissonNLLLoss", "PoissonNllLoss", [x, y], np.exp(x) - y * x, what="values", tolerance=1e-6)


def xgboost():
    x, y = [0, 0.1, 0.9, 1, 0, 0.1, 0.9, 1], [0] * 4 + [1] * 4
    spread = [[0.1, 0.2, 0.4, 0.8, 1.6], [1] * 5]
    logistic = ("0.5 0.52 0.71 0.73 -0.5 -0.47 -0.28 -0.26", "0.25 0.24 0.20 0.19 0.25 0.24 0.20 0.19")
    for name, head, inputs, slope, curvature, factor in (
            ("reg:squarederror", "HalfSquaredErrorLoss", [x, y], "0 0.1 0.9 1.0 -1.0 -0.9 -0.1 0", "1 1 1 1 1 1 1 1", 1),
            ("reg:squaredlogerror", "SquaredLogErrorLoss", spread, "-0.5435 -0.4257 -0.25475 -0.05855 0.1009", "1.3205 1.0492 0.69215 0.34115 0.1091", 0.5),
            ("reg:pseudohubererror", "PseudoHuberLoss", spread, "-0.668965 -0.624695 -0.514496 -0.196116 0.514496", "0.410660 0.476140 0.630510 0.942866 0.630510", 1),
            ("reg:logistic", "BinaryCrossEntropy", [x, y], *logistic, 1),
            ("count:poisson", "PoissonNllLoss", [x, y], "1 1.10 2.45 2.71 0 0.10 1.45 1.71", None, 1),
            ("reg:gamma", "GammaNllLoss", [x, [2] * 4 + [1] * 4], "-1 -0.809 0.187 0.264 0 0.09 0.59 0.63", "2 1.809 0.813 0.735 1 0.90 0.40 0.36", 1),
            ("reg:gamma of 0", "GammaNllLoss", [x, y], "1 1 1 1 0 0.09 0.59 0.63", "0 0 0 0 1 0.90 0.40 0.36", 1),
            ("reg:tweedie", "TweedieNllLoss power=1.1", [x, y], "1 1.09 2.24 2.45 0 0.10 1.33 1.55", "0.89 0.98 2.02 2.21 1 1.08 2.11 2.30", 1),
            ("binary:hinge", "HingeLoss", [[-1, -0.5, 0.5, 1, -1, -0.5, 0.5, 1], y], "0 1 1 1 -1 -1 -1 0", None, 1),
            ("reg:quantileerror", "QuantileLoss tau=0.6", [[1, 2, 3], [3, 2, 1]], "-0.6 - 0.4", None, 1)):
        for what, expected in (("gradient", slope), ("hessian", curvature)):
            if expected:
                case(f"xgboost {name} {what}", head, inputs, expected, what=what, reduction="Sum", weights=factor, tolerance=0.01)
    # XGBoost's Hessian is twice that of the formula, which its multiclass factor stands for.
    z = [1, 0, 2, 2, 0, 1]
    case("xgboost multi:softmax gradient", "SoftmaxCrossEntropy", [z, [1, 0]], "0.24 -0.91 0.66 -0.33 0.09 0.24", what="gradient", reduction="Sum", columns=3, tolerance=0.01)
    case("xgboost multi:softmax hessian", "SoftmaxCrossEntropy", [z, [1, 0]], "0.36 0.16 0.44 0.45 0.16 0.37", what="hessian", reduction="Sum", columns=3, weights=2, tolerance=0.01)


def xgboost_survival():
    x = np.log(2.0) * (1 + 14 * np.arange(20) / 19)
    for name, low, high, tables in AFT:
        for distribution, slope, curvature in tables:
            head = distribution.capitalize() + "AftLoss"
            for what, expected in (("gradient", slope), ("hessian", curvature)):
                case(f"xgboost survival:aft {name} {distribution} {what}", head, [x, [low] * 20, [high] * 20], expected, what=what, reduction="Sum", tolerance=1e-4)


AFT = (
    ("uncensored", 100, 100, (
        ("normal", "-3.9120 -3.4013 -2.8905 -2.3798 -1.8691 -1.3583 -0.8476 -0.3368 0.1739 0.6846 1.1954 1.7061 2.2169 2.7276 3.2383 3.7491 4.2598 4.7706 5.2813 5.7920", "1.0000 " * 20),
        ("logistic", "-0.9608 -0.9355 -0.8948 -0.8305 -0.7327 -0.5910 -0.4001 -0.1668 0.0867 0.3295 0.5354 0.6927 0.8035 0.8773 0.9245 0.9540 0.9721 0.9832 0.9899 0.9939",
         "0.0384 0.0624 0.0997 0.1551 0.2316 0.3254 0.4200 0.4861 0.4962 0.4457 0.3567 0.2601 0.1772 0.1152 0.0726 0.0449 0.0275 0.0167 0.0101 0.0061"),
        ("extreme", "- - - -9.8028 -5.4822 -2.8897 -1.3340 -0.4005 0.1596 0.4957 0.6974 0.8184 0.8910 0.9346 0.9608 0.9765 0.9859 0.9915 0.9949 0.9969",
         "- - - 10.8028 6.4822 3.8897 2.3340 1.4005 0.8404 0.5043 0.3026 0.1816 0.1090 0.0654 0.0392 0.0235 0.0141 0.0085 0.0051 0.0031"))),
    ("left-censored", 0, 20, (
        ("normal", "0.0285 0.0832 0.1951 0.3804 0.6403 0.9643 1.3379 1.7475 2.1828 2.6361 3.1023 3.5779 4.0603 4.5479 5.0394 5.5340 6.0309 6.5298 7.0303 -",
         "0.0663 0.1559 0.2881 0.4378 0.5762 0.6878 0.7707 0.8300 0.8719 0.9016 0.9229 0.9385 0.9501 0.9588 0.9656 0.9709 0.9751 0.9785 0.9813 -"),
        ("logistic", "0.0909 0.1428 0.2174 0.3164 0.4355 0.5625 0.6818 0.7812 0.8561 0.9084 0.9429 0.9650 0.9787 0.9871 0.9922 0.9953 0.9972 0.9983 0.9990 0.9994",
         "0.0826 0.1224 0.1701 0.2163 0.2458 0.2461 0.2170 0.1709 0.1232 0.0832 0.0538 0.0338 0.0209 0.0127 0.0077 0.0047 0.0028 0.0017 0.0010 0.0006"),
        ("extreme", "0.0005 0.0149 0.1011 0.2815 0.4881 0.6610 0.7847 0.8665 0.9183 0.9504 0.9700 0.9820 0.9891 0.9935 0.9961 0.9976 0.9986 0.9992 0.9995 0.9997",
         "0.0041 0.0747 0.2731 0.4059 0.3829 0.2901 0.1973 0.1270 0.0793 0.0487 0.0296 0.0179 0.0108 0.0065 0.0039 0.0024 0.0014 0.0008 0.0005 0.0003"))),
    ("right-censored", 60, np.inf, (
        ("normal", "-3.6583 -3.1815 -2.7135 -2.2577 -1.8190 -1.4044 -1.0239 -0.6905 -0.4190 -0.2209 -0.0973 -0.0346 -0.0097 -0.0021 -0.0004 0.0000 0.0000 0.0000 0.0000 0.0000",
         "0.9407 0.9259 0.9057 0.8776 0.8381 0.7821 0.7036 0.5970 0.4624 0.3128 0.1756 0.0780 0.0265 0.0068 0.0013 0.0002 0.0000 0.0000 0.0000 0.0000"),
        ("logistic", "-0.9677 -0.9474 -0.9153 -0.8663 -0.7955 -0.7000 -0.5834 -0.4566 -0.3352 -0.2323 -0.1537 -0.0982 -0.0614 -0.0377 -0.0230 -0.0139 -0.0084 -0.0051 -0.0030 -0.0018",
         "0.0312 0.0499 0.0776 0.1158 0.1627 0.2100 0.2430 0.2481 0.2228 0.1783 0.1300 0.0886 0.0576 0.0363 0.0225 0.0137 0.0083 0.0050 0.0030 0.0018"),
        ("extreme", "- - -10.8018 -6.4817 -3.8893 -2.3338 -1.4004 -0.8403 -0.5042 -0.3026 -0.1816 -0.1089 -0.0654 -0.0392 -0.0235 -0.0141 -0.0085 -0.0051 -0.0031 -0.0018",
         "- - 10.8018 6.4817 3.8893 2.3338 1.4004 0.8403 0.5042 0.3026 0.1816 0.1089 0.0654 0.0392 0.0235 0.0141 0.0085 0.0051 0.0031 0.0018"))),
    ("interval-censored", 16, 200, (
        ("normal", "-2.4435 -1.9965 -1.5691 -1.1679 -0.7990 -0.4649 -0.1596 0.1336 0.4370 0.7682 1.1340 1.5326 1.9579 2.4035 2.8639 3.3351 3.8143 4.2995 4.7891 5.2822",
         "0.8909 0.8579 0.8134 0.7557 0.6880 0.6221 0.5789 0.5769 0.6171 0.6818 0.7500 0.8088 0.8545 0.8884 0.9131 0.9312 0.9446 0.9547 0.9624 0.9684"),
        ("logistic", "-0.8790 -0.8112 -0.7153 -0.5893 -0.4375 -0.2697 -0.0955 0.0800 0.2545 0.4232 0.5768 0.7054 0.8040 0.8740 0.9210 0.9513 0.9703 0.9820 0.9891 0.9934",
         "0.1086 0.1588 0.2176 0.2745 0.3164 0.3374 0.3433 0.3434 0.3384 0.3191 0.2789 0.2229 0.1637 0.1125 0.0737 0.0467 0.0290 0.0177 0.0108 0.0065"),
        ("extreme", "-8.0000 -4.8004 -2.8805 -1.7284 -1.0371 -0.6168 -0.3140 -0.0121 0.2841 0.5261 0.6989 0.8132 0.8857 0.9306 0.9581 0.9747 0.9848 0.9909 0.9945 0.9967",
         "8.0000 4.8004 2.8805 1.7284 1.0380 0.6567 0.5727 0.6033 0.5384 0.4051 0.2757 0.1776 0.1110 0.0682 0.0415 0.0251 0.0151 0.0091 0.0055 0.0033"))))


def catboost():
    mean = "WeightedMean"
    case("catboost FairLoss smoothness=1", "FairLoss", [[1, 2, 3], [3, 2, 1]], "0.18027754226637804", reduction=mean, weights=[1, 8, 1], tolerance=1e-6)
    case("catboost FairLoss smoothness=10", "FairLoss scale=10", [[1, 2, 3], [3, 2, 1]], "0.3535688641209084", reduction=mean, weights=[1, 8, 1], tolerance=1e-6)
    case("catboost Huber", "HuberLoss", [[0] * 4, [1, 2, 3, 4]], "2.0987963", reduction=mean, weights=[0.26705, 0.666578, 0.6702279, 0.3976618], tolerance=1e-6)
    case("catboost MSLE", "SquaredLogErrorLoss", [[3, 5, 2.5, 7], [2.5, 5, 4, 8]], "0.03973", tolerance=1e-5)
    case("catboost MSLE near 0", "SquaredLogErrorLoss", [[0.003333, 0.003333, 0.008571], [1, 0, 1]], "0.31485", tolerance=1e-5)
    case("catboost Tweedie", "TweedieNllLoss", [[1, 2, 3, 4], [3, 4, 5, 1]], "10.38992204811516", tolerance=1e-5)
    case("catboost SMAPE", "SymmetricAbsolutePercentageErrorLoss",
         [[1, 2.3, 0.1, -2, -1, 0, -0.2, -0.3, 0.15, -0.2, 0], [1.2, 2, -0.3, -1.5, -1.5, 0.3, 0, 0.3, -0.15, 0.3, 0]], "118.24", tolerance=1e-2)
    case("catboost Hinge", "HingeLoss", [[-2.19722458, 2.19722458, 1.38629436, -0.84729786], [0, 1, 1, 0]], "0.03817553500000001", tolerance=1e-6)
    case("catboost Hinge certain", "HingeLoss", [[0, 100, 100, 0], [0, 1, 1, 0]], [0.5], tolerance=1e-6)
    case("catboost Hinge of classes", "CrammerSinger", [[0.3, 0.5, 0.2, 0.9, 0.05, 0.05, 0.1, 0.8, 0.1, 0.2, 0.1, 0.7], [1, 0, 1, 2]], [1.75 / 4], columns=3, tolerance=1e-6)
    case("catboost HammingLoss", "HammingDistance threshold=0.5", [[1] * 20 + [0, 1, 1, 0, 1, 1], [1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 1, 1, 1, 0, 1, 1, 1, 0, 0, 1, 0, 1, 1, 0, 1, 1]], "0.192308", columns=26, tolerance=1e-6)
    case("catboost HammingLoss of classes", "Misclassification", [np.eye(4), [0, 0, 2, 3]], [0.25], columns=4, tolerance=1e-6)


for suite in (keras_regression, keras_margins, keras_rows, keras_binary, keras_categorical, keras_regions, keras_circle, optax, monai, sklearn, pytorch, xgboost, xgboost_survival, catboost):
    suite()
for module in (peer_suites_frameworks, peer_suites_images, peer_suites_boosters, peer_suites_references, peer_suites_metrics, peer_suites_statistics, peer_suites_detection):
    module.write()
