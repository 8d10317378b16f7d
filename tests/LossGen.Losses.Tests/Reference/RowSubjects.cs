namespace LossGen.Losses.Tests;

/// <summary>Losses of several classes, of distributions, embeddings and regions by the table's names and parameters.</summary>
internal static class RowSubjects
{
    public static ReferenceSubject[] All { get; } =
    [
        new("contrastive_distance", "margin = 1", new ContrastiveOfDistance(1)),
        new("kl_pointwise_log_input", "", new KlPointwiseLogInput()),
        new("softmax_cross_entropy", "label_smoothing = 0, target = class index", new SoftmaxCrossEntropy()),
        new("softmax_cross_entropy", "label_smoothing = 0.1, target = class index", new SmoothedSoftmaxCrossEntropy(0.1)),
        new("softmax_cross_entropy", "label_smoothing = 0, target = probabilities", new SoftmaxCrossEntropyOfDistribution()),
        new("total_kl_probs", "", new TotalKlProbs()),
        new("triplet_margin_squared", "margin = 0.2", new SquaredTriplet(0.2)),
        new("contrastive_pair", "margin = 1", new Contrastive(1)),
        new("softmax_cross_entropy", "label_smoothing = 0.1, target = probabilities", new SoftmaxCrossEntropyOfDistribution(0.1)),
        new("softmax_focal", "gamma = 0.5", new SoftmaxFocal(0.5)),
        new("softmax_focal", "gamma = 2", new SoftmaxFocal(2)),
        new("poly1_cross_entropy", "epsilon = 1", new Poly1CrossEntropy(1)),
        new("generalized_cross_entropy", "q = 0.7", new GeneralizedCrossEntropy(0.7)),
        new("kl_softmax", "", new KullbackLeiblerOfScores()),
        new("jensen_shannon", "", new JensenShannon()),
        new("hellinger_squared", "", new SquaredHellinger()),
        new("triplet_margin", "margin = 1, p = 2, eps = 0", new Triplet(1, epsilon: 0)),
        new("infonce_similarity_row", "temperature = 1", new InfoNce(1)),
        new("infonce_similarity_row", "temperature = 0.5", new InfoNce(0.5)),
        new("infonce_similarity_row", "temperature = 0.07", new InfoNce(0.07)),
        new("infonce_cosine", "temperature = 0.5", new InfoNceCosineLoss(0.5)),
        new("nt_xent", "temperature = 0.5", new NtXentLoss(0.5)),
        new("dice", "smooth = 1", new DiceLoss(1)),
        new("dice", "smooth = 1e-5", new DiceLoss(1e-5)),
        new("dice_squared_denominator", "smooth = 1", new DiceLoss(1, isSquared: true)),
        new("jaccard", "smooth = 1", new JaccardLoss(1, 1)),
        new("tversky", "alpha = 0.3, beta = 0.7, smooth = 1", new TverskyLoss(0.3, 0.7, 1, 1)),
        new("tversky", "alpha = 0.3, beta = 0.7, smooth = 1e-5", new TverskyLoss(0.3, 0.7, 1e-5, 1e-5)),
        new("focal_tversky", "alpha = 0.3, beta = 0.7, gamma = 0.75, smooth = 1", new FocalTverskyLoss(0.3, 0.7, 0.75, 1)),
        new("focal_tversky", "alpha = 0.3, beta = 0.7, gamma = 2, smooth = 1", new FocalTverskyLoss(0.3, 0.7, 2, 1)),
        new("evidential_nig_regularizer", "", new NormalInverseGammaRegularizerLoss()),
        new("evidential_dirichlet_mse", "", new DirichletSquaredErrorLoss()),
        new("kl_pointwise_probs", "", new KlPointwiseProbs()),
        new("cosine_embedding", "margin = 0", new CosineEmbedding(0)),
        new("cosine_embedding", "margin = 0.5", new CosineEmbedding(0.5)),
        new("evidential_nig_nll", "", new NormalInverseGammaLoss()),
    ];
}
