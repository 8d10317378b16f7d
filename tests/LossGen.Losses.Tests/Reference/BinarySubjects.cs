namespace LossGen.Losses.Tests;

/// <summary>Losses of two classes by the table's names and parameters.</summary>
internal static class BinarySubjects
{
    public static ReferenceSubject[] All { get; } =
    [
        new("bce_with_logits", "", new BinaryCrossEntropy()),
        new("bce_with_logits_pos_weight", "pos_weight = 2.5", new WeightedBinaryCrossEntropy(positiveWeight: 2.5)),
        new("bce_with_logits_label_smoothing", "label_smoothing = 0.125", new WeightedBinaryCrossEntropy(smoothing: 0.125)),
        new("bce_probs", "", new BinaryCrossEntropyOfProbabilities()),
        new("focal_logits", "gamma = 0", new WeightedBinaryFocal(0)),
        new("focal_logits", "gamma = 1", new WeightedBinaryFocal(1)),
        new("focal_logits", "gamma = 2", new WeightedBinaryFocal(2)),
        new("focal_logits", "gamma = 5", new WeightedBinaryFocal(5)),
        new("focal_logits", "gamma = 2, alpha = 0.25", new BinaryFocal(2, 0.25)),
        new("hinge", "", new HingeLoss()),
        new("squared_hinge", "", new SquaredHingeLoss()),
        new("modified_huber", "", new ModifiedHuberLoss()),
        new("exponential", "", new ExponentialLoss()),
        new("sigmoid_margin", "", new SigmoidMarginLoss()),
        new("logistic_margin", "", new LogisticMarginLoss()),
        new("perceptron", "", new PerceptronLoss()),
        new("focal_logits", "gamma = 0, alpha = 0.25", new BinaryFocal(0, 0.25)),
        new("focal_logits", "gamma = 1, alpha = 0.25", new BinaryFocal(1, 0.25)),
        new("focal_logits", "gamma = 5, alpha = 0.25", new BinaryFocal(5, 0.25)),
        new("smoothed_hinge", "gamma = 1", new SmoothedHingeLoss(1)),
        new("focal_probs", "gamma = 0", new BinaryFocalOfProbabilities(0)),
        new("focal_probs", "gamma = 0, alpha = 0.25", new BinaryFocalOfProbabilities(0, 0.25, 0.75)),
        new("focal_logits", "gamma = 0.5, alpha = 0.25", new BinaryFocal(0.5, 0.25)),
        new("focal_probs", "gamma = 0.5", new BinaryFocalOfProbabilities(0.5)),
        new("focal_probs", "gamma = 0.5, alpha = 0.25", new BinaryFocalOfProbabilities(0.5, 0.25, 0.75)),
        new("focal_probs", "gamma = 1", new BinaryFocalOfProbabilities(1)),
        new("focal_probs", "gamma = 1, alpha = 0.25", new BinaryFocalOfProbabilities(1, 0.25, 0.75)),
        new("focal_probs", "gamma = 2", new BinaryFocalOfProbabilities(2)),
        new("focal_probs", "gamma = 2, alpha = 0.25", new BinaryFocalOfProbabilities(2, 0.25, 0.75)),
        new("focal_probs", "gamma = 5", new BinaryFocalOfProbabilities(5)),
        new("focal_probs", "gamma = 5, alpha = 0.25", new BinaryFocalOfProbabilities(5, 0.25, 0.75)),
        new("focal_logits", "gamma = 0.5", new WeightedBinaryFocal(0.5)),
    ];
}
