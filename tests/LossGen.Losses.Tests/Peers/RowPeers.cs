namespace LossGen.Losses.Tests;

/// <summary>The loss of the catalogue that stands for a peer's, with the peer's options.</summary>
internal static class RowPeers
{
    public static object Of(PeerCase peer) => peer.Loss switch
    {
        "cross_entropy" => CrossEntropy(peer),
        "cross_entropy_of_distribution" => peer.ClassWeights.Length > 0
            ? new ClassWeightedSoftmaxCrossEntropyOfDistribution(peer.ClassWeights, peer.Number("smoothing"))
            : new SoftmaxCrossEntropyOfDistribution(peer.Number("smoothing")),
        "nll" => new NegativeLogLikelihood { IgnoredLabel = -100, ClassWeights = peer.ClassWeights },
        "multi_margin" => new MultiMargin(peer.Number("p"), peer.Number("margin")) { ClassWeights = peer.ClassWeights },
        "multilabel_soft_margin" => peer.ClassWeights.Length > 0 ? new ClassWeightedMultilabelSoftMargin(peer.ClassWeights) : new MultilabelSoftMargin(),
        "multilabel_margin" => new MultilabelMargin(),
        "ranknet" => new RankNet(peer.Number("slope")),
        "pairwise_hinge" => new PairwiseHinge(peer.Number("margin")),
        "kl" => new KullbackLeibler(),
        "kl_log_target" => new KullbackLeiblerOfLogTarget(),
        "kl_of_scores" => new KullbackLeiblerOfScores(),
        "kl_of_probabilities" => new KullbackLeiblerOfProbabilities(),
        "generalized_kl" => new GeneralizedKullbackLeibler(),
        "jensen_shannon" => new JensenShannon(),
        "hellinger" => new SquaredHellinger(),
        "cosine_embedding" => new CosineEmbedding(peer.Number("margin")),
        "cosine_distance" => new CosineDistance(),
        "negative_cosine" => new NegativeCosineSimilarity(),
        "triplet" => new Triplet(peer.Number("margin"), swap: peer.Flag("swap")),
        "triplet_p1" => new ManhattanTriplet(peer.Number("margin")),
        "triplet_root" => new RootTriplet(peer.Number("margin")),
        "contrastive" => new Contrastive(peer.Number("margin")),
        "info_nce" => new InfoNce(peer.Number("temperature")),
        "softmax_focal" => new SoftmaxFocal(peer.Number("gamma"), peer.Number("alpha")),
        "categorical_focal" => new CategoricalFocal(peer.ClassWeights, peer.Number("gamma"), peer.Number("smoothing")),
        "categorical_focal_of_probabilities" => new CategoricalFocalOfProbabilities(peer.ClassWeights, peer.Number("gamma"), peer.Number("smoothing")),
        "categorical_cross_entropy" => new CategoricalCrossEntropy(),
        "sparse_categorical_cross_entropy" => new SparseCategoricalCrossEntropy { IgnoredLabel = -100 },
        "poly1" => new Poly1CrossEntropy(),
        "poly1_of_distribution" => new Poly1CrossEntropyOfDistribution(1.5),
        "generalized_cross_entropy" => new GeneralizedCrossEntropy(peer.Number("q")),
        "generalized_cross_entropy_of_probabilities" => new GeneralizedCrossEntropyOfProbabilities(peer.Number("q")),
        "categorical_hinge" => new CategoricalHinge(),
        "crammer_singer" => new CrammerSinger(),
        "perceptron" => new MulticlassPerceptron(),
        "dice" => new DiceLoss(peer.Number("numerator"), peer.Flag("squared")),
        "twice_smoothed_dice" => new TwiceSmoothedDiceLoss(peer.Number("numerator"), peer.Number("denominator"), peer.Flag("squared")),
        "soft_label_dice" => new SoftLabelDiceLoss(peer.Number("numerator"), peer.Number("denominator")),
        "jaccard" => new JaccardLoss(peer.Number("numerator"), peer.Number("denominator"), peer.Flag("squared")),
        "tversky" => new TverskyLoss(peer.Number("alpha"), peer.Number("beta"), peer.Number("numerator"), peer.Number("denominator")),
        "focal_tversky" => new FocalTverskyLoss(peer.Number("alpha"), peer.Number("beta"), peer.Number("gamma")),
        "matthews" => new MatthewsLoss(),
        "iou" => new BoxIouLoss(),
        "giou" => new BoxGiouLoss(),
        "dirichlet_squared_error" => new DirichletSquaredErrorLoss(),
        "dirichlet_cross_entropy" => new DirichletCrossEntropyLoss(),
        "dirichlet_likelihood" => new DirichletLikelihoodLoss(),
        "dirichlet_regularizer" => new DirichletRegularizerLoss(),
        _ => throw new ArgumentException($"The catalogue has no loss for {peer}.", nameof(peer)),
    };

    private static object CrossEntropy(PeerCase peer) => peer.ClassWeights.Length > 0
        ? new ClassWeightedSoftmaxCrossEntropy(peer.ClassWeights, peer.Number("smoothing")) { IgnoredLabel = -100 }
        : new SmoothedSoftmaxCrossEntropy(peer.Number("smoothing")) { IgnoredLabel = -100 };
}
