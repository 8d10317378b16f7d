"""What test suites of MONAI (mixtures and generalised overlaps), kornia and segmentation_models assert."""
import numpy as np
from peer_cases import case, one_hot, sigmoid, softmax

SQUARE, TARGET = np.array([1.0, -1, -1, 1]), np.array([1, 0, 1, 1.0])
TWICE, TWICE_TARGET = np.array([[1.0, -1, -1, 1]] * 2), np.array([[1, 1, 1, 1], [1, 0, 1, 0.0]])
SOFT = np.array([[0.3, 0.4, 0.7, 0.9], [1, 0.1, 0.5, 0.3]])
CLASSES = np.array([[[-1.0, 0, 1], [1, 0, -1]], [[0, 0, 0], [0, 0, 0]]])
CLASS_TARGET = np.array([one_hot([1, 0, 0], 2).T, one_hot([1, 1, 0], 2).T])


def volumes(target, power=2):
    """For images of classes of pixels: 1/T² of each element's class; of absent classes the largest of the image."""
    with np.errstate(divide="ignore"):
        weight = 1 / np.sum(target, axis=-1, keepdims=True) ** power
    finite = np.where(np.isinf(weight), 0, weight)
    return np.broadcast_to(np.where(np.isinf(weight), np.max(finite, axis=1, keepdims=True), weight), target.shape)


def monai_generalized_dice():
    head = lambda nr, dr, soft="": f"GeneralizedDiceLoss numeratorSmoothing={nr} denominatorSmoothing={dr}{soft}"
    of = lambda p, t, power=2: [np.reshape(p, np.shape(t)), t, volumes(np.asarray(t, dtype=float), power)]
    one = lambda t: np.reshape(t, (-1, 1, np.shape(t)[-1]))
    name, small = "monai GeneralizedDiceLoss", head(1e-4, 1e-4)
    case(f"{name} sigmoid", head(1e-6, 1e-6), of(sigmoid(SQUARE), one(TARGET)), "0.307576", columns=4, tolerance=4e-6)
    case(f"{name} sigmoid batch", small, of(sigmoid(TWICE), one(TWICE_TARGET)), "0.416597", columns=4, tolerance=5e-6)
    case(f"{name} soft_label=True", head(1e-4, 1e-4, " isSoft=true"), of(SOFT, one(SOFT)), [0], columns=4, tolerance=1e-6)
    case(f"{name} soft_label=False", small, of(SOFT, one(SOFT)), "0.307748", columns=4, tolerance=4e-6)
    foreground = np.array([[[0, 0, 1.0]], [[0, 1.0, 0]]])
    case(f"{name} foreground", head(0, 0), of(foreground, foreground), [0], columns=3, tolerance=1e-6)
    case(f"{name} sigmoid to_onehot_y", small, of(sigmoid(CLASSES), CLASS_TARGET), "0.469964", columns=6, tolerance=5e-6)
    probabilities = softmax(CLASSES, axis=1)
    case(f"{name} softmax to_onehot_y", small, of(probabilities, CLASS_TARGET), "0.414507", columns=6, tolerance=5e-6)
    case(f"{name} softmax sum", small, of(probabilities, CLASS_TARGET), "0.829015", columns=6, reduction="Sum", tolerance=9e-6)
    case(f"{name} softmax none", small, of(probabilities, CLASS_TARGET), "0.273476 0.555539", columns=6, what="values", tolerance=6e-6)
    case(f"{name} empty", head(1e-8, 1e-8), [foreground * 0, foreground * 0, foreground * 0], [0], columns=3, tolerance=1e-6)
    simple = softmax(np.array([[[0.0, 10, 10, 10], [10, 0, 0, 0]]]), axis=1)
    case(f"{name} w_type=simple", head(0, 0), of(simple, np.array([[[0, 0, 1, 1], [1, 1, 0, 0.0]]]), 1), "0.250023", columns=8, tolerance=3e-6)
    case(f"{name} tanh", small, of(np.tanh(TWICE), one(TWICE_TARGET)), "0.99970", columns=4, tolerance=1.5e-5)
    case(f"{name} log_softmax", small, of(np.log(probabilities), CLASS_TARGET), "-0.097833", columns=6, tolerance=1.5e-6)


def monai_mixtures():
    perfect = np.array([[1, 0, 0, 1.0], [0, 1, 1, 0]])
    case("monai AsymmetricUnifiedFocalLoss perfect", "UnifiedFocalLoss", [perfect, perfect, [0, 1]], [0], columns=4, tolerance=1e-3)
    target = np.array([[1, 0, 0, 0.0], [0, 1, 0, 0], [0, 0, 1, 1]])
    case("monai AsymmetricUnifiedFocalLoss logits", "UnifiedFocalLoss", [softmax(20 * target - 10, axis=0), target, [0, 1, 1]], [0], columns=4, tolerance=1e-3)
    case("monai AsymmetricUnifiedFocalLoss labels", "UnifiedFocalLoss", [target, target, [0, 1, 1]], [0], columns=4, tolerance=1e-3)
    wrong = softmax(np.array([[-10.0, -10], [10, 10], [-10, -10]]), axis=0)
    case("monai AsymmetricUnifiedFocalLoss imperfect", "UnifiedFocalLoss", [wrong, [1, 1, 0, 0, 0, 0], [0, 1, 1]], "1.518984", columns=2, tolerance=1e-3)
    x, t = np.array([[0.8, 0.6, 0], [0, 0, 0.9]]), np.array([[0, 0, 1], [0, 1, 0]])
    case("monai DiceCELoss sigmoid weight=0.5", "DiceCrossEntropyLoss positiveWeight=0.5", [x, t], "1.445239", columns=3, tolerance=1e-4)
    both = np.array([[1, 1, 0], [0, 0, 1], [1, 0, 1], [0, 1, 0.0]])
    case("monai DiceCELoss, its Dice", "TwiceSmoothedDiceLoss", [both, both], [0], columns=3, tolerance=1e-4)
    pixels = np.array([[1, 0], [1, 0], [0, 1], [1, 0], [0, 1], [1, 0.0]])
    case("monai DiceCELoss, its CE", "SoftmaxCrossEntropy", [pixels, [0, 0, 1, 0, 1, 0]], "0.3133", columns=2, tolerance=1e-4)
    case("monai DiceCELoss lambda_ce=2, its CE", "SoftmaxCrossEntropy", [[100, 0, 100, 0, 0, 1, 1, 0, 0, 1, 1, 0], [0, 0, 1, 0, 1, 0]], "0.4176", columns=2, weights=2.0, tolerance=1e-4)
    case("monai DiceCELoss weight=(0, 1), its CE", "SoftmaxCrossEntropy ClassWeights=0,1", [[100, 0, 100, 0, 0, 1, 1, 0, 0, 1, 1, 0], [0, 0, 1, 0, 1, 0]],
         "0.3133", columns=2, reduction="WeightedMean", tolerance=1e-4)


def monai_contrastive():
    def rows(a, b):
        views = np.concatenate([np.asarray(a, dtype=float), np.asarray(b, dtype=float)])
        unit = views / np.maximum(np.linalg.norm(views, axis=1, keepdims=True), 1e-8)
        n = len(views)
        similarities = unit @ unit.T
        return [similarities[~np.eye(n, dtype=bool)].reshape(n, n - 1), [(i + n // 2) % n - ((i + n // 2) % n > i) for i in range(n)]]

    pair, other = [1, 1, 0, 0], [0, 0, 1, 1]
    for temperature, a, b, expected in ((0.5, [pair], [pair], "0.0"), (0.5, [pair] * 2, [pair] * 2, "1.0986"), (0.5, [[1, 2, 3, 4], pair], [[0] * 4, pair], "0.8719"),
                                        (0.5, [other], [pair], "0.0"), (0.05, [other], [pair], "0.0")):
        inputs = rows(a, b)
        case(f"monai ContrastiveLoss temperature={temperature}", f"InfoNce temperature={temperature}", inputs, expected, columns=inputs[0].shape[1], tolerance=1e-4)


def monai_masked_dice():
    small = "TwiceSmoothedDiceLoss numeratorSmoothing=1e-4 denominatorSmoothing=1e-4"
    mask = np.array([0, 0, 1, 1.0])
    case("monai MaskedDiceLoss sigmoid", "TwiceSmoothedDiceLoss numeratorSmoothing=1e-6 denominatorSmoothing=1e-6", [sigmoid(SQUARE * mask), TARGET * mask], "0.500", columns=4, tolerance=5e-6)
    mask = np.array([[1, 1, 1, 1], [1, 1, 0, 0.0]])
    case("monai MaskedDiceLoss sigmoid batch", small, [sigmoid(TWICE * mask), TWICE_TARGET * mask], "0.422969", columns=4, tolerance=5e-6)
    mask = np.array([1, 1, 0.0])
    case("monai MaskedDiceLoss to_onehot_y", small, [sigmoid(CLASSES * mask), CLASS_TARGET], "0.47033", columns=3, tolerance=5e-6)


def kornia():
    for head, expected in (("WelschLoss", "0.39346934028"), ("PseudoHuberLoss", "0.41421356237"), ("GemanMcClureLoss", "0.4"), ("CauchyLoss scale=1.4142135623730951", "0.405465108108")):
        case(f"kornia {head} of ones and zeros", head, [[1] * 6, [0] * 6], expected, tolerance=1e-5)
        case(f"kornia {head} perfect", head, [[0.25, 0.5, 1]] * 2, [0], tolerance=1e-6)
    even, none = [0.125] * 8, [0] * 8
    for p, t, js, kl in ((even, even, "0.0", "0.0"), (even, none, "0.346574", "0.0"), (none, even, "0.346574", "inf")):
        case("kornia js_div_loss_2d", "JensenShannon", [p, t], js, columns=8, tolerance=1e-4)
        case("kornia kl_div_loss_2d", "KullbackLeiblerOfProbabilities epsilon=0", [p, t], [float(kl)], columns=8, tolerance=1e-4)
    p, q = np.array([12, 2, 1, 0.5, 0.25, 0.25]) / 16, np.array([2, 2, 2, 2, 4, 4]) / 16
    case("kornia kl_div_loss_2d of two distributions", "KullbackLeiblerOfProbabilities epsilon=0", [p, q], [np.sum(q * np.log(q / p))], columns=6, tolerance=1e-6)
    case("kornia kl_div_loss_2d sparse", "KullbackLeiblerOfProbabilities epsilon=0", [[0.125, 0.125, 0.25, 0.25, 0.125, 0.125], [0, 0.25, 0.75, 0, 0, 0]],
         [0.25 * np.log(2) + 0.75 * np.log(3)], columns=6, tolerance=1e-6)
    m = (p + q) / 2
    case("kornia js_div_loss_2d of two distributions", "JensenShannon", [[p, q], [q, p]], [np.sum(p * np.log(p / m) + q * np.log(q / m)) / 2] * 2, columns=6, what="values", tolerance=1e-6)
    case("kornia js_div_loss_2d disjoint", "JensenShannon", [[0.5, 0.25, 0.25, 0, 0, 0], [0, 0, 0, 0.25, 0.25, 0.5]], [np.log(2)], columns=6, tolerance=1e-6)
    case("kornia binary_focal_loss_with_logits extreme", "BinaryFocal", [[100, -100], [1, 0]], [0, 0], what="values", tolerance=1e-6)
    extreme = 3.4028234663852886e38
    for gamma in (0, 2):
        case(f"kornia focal_loss ignored extreme gamma={gamma}", f"SoftmaxFocal gamma={gamma} IgnoredLabel=-100", [[extreme, -extreme, 0, 0], [-100, 0]],
             [0, np.log(2) * 0.5 ** gamma], columns=2, what="values", tolerance=1e-6)
    case("kornia focal_loss all ignored gradient", "SoftmaxFocal IgnoredLabel=-100", [[extreme, -extreme], [-100]], [0, 0], columns=2, what="gradient", tolerance=0)
    x = np.array([[10, 10, 10, 1], [1, 1, 1, 10.0]])
    dice = "TwiceSmoothedDiceLoss numeratorSmoothing=0 denominatorSmoothing=1e-8"
    overlap = np.sum(softmax(x, axis=0)[0])
    labels = np.array([[1, 1, 1, 1], [0, 0, 0, 0.0]])
    case("kornia dice_loss macro", dice, [softmax(x, axis=0), labels], [(1 - 2 * overlap / (4 + overlap) + 1) / 2], columns=4, tolerance=1e-6)
    case("kornia dice_loss micro", dice, [softmax(x, axis=0), labels], [1 - 2 * overlap / 8], columns=8, tolerance=1e-6)
    p = np.array([[0.5, 0.25, 0.125, 0.5], [0.25, 0.5, 0.125, 0.25], [0.25] * 4])
    t = np.array([[1, 0, 0, 1], [0, 1, 1, 0], [1, 1, 1, 1.0]])
    for alpha, beta in ((0.3, 0.7), (0.7, 0.3), (0.5, 0.5), (1, 1)):
        scores = np.array([1 / (1 + alpha * 0.375 + beta), 0.625 / (0.625 + alpha * 0.5 + beta * 1.375), 1 / (1 + beta * 3)])
        case(f"kornia tversky_loss alpha={alpha}", f"TverskyLoss alpha={alpha} beta={beta} numeratorSmoothing=0 denominatorSmoothing=1e-8", [p, t], 1 - scores, columns=4, what="values", tolerance=1e-6)


def segmentation_models():
    jaccard, dice, tversky = (f"{name}Loss numeratorSmoothing=0 denominatorSmoothing=1e-7" for name in ("Jaccard", "TwiceSmoothedDice", "Tversky"))
    for t, p, j, d in (([1, 1, 1, 1], [1, 1, 1, 1], 0, 0), ([0, 1, 1, 0], [0, 1, 1, 0], 0, 0), ([1, 1, 1, 1], [1, 1, 0, 0], 0.5, 1 / 3)):
        for head, expected in ((jaccard, j), (dice, d), (tversky, d)):
            case(f"smp {head.split()[0]}", head, [p, t], [expected], columns=4, tolerance=1e-5)
    for t, p, score in (([[1, 1, 0, 0], [0, 0, 1, 1]], [[1, 1, 0, 0], [0, 0, 1, 1]], 1), ([[1, 1, 0, 0], [0, 0, 1, 1]], [[0, 0, 1, 0], [0, 1, 0, 0]], 0), ([[1, 1, 0, 0], [0, 0, 0, 1]], [[1, 1, 0, 0], [0, 0, 0, 0]], 0.5)):
        case("smp JaccardLoss of two regions", jaccard, [p, t], [1 - score], columns=4, tolerance=1e-5)
    for head in (jaccard, dice, tversky):
        case(f"smp {head.split()[0]} inverted", head, [[1, 0, 1], [0, 1, 0]], [1], columns=3, tolerance=1e-5)
        case(f"smp {head.split()[0]} nothing found", head, [[0, 0, 0], [1, 1, 1]], [1], columns=3, tolerance=1e-5)
    case("smp JaccardLoss multiclass third", jaccard, [[1, 0, 1, 0, 0, 1, 0, 1], [0, 0, 1, 1, 1, 1, 0, 0]], [2 / 3], columns=4, tolerance=1e-5)
    case("smp JaccardLoss multilabel third", jaccard, [[0, 1, 1, 0] * 2, [1, 1, 0, 0] * 2], [2 / 3], columns=4, tolerance=1e-5)


def write():
    for suite in (monai_generalized_dice, monai_mixtures, monai_contrastive, monai_masked_dice, kornia, segmentation_models):
        suite()
