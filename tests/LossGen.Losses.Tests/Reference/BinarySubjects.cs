namespace LossGen.Losses.Tests;

/// <summary>Losses of two classes by the table's names and parameters.</summary>
internal static class BinarySubjects
{
    public static ReferenceSubject[] All { get; } =
    [
        new("bce_with_logits", "", new BceWithLogits()),
        new("bce_with_logits_pos_weight", "pos_weight = 2.5", new BceWithLogitsPosWeight(2.5)),
        new("bce_with_logits_label_smoothing", "label_smoothing = 0.125", new BceWithLogitsLabelSmoothing(0.125)),
        new("bce_probs", "", new BceProbs()),
        new("focal_logits", "gamma = 0", new UnweightedFocalLogits(0)),
        new("focal_logits", "gamma = 1", new UnweightedFocalLogits(1)),
        new("focal_logits", "gamma = 2", new UnweightedFocalLogits(2)),
        new("focal_logits", "gamma = 5", new UnweightedFocalLogits(5)),
        new("focal_logits", "gamma = 2, alpha = 0.25", new FocalLogits(2, 0.25)),
        new("hinge", "", new Hinge()),
        new("squared_hinge", "", new SquaredHinge()),
        new("modified_huber", "", new ModifiedHuber()),
        new("exponential", "", new Exponential()),
        new("logistic_margin", "", new LogisticMargin()),
        new("perceptron", "", new Perceptron()),
        new("focal_logits", "gamma = 0, alpha = 0.25", new FocalLogits(0, 0.25)),
        new("focal_logits", "gamma = 1, alpha = 0.25", new FocalLogits(1, 0.25)),
        new("focal_logits", "gamma = 5, alpha = 0.25", new FocalLogits(5, 0.25)),
        new("smoothed_hinge", "gamma = 1", new SmoothedHinge(1)),
        new("focal_probs", "gamma = 0", new FocalProbs(0)),
        new("focal_probs", "gamma = 0, alpha = 0.25", new WeightedFocalProbs(0, 0.25)),
        new("focal_logits", "gamma = 0.5, alpha = 0.25", new FocalLogits(0.5, 0.25)),
        new("focal_probs", "gamma = 1", new FocalProbs(1)),
        new("focal_probs", "gamma = 1, alpha = 0.25", new WeightedFocalProbs(1, 0.25)),
        new("focal_probs", "gamma = 2", new FocalProbs(2)),
        new("focal_probs", "gamma = 2, alpha = 0.25", new WeightedFocalProbs(2, 0.25)),
        new("focal_probs", "gamma = 5", new FocalProbs(5)),
        new("focal_probs", "gamma = 5, alpha = 0.25", new WeightedFocalProbs(5, 0.25)),
        new("focal_logits", "gamma = 0.5", new UnweightedFocalLogits(0.5)),
    ];
}
