"""What test suites of XGBoost and CatBoost assert of their metrics."""
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


def catboost_metrics():
    mean = "WeightedMean"
    for scale, expected in ((1, 0.18027754226637804), (10, 0.3535688641209084)):
        case(f"catboost FairLoss smoothness={scale}", f"FairLoss scale={scale}", [[1, 2, 3], [3, 2, 1]], [expected], reduction=mean, weights=[1, 8, 1], tolerance=1e-6)
    scores, labels = [-2.19722458, 2.19722458, 1.38629436, -0.84729786], [0, 1, 1, 0]
    rows = lambda x: [v for score in x for v in (0, score)]
    case("catboost BrierScore, twice", "Brier", [rows(scores), labels], [2 * 0.0375], columns=2, tolerance=2e-5)
    case("catboost BrierScore certain, twice", "Brier", [rows([100] * 4), [1] * 4], [0], columns=2, tolerance=2e-5)
    case("catboost BrierScore wrong, twice", "Brier", [rows([-100] * 4), [1] * 4], [2], columns=2, tolerance=2e-5)
    case("catboost Huber", "HuberLoss", [[0] * 4, [1, 2, 3, 4]], "2.0987963", reduction=mean, weights=[0.26705, 0.666578, 0.6702279, 0.3976618], tolerance=1e-6)
    case("catboost MSLE", "SquaredLogErrorLoss", [[3, 5, 2.5, 7], [2.5, 5, 4, 8]], "0.03973", tolerance=1e-5)
    case("catboost MSLE small", "SquaredLogErrorLoss", [[0.003333, 0.003333, 0.008571], [1, 0, 1]], "0.31485", tolerance=1e-5)
    case("catboost Tweedie", "TweedieNllLoss power=1.5", [[1, 2, 3, 4], [3, 4, 5, 1]], "10.38992204811516", tolerance=1e-5)
    p, y = [1, 2.3, 0.1, -2, -1, 0, -0.2, -0.3, 0.15, -0.2, 0], [1.2, 2, -0.3, -1.5, -1.5, 0.3, 0, 0.3, -0.15, 0.3, 0]
    case("catboost SMAPE", "SymmetricAbsolutePercentageErrorLoss", [p, y], "118.24", tolerance=1e-2)
    case("catboost SMAPE perfect", "SymmetricAbsolutePercentageErrorLoss", [y, y], [0], tolerance=1e-4)
    case("catboost RMSPE of small targets, squared", "SquaredPercentageErrorLoss", [p, y], [0.3387 ** 2], tolerance=5e-4)
    p, y = [29.2, 40.2, -18.5, 29.1, 16.5, -42.6, 14.2, 30.7, 0.9, -29.5], [24.2, 41.4, -21.5, 26.9, 15.3, -44, 13.7, 27.4, 2.4, -27.5]
    case("catboost RMSPE, squared", "SquaredPercentageErrorLoss", [p, y], [0.221 ** 2], tolerance=4e-4)
    case("catboost RMSPE weighted, squared", "SquaredPercentageErrorLoss", [p, y], [0.2965 ** 2], reduction=mean, weights=[0.8, 0.5, 0.84, 0.11, 0.03, 0.16, 0.15, 0.08, 0.84, 0.88], tolerance=6e-4)
    case("catboost HingeLoss", "HingeLoss", [scores, labels], "0.038175535", tolerance=1e-6)
    case("catboost HingeLoss certain", "HingeLoss", [[0, 100, 100, 0], labels], [0.5], tolerance=1e-6)
    case("catboost HingeLoss of classes", "CrammerSinger", [np.transpose([[0.3, 0.9, 0.1, 0.2], [0.5, 0.05, 0.8, 0.1], [0.2, 0.05, 0.1, 0.7]]), [1, 0, 1, 2]], [1.75 / 4], columns=3, tolerance=1e-6)
    p, y, weights = [1, 3, 1, 7, 6, 12, 11], [1, 1, 3, 6, 7, 11, 12], [1, 2, 3, 4, 5, 6, 7]
    for tau, part, expected in ((0.2, slice(0, 3), 2 * 0.8 * 2 + 2 * 0.2 * 3), (0.5, slice(3, 5), 0.5 * 4 + 0.5 * 5), (0.8, slice(5, 7), 0.2 * 6 + 0.8 * 7)):
        case(f"catboost TargetDependentQuantile {tau}", f"QuantileLoss tau={tau}", [p[part], y[part]], [expected], reduction="Sum", weights=weights[part], tolerance=5e-6)


def write():
    for suite in (xgboost_metrics, xgboost_transforms, xgboost_survival, catboost_metrics):
        suite()
