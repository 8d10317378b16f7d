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
}
