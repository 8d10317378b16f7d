"""What test suites of XGBoost assert of its metrics."""
import numpy as np
from peer_cases import case


def xgboost_metrics():
    p, y, weights = [0.1, 0.9, 0.1, 0.9], [0, 0, 1, 1], [1, 2, 9, 8]
    mean = "WeightedMean"
    for name, head, plain, weighted in (
            ("mae", "AbsoluteErrorLoss", "0.5", "0.54"), ("mphe", "PseudoHuberLoss", "0.1751", "0.1922"), ("logloss", "ClampedBinaryCrossEntropy epsilon=1e-16", "1.2039", "1.3138"),
            ("poisson-nloglik", "PoissonRateNllLoss epsilon=1e-16", "1.1019", "1.5783")):
        case(f"xgboost {name}", head, [p, y], plain, tolerance=1e-3)
        case(f"xgboost {name} weighted", head, [p, y], weighted, reduction=mean, weights=weights, tolerance=1e-3)
    case("xgboost mphe huber_slope=0.1", "PseudoHuberLoss delta=0.1", [p, y], "0.0461686", reduction=mean, weights=weights, tolerance=1e-4)
    case("xgboost rmse, squared", "SquaredErrorLoss", [p, y], [0.6403 ** 2], tolerance=1e-4)
    case("xgboost rmse weighted, squared", "SquaredErrorLoss", [p, y], [0.6708 ** 2], reduction=mean, weights=weights, tolerance=1e-4)
    spread = [0.1, 0.2, 0.4, 0.8, 1.6], [1] * 5
    case("xgboost rmsle, squared", "SquaredLogErrorLoss", spread, [0.4063 ** 2], tolerance=5e-5)
    case("xgboost rmsle weighted, squared", "SquaredLogErrorLoss", spread, [0.2415 ** 2], reduction=mean, weights=[0, 1, 2, 9, 8], tolerance=5e-5)
    mape = "AbsolutePercentageErrorLoss factor=1"
    case("xgboost mape", mape, [[150, 300], [100, 200]], [0.5], tolerance=1e-10)
    case("xgboost mape of four", mape, [[50, 400, 500, 4000], [100, 200, 500, 1000]], [1.125], tolerance=1e-6)
    case("xgboost mape weighted", mape, [[50, 400, 500, 4000], [100, 200, 500, 1000]], [1.325], reduction=mean, weights=weights, tolerance=1e-6)
    for head, expected, tolerance in (("ClampedBinaryCrossEntropy epsilon=1e-16", "0.1996", 1e-3), ("PoissonRateNllLoss epsilon=1e-16", "0.6263", 1e-3)):
        case(f"xgboost {head} certain", head, [[0.5, 1e-17, 1 + 1e-17, 0.9], y], expected, tolerance=tolerance)
    case("xgboost poisson-nloglik perfect", "PoissonRateNllLoss epsilon=1e-16", [[0, 1], [0, 1]], [0.5], tolerance=1e-10)
    p, y, weights = [0.1, 0.9, 0.1, 0.9], [0.5, 0.5, 0.9, 0.1], [0.2, 0.4, 0.6, 0.8]
    for tau, weighted in ((0, 0.4), (0.2, 0.376), (0.4, 0.352), (0.8, 0.304), (1, 0.28)):
        case(f"xgboost quantile {tau}", f"QuantileLoss tau={tau}", [p, y], [0.3], tolerance=1e-6)
        case(f"xgboost quantile {tau} weighted", f"QuantileLoss tau={tau}", [p, y], [weighted], reduction=mean, weights=weights, tolerance=1e-6)
    for tau, weighted in ((0, 0.288), (0.2, 0.272), (0.4, 0.256), (0.8, 0.224), (1, 0.208)):
        case(f"xgboost expectile {tau}", f"ExpectileLoss tau={tau}", [p, y], [0.2], tolerance=1e-6)
        case(f"xgboost expectile {tau} weighted", f"ExpectileLoss tau={tau}", [p, y], [weighted], reduction=mean, weights=weights, tolerance=1e-6)
    nll = "NegativeLogLikelihood"
    case("xgboost mlogloss even", nll, [np.log([0.1] * 9), [0, 1, 2]], "2.302", columns=3, tolerance=1e-3)
    case("xgboost mlogloss weighted", nll, [np.log([0.8, 0.2, 0.6, 0.4]), [0, 1]], [(-np.log(0.8) - 3 * np.log(0.4)) / 4], columns=2, reduction=mean, weights=[1, 3], tolerance=1e-6)
    case("xgboost merror weighted", "Misclassification", [[0.9, 0.1, 0.8, 0.2], [0, 1]], [0.75], columns=2, reduction=mean, weights=[1, 3], tolerance=1e-6)
    case("xgboost merror even", "Misclassification", [[0.1] * 9, [0, 1, 2]], [2 / 3], columns=3, tolerance=1e-6)


def xgboost_transforms():
    x, t = [0, 0.1, 0.9, 1, 0, 0.1, 0.9, 1], [0] * 4 + [1] * 4
    case("xgboost binary:logitraw gradient", "BinaryCrossEntropy", [x, t], "0.5 0.52 0.71 0.73 -0.5 -0.47 -0.28 -0.26", reduction="Sum", what="gradient", tolerance=0.01)
    # The Hessian of count:poisson has a factor exp(max_delta_step), here e^0.1.
    case("xgboost count:poisson hessian", "PoissonNllLoss", [x, t], "1.10 1.22 2.71 3.00 1.10 1.22 2.71 3.00", reduction="Sum", what="hessian", weights=np.exp(0.1), tolerance=0.01)


def xgboost_survival():
    inputs = [[np.log(64)] * 4, [100, 0, 60, 16], [100, 20, np.inf, 200]]
    for distribution, expected in (("Normal", "2.1508"), ("Logistic", "2.1804"), ("Extreme", "2.0706")):
        case(f"xgboost aft-nloglik {distribution}", f"{distribution}AftLoss", inputs, expected, tolerance=1e-4)


def write():
    for suite in (xgboost_metrics, xgboost_transforms, xgboost_survival):
        suite()
