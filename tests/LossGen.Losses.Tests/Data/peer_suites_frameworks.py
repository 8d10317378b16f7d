"""What test suites of Burn, Flux, MLX, Candle, H2O, KerasCV, TensorFlow Addons, LossFunctions.jl, Rax, and more of Optax and scikit-learn assert."""
import numpy as np
from peer_cases import case, one_hot, sigmoid, softmax


def burn():
    eye = np.eye(2)
    case("burn cosine_embedding positive", "CosineEmbedding", [eye, eye, [1, 1]], [0, 0], columns=2, what="values", tolerance=1e-6)
    case("burn cosine_embedding negative", "CosineEmbedding", [eye, eye, [-1, -1]], [1, 1], columns=2, what="values", tolerance=1e-6)
    case("burn cosine_embedding negative sum", "CosineEmbedding", [eye, eye, [-1, -1]], [2], columns=2, reduction="Sum", tolerance=1e-6)
    case("burn cosine_embedding margin", "CosineEmbedding margin=0.5", [eye, eye, [-1, -1]], [0.5], columns=2, tolerance=1e-6)
    case("burn cosine_embedding mixed", "CosineEmbedding", [eye, eye, [1, -1]], [0, 1], columns=2, what="values", tolerance=1e-6)
    p, t = [-1, -0.5, -2, -0.2], [0.4, 0.6, 0.1, 0.9]
    case("burn kl_div", "KullbackLeibler", [p, t], "0.0334837139 -0.0064953566 -0.0302585065 0.0851755068", columns=1, what="values", tolerance=1e-5)
    case("burn kl_div sum", "KullbackLeibler", [p, t], "0.08191", columns=2, reduction="Sum", tolerance=1e-5)
    case("burn kl_div batch mean", "KullbackLeibler", [p, t], "0.04095", columns=2, tolerance=1e-5)
    case("burn kl_div gradient", "KullbackLeibler", [p[:2], t[:2]], [-0.4, -0.6], columns=2, reduction="Sum", what="gradient", tolerance=1e-6)
    case("burn kl_div log target", "KullbackLeiblerOfLogTarget", [[-1, -2], [-0.5, -1.5]], "0.3032653299 0.1115650801", columns=1, what="values", tolerance=1e-5)
    case("burn kl_div log target mean", "KullbackLeiblerOfLogTarget", [[-1, -2], [-0.5, -1.5]], "0.207415204965", columns=1, tolerance=1e-5)
    case("burn kl_div log target sum", "KullbackLeiblerOfLogTarget", [[-1, -2], [-0.5, -1.5]], "0.414830409931", columns=2, reduction="Sum", tolerance=1e-5)
    labels = [1, 0, 1, 0]
    case("burn binary_cross_entropy correct", "ClampedBinaryCrossEntropy", [labels, labels], [0], tolerance=1e-6)
    case("burn binary_cross_entropy incorrect", "ClampedBinaryCrossEntropy", [[0, 1, 0, 1], labels], [100], tolerance=1e-4)
    x, labels = [0.8271, 0.9626, 0.3796, 0.2355], [0, 1, 0, 1]
    of_probabilities = "ClampedBinaryCrossEntropy"
    case("burn binary_cross_entropy", of_probabilities, [sigmoid(x), labels], "0.7491", tolerance=1e-4)
    case("burn binary_cross_entropy logits", "BinaryCrossEntropy", [x, labels], "0.7491", tolerance=1e-4)
    case("burn binary_cross_entropy weights", of_probabilities, [sigmoid(x), labels], "3.1531", weights=[3, 7, 3, 7], tolerance=1e-4)
    case("burn binary_cross_entropy smoothing", of_probabilities + " smoothing=0.1", [sigmoid(x), labels], "0.7490", tolerance=1e-4)
    x, t = [0.5150, 0.3097, 0.7556, 0.4974, 0.9879, 0.1564], np.array([1, 0, 1, 1, 0, 0])
    case("burn binary_cross_entropy multilabel", "BinaryCrossEntropy", [x, t], "0.7112", tolerance=1e-4)
    case("burn binary_cross_entropy multilabel rows", "MultilabelSoftMargin", [x, t], "0.7112", columns=3, tolerance=1e-4)
    case("burn binary_cross_entropy multilabel weights", "ClassWeightedMultilabelSoftMargin classWeights=3,7,0.9", [x, t], "3.1708", columns=3, tolerance=1e-4)
    case("burn binary_cross_entropy multilabel smoothing", "BinaryCrossEntropy", [x, t * 0.9 + 0.1 / 3], "0.7228", tolerance=1e-4)
    for head, expected, mean, total in (("GaussianNllLoss", "-0.096574 0.5", "0.201713", "0.403426"), ("GaussianNllLoss full=true", "0.822365 1.418939", None, None)):
        inputs = [[1, 2], [0.5, 1], [1.5, 1]]
        case(f"burn gaussian_nll {head}", head, inputs, expected, what="values", tolerance=1e-5)
        if mean:
            case(f"burn gaussian_nll {head} mean", head, inputs, mean, tolerance=1e-5)
            case(f"burn gaussian_nll {head} sum", head, inputs, total, reduction="Sum", tolerance=1e-5)
    inputs = [[0, 0, -40, 1, 2, 3], [1, 4.5, 2.5, 0, 0, 2]]
    for head, expected, mean, total in (
            ("PoissonNllLoss", "1.0000 1.0000 100.0000 2.7183 7.3891 14.0855", "21.0321", "126.1929"),
            ("PoissonNllLoss full=true", "1.0000 4.9393 101.1678 2.7183 7.3891 14.7373", "21.9920", "131.9518")):
        case(f"burn poisson {head}", head, inputs, expected, what="values")
        case(f"burn poisson {head} mean", head, inputs, mean)
        case(f"burn poisson {head} sum", head, inputs, total, reduction="Sum")
        case(f"burn poisson {head} gradient", head, inputs, "0.0000 -3.5000 -2.5000 2.7183 7.3891 18.0855", reduction="Sum", what="gradient")
    case("burn poisson of rates", "PoissonRateNllLoss", [[0, 0.5, 1, 1, 2.71828, 7.38905, 20.0855], [2, 3, 1, 4.5, 0, 0, 2]],
         "36.84136 2.579441 1.0 1.0 2.71828 7.38905 14.0855", what="values", tolerance=1e-4)
    for p, last, expected in ((1, 2, [1, 1, 0, 2]), (2, 2, [1, 1, 0, 4]), (0.5, 0, [1, 1, 0, 2]), (3, 2, [1, 1, 0, 8])):
        case(f"burn lp p={p}", f"LpLoss exponent={p}", [[1, 2, 3, 4], [2, 1, 3, last]], expected, what="values", tolerance=1e-6)
    case("burn lp p=1.5", "LpLoss", [[0, 4], [1, 0]], [1, 8], what="values", tolerance=1e-6)
    triplet = [[0, 0, 1, 1, 0, 0], [1, 1, 1, 2, 0, 0], [1, 0, 0, 0, 5, 0]]
    case("burn triplet_margin", "Triplet epsilon=0", triplet, "1.414214 0.585786 0.0", columns=2, what="values", tolerance=1e-5)
    case("burn triplet_margin mean", "Triplet epsilon=0", triplet, "0.666667", columns=2, tolerance=1e-5)
    case("burn triplet_margin norm", "MinkowskiTriplet norm=2 epsilon=0", triplet, "1.414214 0.585786 0.0", columns=2, what="values", tolerance=1e-5)
    margins = [[0.1, 0.2, 0.7, 0.9, 0.05, 0.05], [2, 0]]
    case("burn multi_margin", "MultiMargin", margins, [0.3, 0.1], columns=3, what="values", tolerance=1e-5)
    case("burn multi_margin p=2", "MultiMargin p=2", margins, "0.136667 0.015", columns=3, what="values", tolerance=1e-5)
    zero = [0] * 3
    for beta, p, expected in ((1, [0, 0.5], [0, 0.125]), (1, [0, 2], [0, 1.5]), (1, [-3], [2.5]), (1, [0.5, 1.5, 3], [0.125, 1, 2.5]), (0.5, [0.25, 1], [0.0625, 0.75]), (2, [0, 1, 4], [0, 0.25, 3])):
        case(f"burn smooth_l1 beta={beta}", f"SmoothL1Loss beta={beta}", [p, zero[:len(p)]], expected, what="values", tolerance=1e-6)
    p = [0.1, 0.2, 0.7, 0, 0, 0.7, 0.1, 0.1, 0.1, 0, 0.2, 0.2, 0.2, 0.2, 0.2, 0, 0.3, 0.3, 0.2, 0.2]
    case("burn cross_entropy logits", "SoftmaxCrossEntropy", [p, [2, 0, 4, 1]], "1.354197", columns=5, tolerance=1e-5)
    case("burn cross_entropy probabilities", "SparseCategoricalCrossEntropy", [p, [2, 0, 4, 1]], "0.88169014", columns=5, tolerance=1e-5)
    case("burn cross_entropy padded gradient", "SoftmaxCrossEntropy IgnoredLabel=2", [[2, 0, -1, 0, 0, 0], [0, 2]],
         "-0.1562053 0.1141952 0.04201007 0.0 0.0 0.0", columns=3, reduction="WeightedMean", what="gradient", tolerance=1e-4)
    case("burn margin_ranking", "MarginRankingLoss margin=0.5", [[1, 2, 3], [2, 1, 0.5], [1, -1, 1]], [1.5, 1.5, 0], what="values", tolerance=1e-6)
    case("burn hinge_embedding", "HingeEmbeddingLoss", [[0.5, 2, 1.5], [1, -1, -1]], [0.5, 0, 0], what="values", tolerance=1e-6)
    p = [-2, -0.5, 0, 0.3, 1]
    case("burn huber", "HuberLoss delta=0.5", [p, [0] * 5], "0.875 0.125 0.0 0.045 0.375", what="values", tolerance=1e-6)
    soft_margins = [[0.5, -1, 2, -0.5], [1, -1, -1, 1]]
    case("burn soft_margin", "LogisticMarginLoss", soft_margins, "0.474077 0.313262 2.126928 0.974077", what="values", tolerance=1e-5)
    case("burn soft_margin mean", "LogisticMarginLoss", soft_margins, "0.972086", tolerance=1e-5)
    case("burn soft_margin sum", "LogisticMarginLoss", soft_margins, "3.888344", reduction="Sum", tolerance=1e-5)
    case("burn huber gradient", "HuberLoss delta=0.5", [p, [0] * 5], [-0.5, -0.5, 0, 0.3, 0.5], reduction="Sum", what="gradient", tolerance=1e-6)


def flux():
    y, p = [1, 1, 0, 0], [0.9, 0.1, 0.1, 0.9]
    case("flux mse", "SquaredErrorLoss", [p, y], [0.41], tolerance=1e-8)
    case("flux mae", "AbsoluteErrorLoss", [p, y], [0.5], tolerance=1e-8)
    case("flux huber_loss", "HuberLoss", [p, y], [0.205], tolerance=1e-8)
    case("flux msle", "SquaredLogErrorLoss", [[345, 332, 789], [123, 456, 789]], [np.mean(np.log([346 / 124, 333 / 457, 1]) ** 2)], tolerance=1e-8)
    p, t = [0.1, 0.9, 0.9, 0.1, 0.9, 0.1, 0.1, 0.9], one_hot([1, 1, 0, 0], 2)
    v = np.log(1 / 9)
    logits = [v, 0, 0, v, 0, v, v, 0]
    smoothed = t * 0.9 + 0.05
    case("flux crossentropy", "CategoricalCrossEntropy", [p, t], "1.203972804325936", columns=2, tolerance=1e-7)
    case("flux crossentropy smoothed", "CategoricalCrossEntropy", [p, smoothed], "1.2039728043259348", columns=2, tolerance=1e-7)
    case("flux logitcrossentropy", "SoftmaxCrossEntropyOfDistribution", [logits, t], "1.203972804325936", columns=2, tolerance=1e-8)
    case("flux logitcrossentropy smoothed", "SoftmaxCrossEntropyOfDistribution labelSmoothing=0.1", [logits, t], "1.2039728043259348", columns=2, tolerance=1e-8)
    case("flux kldivergence", "KullbackLeibler", [np.log([4, 5, 6.0]), [1, 2, 3]], "-1.7661057888493457", columns=1, tolerance=1e-7)
    case("flux hinge_loss", "HingeLoss", [[5, 6, 7, 8], [1, 1, 1, 1]], [0], tolerance=1e-8)
    soft_labels = [[1, 2, 3, 4], [0.5, 1, 1.5, 2]]
    case("flux hinge_loss of a share of the scores", "HingeLoss", soft_labels, [0.125], tolerance=1e-8)
    case("flux squared_hinge_loss of a share of the scores", "SquaredHingeLoss", soft_labels, [0.0625], tolerance=1e-8)
    scores, labels = [-9, -8, -7, -6, -5, -4, -3, -2, -1, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 7.5], [0, 1, 2, 0, 1, 0, 0]
    focal = "CategoricalFocal alpha=1,1,1"
    # Flux adds an ε of single precision to the probabilities.
    case("flux focal_loss", focal, [scores, one_hot(labels, 3)], [1.0668209889165343], columns=3, tolerance=1e-6)
    case("flux focal_loss of two", focal, [[5, 2.3, 3.8, 1, 2, 9], one_hot([0, 2], 3)], [0.011366240888043638], columns=3, tolerance=1e-6)
    case("flux poisson_loss", "PoissonRateNllLoss epsilon=1e-15", [[0.4, 0.5, 0.6], [0.1, 0.2, 0.3]], "0.6278353988097339", tolerance=1e-8)
    case("flux poisson_loss at the target", "PoissonRateNllLoss epsilon=1e-15", [[0.1, 0.2, 0.3], [0.1, 0.2, 0.3]], "0.5044459776946685", tolerance=1e-8)
    p, y = [0, 1.4, 0.5, 1.2], [1, 0.5, 0.3, 2.4]
    case("flux dice_coeff_loss", "DiceLoss smoothing=1 isSquared=true", [p, y], [0.28], columns=4, tolerance=1e-8)
    case("flux dice_coeff_loss at the target", "DiceLoss smoothing=1 isSquared=true", [y, y], [0], columns=4, tolerance=1e-8)
    tversky = "TverskyLoss numeratorSmoothing=1 denominatorSmoothing=1"
    case("flux tversky_loss", tversky + " alpha=0.7 beta=0.3", [p, y], "-0.06772009029345383", columns=4, tolerance=1e-8)
    case("flux tversky_loss beta=0.8", tversky + " alpha=0.8 beta=0.2", [p, y], "-0.09490740740740744", columns=4, tolerance=1e-8)
    case("flux tversky_loss at the target", tversky + " alpha=0.7 beta=0.3", [y, y], "-0.5576923076923075", columns=4, tolerance=1e-8)
    case("flux binary_focal_loss", "BinaryFocalOfProbabilities", [[0.1, 0.7, 0.9], [0, 1, 1]], "0.011402651755880793", tolerance=1e-7)
    case("flux binary_focal_loss of a matrix", "BinaryFocalOfProbabilities", [[0.6, 0.3, 0.3, 0.1, 0.1, 0.6], [1, 0, 0, 0, 0, 1]], "0.11488644991362265", reduction="Sum", weights=0.5, tolerance=1e-7)


def mlx():
    case("mlx cross_entropy certain", "SoftmaxCrossEntropy", [[0, -np.inf, -np.inf, 0], [0, 1]], [0, 0], columns=2, what="values", tolerance=1e-6)
    scores, labels = [2, -1, -1, 2], [0, 1]
    case("mlx cross_entropy weights", "SoftmaxCrossEntropy", [scores, labels], [0.04858735 + 0.0971747], columns=2, reduction="Sum", weights=[1, 2], tolerance=1e-6)
    case("mlx cross_entropy label_smoothing", "SmoothedSoftmaxCrossEntropy labelSmoothing=0.3", [scores, labels], "0.498587 0.498587", columns=2, what="values", tolerance=1e-5)
    case("mlx cross_entropy label_smoothing probabilities", "SoftmaxCrossEntropyOfDistribution labelSmoothing=0.3", [scores, [1, 0, 0, 1]], "0.498587 0.498587", columns=2, what="values", tolerance=1e-5)
    case("mlx cross_entropy weights label_smoothing", "SmoothedSoftmaxCrossEntropy labelSmoothing=0.3", [scores, labels], [0.49858734 + 0.9971747], columns=2, reduction="Sum", weights=[1, 2], tolerance=1e-6)
    logits, labels = [0.105361, 0.223144, 1.20397, 0.916291], [0, 0, 1, 1]
    case("mlx binary_cross_entropy logits", "BinaryCrossEntropy", [logits, labels], "0.747215 0.810930 0.262365 0.336472", what="values", tolerance=1e-5)
    case("mlx binary_cross_entropy logits weights", "BinaryCrossEntropy", [logits, labels], [0.747215 + 1.62186 + 0.262365 + 0.672944], reduction="Sum", weights=[1, 2, 1, 2], tolerance=1e-5)
    for head in ("BinaryCrossEntropyOfProbabilities", "ClampedBinaryCrossEntropy"):
        case(f"mlx binary_cross_entropy {head}", head, [[0.5, 0.6, 0.7, 0.8], labels], "0.693147 0.916291 0.356675 0.223144", what="values", tolerance=1e-5)
        case(f"mlx binary_cross_entropy tiny {head}", head, [[0, 1e-59, 1, 1], labels], [0, 0, 0, 0], what="values", tolerance=1e-12)
    case("mlx mse_loss", "SquaredErrorLoss", [[0.5, 0.2, 0.9, 0], [0.7, 0.1, 0.8, 0.2]], [0.04, 0.01, 0.01, 0.04], what="values", tolerance=1e-7)
    case("mlx smooth_l1_loss", "SmoothL1Loss", [[1.5, 2.5, 0.5, 3.5], [1, 2, 0.5, 2.5]], [0.125, 0.125, 0, 0.5], what="values", tolerance=1e-7)
    case("mlx nll_loss", "NegativeLogLikelihood", [[0, -np.inf, -np.inf, 0], [0, 1]], [0, 0], columns=2, what="values", tolerance=0)
    means, variances, targets = [0.1, 0.2, 0.3, 0.4], [0.1, 0.2, 0.3, 0.4], [0.2, 0.1, 0.1, 0.2]
    case("mlx gaussian_nll_loss", "GaussianNllLoss", [means, variances, targets], "-1.101293 -0.779719 -0.535320 -0.408145", what="values", tolerance=1e-5)
    case("mlx gaussian_nll_loss full", "GaussianNllLoss full=true", [means, variances, targets], "-0.182354 0.139220 0.383619 0.510793", what="values", tolerance=1e-5)
    case("mlx kl_div_loss", "KullbackLeiblerOfLogTarget", [np.log([0.5, 0.5, 0.8, 0.2]), np.log([0.5, 0.5, 0.2, 0.8])], "0.0 0.831777", columns=2, what="values", tolerance=1e-5)
    case("mlx triplet_loss", "Triplet epsilon=0", [[1, 2, 3, 1, 2, 3], [4, 5, 6, 0, -1, 2], [7, 8, 9, 3, 2, 3]], "0 2.31662", columns=3, what="values", tolerance=1e-5)
    for norm in (1, 3):
        case(f"mlx triplet_loss p={norm}", f"MinkowskiTriplet norm={norm} epsilon=0", [[0, 0], [2, 0], [0, 3]], [0], columns=2, tolerance=1e-7)
    for name, head, expected in (("huber_loss", "HuberLoss", "0.5"), ("log_cosh_loss", "LogCoshLoss", "0.433781")):
        case(f"mlx {name}", head, [[1] * 8, [0] * 8], expected, tolerance=1e-6)
    case("mlx cosine_similarity_loss, one less", "CosineDistance", [[0.5, 0.5, 0.2, 0.9, 0.1, 0.3, 0.5, 0.5], [0.6, 0.4, 0.3, 0.8, 0.2, 0.5, 0.6, 0.4]], [1 - 0.985344, 1 - 0.961074], columns=4, what="values", tolerance=1e-5)
    pairs = [[-0.573409, -0.765166, -0.0638], [0.75596, 0.225763, 0.256995], [1, 1, -1]]
    case("mlx margin_ranking_loss", "MarginRankingLoss", pairs, "1.329369 0.990929 0.0", what="values", tolerance=1e-5)
    case("mlx margin_ranking_loss margin", "MarginRankingLoss margin=0.5", pairs, "1.829369 1.490929 0.179205", what="values", tolerance=1e-5)


def candle_and_h2o():
    x = [1.1050, 0.3013, -1.5394, -2.1528, -0.8634, 1.0730, -0.9419, -0.1670, -0.6582, 0.5061, 0.8318, 1.1154, -0.3610, 0.5351, 1.0830]
    case("candle cross_entropy", "SoftmaxCrossEntropy", [x, [1, 0, 4]], "1.1312", columns=5, tolerance=5e-5)
    x = [2.3611, -0.8813, -0.5006, -0.2178, 0.0419, 0.0763, -1.0457, -1.6692, -1.0494, 0.8111, 1.5723, 1.2315, 1.3081, 0.6641, 1.1802, -0.2547, 0.5292, 0.7636, 0.3692, -0.8318,
         0.5100, 0.9849, -1.2905, 0.2821, 1.4662, 0.4550, 0.9875, 0.3143, -1.2121, 0.1262, 0.0598, -1.6363, 0.3214, -0.8689, 0.0689, -2.5094, 1.1320, -0.6824, 0.1657, -0.0687]
    labels = one_hot([1, 1, 3, 0, 2, 0, 2, 2, 1, 2], 4)
    case("candle binary_cross_entropy_with_logit", "BinaryCrossEntropy", [x, labels], "0.7739", tolerance=5e-5)
    spread = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.9, 1]
    case("h2o huber", "HuberLoss delta=0.5", [spread * 2, [1] * 10 + [0] * 10], [0.375, 0.325, 0.275, 0.225, 0.175, 0.125, 0.08, 0.045, 0.005, 0, 0, 0.005, 0.02, 0.045, 0.08, 0.125, 0.175, 0.225, 0.325, 0.375],
         what="values", tolerance=1e-6)


def keras_cv():
    e = np.exp(-1)
    for p, y, beta, expected in ((1, 1, 4, 0), (e, 1, 4, (1 - e) ** 2), (0, 0, 4, 0), (1 - e, 0, 4, (1 - e) ** 2), (1 - e, 0.5, 2, 0.25 * (1 - e) ** 2)):
        case(f"keras_cv BinaryPenaltyReducedFocalCrossEntropy at {p:.2g} of {y}", f"PenaltyReducedFocal beta={beta}", [[p], [y]], [expected], tolerance=1e-6)
    left, right = np.arange(1, 5) + np.arange(3)[:, None], np.arange(6, 2, -1) - np.arange(3)[:, None]
    views = [v / np.linalg.norm(v, axis=1, keepdims=True) for v in (left, right)]
    rows = [[*(own[i] @ other.T), *np.delete(own @ own[i], i)] for own, other in (views, views[::-1]) for i in range(3)]
    for temperature, expected in ((0.5, 3.566689), (0.1, 5.7261)):
        case(f"keras_cv SimCLRLoss temperature={temperature}, halved", f"InfoNce temperature={temperature}", [rows, [0, 1, 2] * 2], [expected / 2], columns=5, tolerance=1e-6)


def tensorflow_addons():
    distance, same = [0.1, 0.3, 1.3, 0.7, 1.1, 0.5], [0, 0, 1, 1, 0, 1]
    contrastive = "ContrastiveOfDistance"
    case("tfa contrastive zero_loss", contrastive, [[1, 1, 0, 0, 1, 0], same], [0], tolerance=0)
    case("tfa contrastive unweighted", contrastive, [distance, same], "0.621666", tolerance=1.6e-6)
    case("tfa contrastive sample_weighted", contrastive, [distance, same], [0.4425], weights=[1.2, 0.8, 0.5, 0.4, 1.5, 1], tolerance=1e-7)
    case("tfa contrastive margin=2", contrastive + " margin=2", [distance, same], "1.623333", tolerance=2.6e-6)
    case("tfa contrastive scalar_weighted", contrastive, [distance, same], [3.73], weights=6.0, tolerance=4.7e-6)
    case("tfa contrastive no_reduction", contrastive, [distance, same], [0.81, 0.49, 1.69, 0.49, 0, 0.25], what="values", tolerance=1e-6)
    case("tfa contrastive sum", contrastive, [distance, same], [3.73], reduction="Sum", tolerance=1e-6)
    y, p = [1, 9, 2, -5, -2, 6], [4, 8, 12, 8, 1, 3]
    case("tfa pinball all_correct", "QuantileLoss", [p, p], [0], tolerance=0)
    for test, expected, weights in (
            ("unweighted", [2.75], None), ("scalar_weighted", [6.325], 2.3), ("sample_weighted", [40.7 / 6], [1.2] * 3 + [3.4] * 3), ("timestep_weighted", [41.5 / 6], [3, 6, 5, 0, 4, 2]),
            ("zero_weighted", [0], 0.0)):
        case(f"tfa pinball {test}", "QuantileLoss", [p, y], expected, weights=weights, tolerance=1e-6)
    for tau, expected in ((0, "4.8333"), (0.1, "4.4166"), (0.9, "1.0833"), (1, "0.6666")):
        case(f"tfa pinball tau={tau}", f"QuantileLoss tau={tau}", [p, y], expected)


def loss_functions_jl():
    f, y = np.meshgrid(np.arange(-50, 51) / 5, [-1, 1])
    f, y = f.ravel(), y.ravel()
    m = f * y
    for head, losses in (
            ("HingeLoss", np.maximum(0, 1 - m)), ("SquaredHingeLoss", np.maximum(0, 1 - m) ** 2), ("PerceptronLoss", np.maximum(0, -m)), ("LogisticMarginLoss", np.log(1 + np.exp(-m))),
            *((f"SmoothedHingeLoss gamma={g}", np.where(m >= 1 - g, np.maximum(0, 1 - m) ** 2 / (2 * g), 1 - g / 2 - m)) for g in (0.5, 1, 2)),
            ("ModifiedHuberLoss", np.where(m >= -1, np.maximum(0, 1 - m) ** 2, -4 * m)), ("L2MarginLoss", (1 - m) ** 2), ("ExponentialLoss", np.exp(-m)), ("SigmoidMarginLoss", 1 - np.tanh(m)),
            *((f"DistanceWeightedLoss q={q}", np.where(m <= q / (q + 1), 1 - m, q ** q / (q + 1) ** (q + 1) / np.maximum(m, q / (q + 1)) ** q)) for q in (0.5, 1, 2))):
        case(f"LossFunctions.jl {head}", head, [f, y], losses, what="values", tolerance=1e-10)
    y, p = np.meshgrid(np.linspace(-10, 20, 10), np.linspace(-30, 30, 10))
    y, p = y.ravel(), p.ravel()
    a = np.abs(p - y)
    for head, losses in (
            ("AbsoluteErrorLoss", a), ("SquaredErrorLoss", a * a), ("LpLoss", a ** 1.5), *((f"PeriodicLoss period={c}", 1 - np.cos((y - p) * 2 * np.pi / c)) for c in (0.5, 1, 1.5)),
            *((f"HuberLoss delta={d}", np.where(a < d, a * a / 2, d * (a - d / 2))) for d in (0.5, 1, 1.5)), *((f"EpsilonInsensitiveLoss epsilon={e}", np.maximum(0, a - e)) for e in (0.5, 1, 1.5)),
            *((f"SquaredEpsilonInsensitiveLoss epsilon={e}", np.maximum(0, a - e) ** 2) for e in (0.5, 1, 1.5)),
            ("LogitDistanceLoss", -np.log(4 * np.exp(p - y) / (1 + np.exp(p - y)) ** 2)), ("QuantileLoss tau=0.7", (y - p) * (0.7 - (y - p < 0)))):
        case(f"LossFunctions.jl {head}", head, [p, y], losses, what="double values", tolerance=1e-10)
    y, p = np.meshgrid(np.arange(0, 1.005, 0.05), np.arange(0.01, 0.995, 0.07))
    y, p = y.ravel(), p.ravel()
    case("LossFunctions.jl CrossEntropyLoss", "BinaryCrossEntropyOfProbabilities", [p, y], -y * np.log(p) - (1 - y) * np.log(1 - p), what="values", tolerance=1e-10)
    y, x = np.meshgrid(np.arange(11), np.arange(11))
    y, x = y.ravel(), x.ravel()
    case("LossFunctions.jl PoissonLoss", "PoissonNllLoss", [x, y], np.exp(x) - x * y, what="values", tolerance=1e-10)


def rax():
    z, t = np.array([0, 3, 1, 2.0]), np.array([0, 0, 1, 1.0])
    other = np.array([3, 1, 4, 2.0]), np.array([2, 0, 1, 0.0])
    reduced = np.array([[2, 1, 3], [1, 0.5, 1.5]]), np.array([[1, 0, 0], [0, 0, 1.0]])
    extreme = np.array([0, -2.1e26, 3.4e37, 42]), np.array([0, 1, 1, 0.0])
    softplus = lambda x: np.logaddexp(0, x)
    hinge, logistic = "PairwiseHinge isMean=false", "RankNet"
    case("rax pairwise_hinge_loss", hinge, [z, t], [5], columns=4, tolerance=1e-6)
    case("rax pairwise_hinge_loss extreme", hinge, extreme, [4.2e26], columns=4, what="float value", tolerance=1e20)
    case("rax pairwise_hinge_loss zero labels", hinge, [z, [0] * 4], [0], columns=4, tolerance=0)
    case("rax pairwise_hinge_loss vmap", hinge, [[z, other[0]], [t, other[1]]], [5, 2], columns=4, what="values", tolerance=1e-6)
    case("rax pairwise_hinge_loss reduced", hinge, reduced, [2, 0.5], columns=3, what="values", tolerance=1e-6)
    case("rax pairwise_hinge_loss mean", "PairwiseHinge", reduced, [1, 0.25], columns=3, what="values", tolerance=1e-6)
    losses = [sum(softplus(np.array([-1, 2, 1, -2.0]))), sum(softplus(np.array([-2, 1, -1, -3, -2.0])))]
    case("rax pairwise_logistic_loss", logistic, [z, t], losses[:1], columns=4, tolerance=1e-6)
    case("rax pairwise_logistic_loss mean", "RankNet isMean=true", [z, t], [losses[0] / 4], columns=4, tolerance=1e-6)
    case("rax pairwise_logistic_loss extreme", logistic, extreme, [4.2e26], columns=4, what="float value", tolerance=1e20)
    case("rax pairwise_logistic_loss zero labels", logistic, [z, [0] * 4], [0], columns=4, tolerance=0)
    case("rax pairwise_logistic_loss vmap", logistic, [[z, other[0]], [t, other[1]]], losses, columns=4, what="values", tolerance=1e-6)
    squares = lambda p, y: np.sum(((p[:, None] - p) - (y[:, None] - y)) ** 2)
    case("rax pairwise_mse_loss", "PairwiseSquaredError", [[z, other[0]], [t, other[1]]], [squares(z, t), squares(*other)], columns=4, what="values", tolerance=1e-6)
    case("rax pairwise_mse_loss zero labels", "PairwiseSquaredError", [z, [0] * 4], [squares(z, 0 * t)], columns=4, tolerance=1e-6)
    case("rax pairwise_mse_loss mean", "PairwiseSquaredError", reduced, [sum(squares(p, y) for p, y in zip(*reduced)) / 18], columns=3, weights=1 / 9, tolerance=1e-6)
    case("rax softmax_loss", "SoftmaxCrossEntropyOfDistribution", [[z, other[0]], [t / 2, other[1] / 3]],
         [-np.log(softmax(z)[2:]).mean(), -(2 * np.log(softmax(other[0])[0]) + np.log(softmax(other[0])[2])) / 3], columns=4, what="values", tolerance=1e-6)
    case("rax pointwise_sigmoid_loss", "BinaryCrossEntropy", [z, t], [np.sum(softplus(z) - t * z)], reduction="Sum", tolerance=1e-6)
    case("rax pointwise_sigmoid_loss extreme", "BinaryCrossEntropy", extreme, [2.1e26], reduction="Sum", what="float value", tolerance=1e20)
    case("rax pointwise_sigmoid_loss weighted", "BinaryCrossEntropy", [[0, 3, 2, 1], t], [softplus(0) + softplus(3) + 2 * softplus(-2) + softplus(-1)], reduction="Sum", weights=[1, 1, 2, 1], tolerance=1e-6)
    case("rax pointwise_mse_loss", "SquaredErrorLoss", [z, t], [10], reduction="Sum", tolerance=1e-6)
    case("rax pairwise_soft_zero_one_loss, by its definition", "PairwiseSoftZeroOne", [z, t], [np.sum(sigmoid([-1, 2, 1, -2]))], columns=4, tolerance=1e-6)


def optax():
    for sign in (1, -1):
        for offset in (1e6, 1e8):
            case(f"optax integer cross entropy at {sign * offset:g}", "SoftmaxCrossEntropy", [[sign * offset] * 6, [0, 2]], [np.log(3)] * 2, columns=3, what="values", tolerance=2e-7)
    z = np.arange(24).reshape(6, 4) / 8
    log_p = np.log(softmax(z))
    case("optax integer cross entropy shifted", "SoftmaxCrossEntropy", [z + 1e6, [1] * 6], -log_p[:, 1], columns=4, what="values", tolerance=1e-6)
    case("optax integer cross entropy shifted gradient", "SoftmaxCrossEntropy", [z + 1e6, [1] * 6], softmax(z) - one_hot([1] * 6, 4), columns=4, reduction="Sum", what="gradient", tolerance=1e-7)
    for head in ("SoftmaxCrossEntropy", "SmoothedSoftmaxCrossEntropy labelSmoothing=0", "Poly1CrossEntropy epsilon=0", "SoftmaxFocal gamma=0"):
        case(f"optax integer cross entropy masked {head}", head, [[1e8, -np.inf, 1e8], [0]], [np.log(2)], columns=3, tolerance=1e-6)
        case(f"optax integer cross entropy masked gradient {head}", head, [[0, 0, -np.inf], [0]], [-0.5, 0.5, 0], columns=3, what="gradient", tolerance=1e-7)
    for x, labels, expected in (
            ((-1e9, 1e-9), (1, 0), "5e08"), ((-1e9, 1e-9), (0, 1), "0.3465736"), ((1e9, -1e-9), (1, 0), "0.3465736"), ((1e9, -1e-9), (0, 1), "5e08"), ((0, 0), (0, 1), "0.6931472")):
        case("optax sigmoid_binary_cross_entropy mixed", "BinaryCrossEntropy", [x, labels], [float(expected)], tolerance=1e-6 * max(1, float(expected)))
    for z, t in (
            ([4, 2, 1, 0, 5, 1, 0.134, 1.234, 3.235], [1, 0, 0, 0, 0.8, 0.2, 0.34, 0.33, 0.33]), ([1.89, 2.39], [0.34, 0.66]), ([0.314], [1])):
        columns = 3 if len(z) == 9 else len(z)
        z, t = np.reshape(z, (-1, columns)), np.reshape(t, (-1, columns))
        case("optax poly_loss eps=0", "Poly1CrossEntropyOfDistribution epsilon=0", [z, t], -np.sum(t * np.log(softmax(z)), axis=1), columns=columns, what="values", tolerance=1e-6)
    large, small = np.array([0.9, 0.98, 0.3, 0.99]), np.array([0.1, 0.02, 0.09, 0.15])
    for name, p, head, factor in (("large", large, "BinaryFocal alpha=0.5", 0.5), ("small", small, "WeightedBinaryFocal", 1)):
        case(f"optax sigmoid_focal_loss {name} logits", head, [np.log(p / (1 - p)), [1] * 4], -factor * np.log(p) * (1 - p) ** 2, what="values", tolerance=2e-6)
    x, t = np.array([2, 0.1, -2, 0.3, -0.1, 1.2]), np.array([0, 0, 1, 1, 0, 0])
    entropy = np.logaddexp(0, x) - t * x
    case("optax sigmoid_focal_loss ignore_negative", "BinaryFocal alpha=1", [x, t], entropy * t * (1 - sigmoid(x)) ** 2, what="values", tolerance=2e-6)
    x, t = np.array([-1, 0, 1, 2, -2, 0.5]), np.array([0, 1, 1, 1, 0, 0])
    case("optax sigmoid_focal_loss gamma=0", "WeightedBinaryFocal gamma=0", [x, t], np.logaddexp(0, x) - t * x, what="values", tolerance=2e-6)
    a, p, n = [0, 0, 1, 1], [0.1, 0.1, 1.1, 1.1], [1, 0, 0, 1]
    case("optax triplet_margin_loss", "RootTriplet", [a, p, n], "0.1414 0.1414", columns=2, what="values", tolerance=1e-4)
    z = np.random.RandomState(0).uniform(size=(8, 5))
    t = softmax(np.random.RandomState(1).uniform(size=(8, 5)))
    case("optax fenchel_young_loss of logsumexp, gradient", "SoftmaxCrossEntropyOfDistribution", [z, t], softmax(z) - t, columns=5, reduction="Sum", what="gradient", tolerance=1e-6)


def sklearn_metrics():
    case("sklearn log_loss", "BinaryCrossEntropyOfProbabilities", [[0.5, 0.9, 0.99, 0.1, 0.25, 0.999], [0, 0, 0, 1, 1, 1]], "1.8817971", tolerance=1e-6)
    case("sklearn log_loss of classes", "SparseCategoricalCrossEntropy", [[0.2, 0.7, 0.1, 0.6, 0.2, 0.2, 0.6, 0.1, 0.3], [1, 0, 2]], "0.6904911", columns=3, tolerance=1e-6)
    case("sklearn hinge_loss", "HingeLoss", [[-8.5, 0.5, 1.5, -0.3], [-1, 1, 1, -1]], [0.3], tolerance=1e-12)
    z = np.array([[0.36, -0.17, -0.58, -0.99], [-0.54, -0.37, -0.48, -0.58], [-1.45, -0.58, -0.38, -0.17], [-0.54, -0.38, -0.48, -0.58], [-2.36, -0.79, -0.27, 0.24], [-1.45, -0.58, -0.38, -0.17]])
    labels = np.array([0, 1, 2, 1, 3, 2])
    wrong = np.array([1, 2, 3, 2, 2, 3])
    rows = np.arange(6)
    case("sklearn hinge_loss of classes", "CrammerSinger", [z, labels], [np.mean(np.maximum(0, 1 - z[rows, labels] + z[rows, wrong]))], columns=4, tolerance=1e-12)
    for tau, p, expected in ((0.1, [0, 2, 3], 0.1 / 3), (0.1, [1, 2, 4], 0.9 / 3), (0.9, [0, 2, 3], 0.9 / 3), (0.9, [1, 2, 4], 0.1 / 3)):
        case(f"sklearn mean_pinball_loss alpha={tau}", f"QuantileLoss tau={tau}", [p, [1, 2, 3]], [expected], tolerance=1e-12)
    n = 50
    y = np.arange(1, n + 1)
    for power, expected in ((-1, 5 / 12 * n * (n * n + 2 * n + 1)), (1, (n + 1) * (1 - np.log(2))), (2, 2 * np.log(2) - 1), (1.5, (6 * np.sqrt(2) - 8) * np.sqrt(y).sum() / n), (3, np.sum(1 / y) / (4 * n))):
        case(f"sklearn mean_tweedie_deviance power={power}", f"HalfTweedieDevianceLoss power={power}", [2 * y, y], [expected], weights=2.0, tolerance=1e-7 * max(1, abs(expected)))
    y, p = np.array([0.1, 0.35, 0.6, 0.85, 1.1]), np.array([0.9, 0.2, 0.55, 1.05, 0.4])
    deviances = {0: (y - p) ** 2 / 2, 1: y * np.log(y / p) - y + p, 2: np.log(p / y) + y / p - 1}
    for power, step in ((0, -1e-10), (1, -1e-10), (1, 1e-10), (2, -1e-10), (2, 1e-10)):
        if power + step > 0 or power == 0:
            case(f"sklearn mean_tweedie_deviance continuity at {power}{step:+g}", f"HalfTweedieDevianceLoss power={power + step!r}", [p, y], [2 * np.mean(deviances[power])], weights=2.0, tolerance=1e-6)
    y = np.array([0.5, 1.25, 3, 0.75])
    case("sklearn mean_absolute_percentage_error", "AbsolutePercentageErrorLoss factor=1 epsilon=2.2e-16", [1.2 * y, y], [0.2], tolerance=1e-12)
    p, y = np.array([0.8, 0.1, 0.1, 0.1, 0.7, 0.2]), one_hot([0, 1], 3)
    case("sklearn brier_score_loss of classes, by its definition", "BrierOfDistribution", [np.log(p), y], [np.sum((p - y.ravel()) ** 2) / 2], columns=3, tolerance=1e-6)
    case("sklearn brier_score_loss of labels, by its definition", "Brier", [np.log(p), [0, 1]], [np.sum((p - y.ravel()) ** 2) / 2], columns=3, tolerance=1e-6)


def write():
    for suite in (burn, flux, tensorflow_addons, loss_functions_jl, rax, optax, sklearn_metrics, mlx, candle_and_h2o, keras_cv):
        suite()
