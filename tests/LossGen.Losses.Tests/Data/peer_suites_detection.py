"""What test suites of torchvision assert of losses of boxes, and losses of detection and of several labels as torchvision, mmdetection, timm and MONAI define them."""
import numpy as np
import torch
import torch.nn.functional as F
from peer_cases import case, sigmoid
from peer_suites_references import reference

INT_BOXES = [[0, 0, 100, 100], [0, 0, 50, 50], [200, 200, 300, 300], [0, 0, 25, 25]]
FLOAT_BOXES = [[285.3538, 185.5758, 1193.5110, 851.4551], [285.1472, 188.7374, 1192.4984, 851.0669], [279.2440, 197.9812, 1189.4746, 849.2019]]


def torchvision_boxes():
    iou = [[1, 0.25, 0], [0.25, 1, 0], [0, 0, 1], [0.0625, 0.25, 0]]
    giou = [[1.0, 0.25, -0.7778], [0.25, 1.0, -0.8611], [-0.7778, -0.8611, 1.0], [0.0625, 0.25, -0.8819]]
    diou = [[1.0000, 0.1875, -0.4444], [0.1875, 1.0000, -0.5625], [-0.4444, -0.5625, 1.0000], [-0.0781, 0.1875, -0.6267]]
    near = [[1.0, 0.9933, 0.9673], [0.9933, 1.0, 0.9737], [0.9673, 0.9737, 1.0]]
    for head, table in (("BoxIouLoss", iou), ("BoxGiouLoss", giou), ("BoxDiouLoss", diou), ("BoxCiouLoss", diou)):
        for boxes, others, expected, tolerance in ((INT_BOXES, INT_BOXES[:3], table, 1e-4), (FLOAT_BOXES, FLOAT_BOXES, near, 1e-3)):
            pairs = [(a, b) for a in boxes for b in others]
            case(f"torchvision {head}", head, [[a for a, _ in pairs], [b for _, b in pairs]], 1 - np.array(expected), columns=4, what="values", tolerance=tolerance)
    one, two, three, four = [-1, -1, 1, 1], [0, 0, 1, 1], [0, 1, 1, 2], [1, 1, 2, 2]
    for a, b, giou, diou in ((one, one, "0.0", "0.0"), (one, two, "0.75", "0.8125"), (two, three, "1.0", None), (two, four, "1.5", None), (one, three, None, "1.1923"), (one, four, None, "1.2500")):
        for head, expected in (("BoxGiouLoss", giou), ("BoxDiouLoss", diou), ("BoxCiouLoss", diou)):
            if expected:
                case(f"torchvision {head} of a pair", head, [a, b], expected, columns=4, tolerance=1e-4)
    for head, mean in (("BoxGiouLoss", 1.25), ("BoxDiouLoss", 1.225), ("BoxCiouLoss", 1.225)):
        for reduction, factor in (("Mean", 1), ("Sum", 2)):
            case(f"torchvision {head} {reduction}", head, [[two, two], [three, four]], [factor * mean], columns=4, reduction=reduction, tolerance=1e-5)


def boxes(random):
    corner, size = random.uniform(0, 4, size=(2, 6, 2)), random.uniform(0.5, 3, size=(2, 6, 2))
    p, t = np.concatenate([corner, corner + size], axis=2)

    def parts(p, t):
        low, high = torch.maximum(p[:2], t[:2]), torch.minimum(p[2:], t[2:])
        common = (high - low).clamp(min=0).prod()
        union = (p[2:] - p[:2]).prod() + (t[2:] - t[:2]).prod() - common
        diagonal = ((torch.maximum(p[2:], t[2:]) - torch.minimum(p[:2], t[:2])) ** 2).sum()
        return 1 - common / (union + 1e-7), (((p[:2] + p[2:] - t[:2] - t[2:]) / 2) ** 2).sum() / (diagonal + 1e-7)

    def ciou(p, t):
        overlap, distance = parts(p, t)
        angle = lambda b: torch.atan((b[2] - b[0]) / (b[3] - b[1]))
        v = 4 / np.pi ** 2 * (angle(t) - angle(p)) ** 2
        return overlap + distance + (v / (overlap + v + 1e-7)).detach() * v

    reference("torchvision distance_box_iou_loss", "BoxDiouLoss", [p, t], 4, lambda p, t: sum(parts(p, t)))
    reference("torchvision complete_box_iou_loss", "BoxCiouLoss", [p, t], 4, ciou)


def focal_losses(random):
    x, y = random.normal(size=(2, 10)) * 2
    hard, quality = y > 0, np.where(y > 0, random.uniform(0.1, 1, size=10), 0)
    entropy = lambda x, y: F.binary_cross_entropy_with_logits(x, y, reduction="none")
    for positive, negative, shift in ((1, 4, 0.05), (0, 2, 0), (0.5, 1, 0.2)):

        def asymmetric(x, y):
            p = torch.sigmoid(x)
            q = (p - shift).clamp(min=0)
            return -(y * (1 - p) ** positive * torch.log(p) + (1 - y) * q ** negative * torch.log(1 - q)).sum()

        reference("timm AsymmetricLossMultiLabel", f"AsymmetricFocal positiveGamma={positive} negativeGamma={negative} shift={shift}", [x, hard], 1, asymmetric, is_row=False)
    for beta in (1, 2, 3.5):
        reference("mmdetection quality_focal_loss", f"QualityFocal beta={beta}", [x, quality], 1, lambda x, y: (entropy(x, y) * (y - torch.sigmoid(x)).abs() ** beta).sum(), is_row=False)
    for alpha, gamma in ((0.75, 2), (0.5, 1.5)):

        def varifocal(x, y):
            weight = y * (y > 0) + alpha * (torch.sigmoid(x) - y).abs() ** gamma * (y <= 0)
            return (entropy(x, y) * (weight if y.item() <= 0 else y)).sum()

        reference("mmdetection varifocal_loss", f"Varifocal alpha={alpha} gamma={gamma}", [x, quality], 1, varifocal, is_row=False)
    t = random.uniform(size=(4, 7)) > 0.6
    z = random.normal(size=(4, 7)) * 2
    for dice, focal, gamma, positive, negative in ((1, 1, 2, 1, 1), (0.5, 2, 1, 0.25, 0.75)):

        def mixed(x, t):
            q = torch.sigmoid(x)
            overlap = 1 - (2 * (q * t).sum() + 1e-5) / ((q + t).sum() + 1e-5)
            return dice * overlap + focal * ((positive * t + negative * (1 - t)) * (t * (1 - q) + (1 - t) * q) ** gamma * entropy(x, t)).mean()

        reference("monai DiceFocalLoss sigmoid", f"DiceFocalLoss diceWeight={dice} focalWeight={focal} gamma={gamma} positiveWeight={positive} negativeWeight={negative}", [z, t], 7, mixed)


def residuals(random):
    p, y = random.normal(size=(2, 10)) * 2
    for tau, kappa in ((0.5, 1), (0.1, 0.5), (0.8, 2)):
        reference(f"quantile Huber tau={tau}", f"QuantileHuberLoss tau={tau} kappa={kappa}", [p, y], 1,
                  lambda p, y: ((tau - (y < p).double()).abs() * F.smooth_l1_loss(p, y, beta=kappa)).sum(), is_row=False)
    for alpha, gamma in ((0.5, 1.5), (1, 2)):
        b = np.exp(gamma / alpha) - 1

        def balanced(p, y):
            e = (p - y).abs()
            return torch.where(e < 1, alpha / b * (b * e + 1) * torch.log(b * e + 1) - alpha * e, gamma * e + gamma / b - alpha).sum()

        reference(f"mmdetection balanced_l1_loss alpha={alpha}", f"BalancedL1Loss alpha={alpha} gamma={gamma}", [p / 2, y / 2], 1, balanced, is_row=False)


def timm(random):
    x, soft = random.normal(size=(2, 10)) * 2
    soft = sigmoid(soft)
    soft[:4] = 0, 1, 0, 1
    entropy = lambda x, y: F.binary_cross_entropy_with_logits(x, y, reduction="none")
    for smoothing in (0, 0.2):
        smoothed = lambda y: y * (1 - smoothing) + smoothing / 2
        for positive, negative, shift in ((1, 4, 0.05), (0, 0, 0), (2, 1, 0.2)):

            def asymmetric(x, y):
                y, p = smoothed(y), torch.sigmoid(x)
                q = (1 - p + shift).clamp(max=1)
                return -((y * p.log() + (1 - y) * q.log()) * (1 - p * y - q * (1 - y)) ** (positive * y + negative * (1 - y))).sum()

            reference("timm AsymmetricLossMultiLabel soft", f"AsymmetricFocal positiveGamma={positive} negativeGamma={negative} shift={shift} smoothing={smoothing}", [x, soft], 1, asymmetric, is_row=False)
        for epsilon, gamma, positive, negative in ((2, 0, 1, 1), (-1, 2, 1, 1), (1, 2, 0.25, 0.75)):

            def poly(x, y):
                y, p = smoothed(y), torch.sigmoid(x)
                error = 1 - y * p - (1 - y) * (1 - p)
                return ((y * positive + (1 - y) * negative) * error ** gamma * (entropy(x, y) + epsilon * error)).sum()

            reference("timm PolyBinaryCrossEntropy", f"Poly1BinaryCrossEntropy epsilon={epsilon} gamma={gamma} positiveWeight={positive} negativeWeight={negative} smoothing={smoothing}", [x, soft], 1, poly, is_row=False)
    z, t = random.normal(size=(6, 5)) * 3, random.uniform(size=(6, 5)) > 0.6
    t[0], t[1] = False, True
    absent, present = lambda z, t, scale: torch.logsumexp(z[t <= 0.5] / scale, 0), lambda z, t, scale: torch.logsumexp(-z[t > 0.5] / scale, 0)
    reference("timm ZlprLoss", "Zlpr", [z, t], 5, lambda z, t: torch.log1p(z[t <= 0.5].exp().sum()) + torch.log1p((-z[t > 0.5]).exp().sum()))
    for tp, tn in ((4, 1), (1, 2)):
        reference("timm TwoWayLoss", f"TwoWay positiveTemperature={tp} negativeTemperature={tn}", [z[2:], t[2:]], 5, lambda z, t: F.softplus(tn * absent(z, t, tn) + tp * present(z, t, tp)))


def heat_maps(random):
    p, y = random.uniform(0.02, 0.98, size=(2, 10))
    y[:3] = 1, 0, 1
    for alpha, beta, threshold in ((2, 4, 0.99), (1.5, 2, 0.6)):

        def penalised(p, y):
            return torch.where(y > threshold, -(1 - p) ** alpha * p.log(), -(1 - y) ** beta * p ** alpha * (1 - p).log()).sum()

        reference("keras_cv BinaryPenaltyReducedFocalCrossEntropy", f"PenaltyReducedFocal alpha={alpha} beta={beta} threshold={threshold}", [p, y], 1, penalised, is_row=False)
    corner, size = random.uniform(0, 2, size=(2, 6, 2))
    target, predicted = np.hstack([corner, corner + size + 1]), np.hstack([corner + 0.3, corner + size + 0.8])

    def logarithmic(p, t):
        common = (torch.minimum(p[2], t[2]) - torch.maximum(p[0], t[0])) * (torch.minimum(p[3], t[3]) - torch.maximum(p[1], t[1]))
        area = lambda b: (b[2] - b[0]) * (b[3] - b[1])
        return -torch.log(common / (area(p) + area(t) - common))

    reference("mmdetection iou_loss mode=log", "BoxLogIouLoss", [predicted, target], 4, logarithmic)


def write():
    torchvision_boxes()
    random = np.random.RandomState(1122)
    for suite in (boxes, focal_losses, residuals, timm, heat_maps):
        suite(random)
