using System.ComponentModel.DataAnnotations;
using static LossGen.LossMath;

namespace LossGen.Losses;

/// <summary>Losses of boxes [x1, y1, x2, y2], x1 ≤ x2 and y1 ≤ y2, as formulas; rows of four columns.</summary>
public static class Boxes
{
    /// <summary>The area that two boxes have in common.</summary>
    /// <param name="box">A box.</param>
    /// <param name="other">Another.</param>
    /// <returns>The area, 0 for boxes that do not meet.</returns>
    [LossFunction]
    public static double Intersection(Row box, Row other) =>
        Relu(Min(box[2], other[2]) - Max(box[0], other[0])) * Relu(Min(box[3], other[3]) - Max(box[1], other[1]));

    /// <summary>The area of a box; that of an inverted one is 0.</summary>
    /// <param name="box">The box.</param>
    /// <returns>The area.</returns>
    [LossFunction]
    public static double Area(Row box) => Relu(box[2] - box[0]) * Relu(box[3] - box[1]);

    /// <summary>1 − intersection ÷ union of two boxes. Its gradient is 0 where they do not meet.</summary>
    /// <param name="prediction">The predicted box.</param>
    /// <param name="target">The target box.</param>
    /// <param name="epsilon">Added to the union, positive; what keeps boxes without an area from 0 ÷ 0.</param>
    /// <returns>The loss, in [0, 1].</returns>
    [Loss]
    public static double BoxIou(Row prediction, Row target, double epsilon = 1e-7)
    {
        var intersection = Intersection(prediction, target);
        return 1 - intersection / (Area(prediction) + Area(target) - intersection + epsilon);
    }

    /// <summary>−log IoU, not above −log ε: boxes that hardly meet are pulled harder (J. Yu et al. 2016, UnitBox). mmdetection's <c>IoULoss(mode="log")</c>.</summary>
    /// <param name="prediction">The predicted box.</param>
    /// <param name="target">The target box.</param>
    /// <param name="epsilon">The smallest overlap; below, the gradient is 0.</param>
    /// <returns>The loss, at least 0.</returns>
    [Loss]
    public static double BoxLogIou(Row prediction, Row target, [Range(1e-7, 0.1)] double epsilon = 1e-6)
    {
        var intersection = Intersection(prediction, target);
        return -Log(Max(intersection / Max(Area(prediction) + Area(target) - intersection, 1e-12), epsilon));
    }

    /// <summary>
    /// 1 − IoU + (E − U) ÷ E, where E is the smallest box around both and U their union: has a gradient where the boxes do not meet
    /// (H. Rezatofighi et al. 2019, Generalized intersection over union).
    /// </summary>
    /// <param name="prediction">The predicted box.</param>
    /// <param name="target">The target box.</param>
    /// <param name="epsilon">Added to both denominators, positive. torchvision and MONAI have 1e-7; TensorFlow Addons divides without NaN.</param>
    /// <returns>The loss, in [0, 2].</returns>
    [Loss]
    public static double BoxGiou(Row prediction, Row target, double epsilon = 1e-7)
    {
        var intersection = Intersection(prediction, target);
        var union = Area(prediction) + Area(target) - intersection;
        var enclosure = (Max(prediction[2], target[2]) - Min(prediction[0], target[0])) * (Max(prediction[3], target[3]) - Min(prediction[1], target[1]));
        return 1 - intersection / (union + epsilon) + (enclosure - union) / (enclosure + epsilon);
    }

    /// <summary>
    /// 1 − IoU + d² ÷ c²: the distance d of the centres beside the diagonal c of the smallest box around both, so that boxes within each other are pulled together too
    /// (Z. Zheng et al. 2020, Distance-IoU loss).
    /// </summary>
    /// <param name="prediction">The predicted box.</param>
    /// <param name="target">The target box.</param>
    /// <param name="epsilon">Added to both denominators, positive; 1e-7 in torchvision.</param>
    /// <returns>The loss, in [0, 2].</returns>
    [Loss]
    public static double BoxDiou(Row prediction, Row target, double epsilon = 1e-7) => BoxIou(prediction, target, epsilon) + CentreDistance(prediction, target, epsilon);

    /// <summary>
    /// Distance-IoU + α·v, where v = 4/π²·(arctan(w/h) − arctan(w′/h′))² compares the shapes of the boxes, and α = v ÷ (1 − IoU + v), a constant for the gradient, makes shape count where the
    /// boxes overlap (Z. Zheng et al. 2020, Distance-IoU loss, as Complete IoU).
    /// </summary>
    /// <param name="prediction">The predicted box.</param>
    /// <param name="target">The target box.</param>
    /// <param name="epsilon">Added to all denominators, positive; 1e-7 in torchvision.</param>
    /// <returns>The loss, at least 0.</returns>
    [Loss]
    public static double BoxCiou(Row prediction, Row target, double epsilon = 1e-7)
    {
        var overlap = BoxIou(prediction, target, epsilon);
        var shape = Square((Slant(target) - Slant(prediction)) * 2 / Math.PI);
        var share = StopGradient(shape / (overlap + shape + epsilon));
        return overlap + CentreDistance(prediction, target, epsilon) + share * shape;
    }

    /// <summary>arctan(w/h), the angle of a box's diagonal; 0 of a point.</summary>
    [LossFunction]
    internal static double Slant(Row box) => box[2] > box[0] || box[3] > box[1] ? Atan2(box[2] - box[0], box[3] - box[1]) : 0;

    /// <summary>The squared distance of two boxes' centres ÷ the squared diagonal of the smallest box around both.</summary>
    [LossFunction]
    internal static double CentreDistance(Row box, Row other, double epsilon)
    {
        var width = Max(box[2], other[2]) - Min(box[0], other[0]);
        var height = Max(box[3], other[3]) - Min(box[1], other[1]);
        var across = (box[0] + box[2] - other[0] - other[2]) / 2;
        var along = (box[1] + box[3] - other[1] - other[3]) / 2;
        return (Square(across) + Square(along)) / (Square(width) + Square(height) + epsilon);
    }
}
