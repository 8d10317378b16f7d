using System.ComponentModel.DataAnnotations;
using static LossGen.LossMath;

namespace LossGen.Losses;

/// <summary>−cos(a, b) of two vectors: −1 where they point the same way. Keras' <c>CosineSimilarity</c> loss.</summary>
/// <param name="epsilon">The least norm, so that the zero vector has a similarity of 0. PyTorch has 1e-8, Keras in effect 1e-6.</param>
[Loss("([Prediction] Row a, [Prediction] Row b) => -Dot(a, b) / (Max(Norm(a), epsilon) * Max(Norm(b), epsilon))")]
public sealed partial class NegativeCosineSimilarity(double epsilon = 1e-6);

/// <summary>1 − cos(a, b) of two vectors: 0 where they point the same way, 2 where they are opposed. Optax' <c>cosine_distance</c>.</summary>
/// <param name="epsilon">The least norm, so that the zero vector has a distance of 1. PyTorch has 1e-8; Optax' own ε is the square of it, and 0.</param>
[Loss("([Prediction] Row a, [Prediction] Row b) => 1 - Dot(a, b) / (Max(Norm(a), epsilon) * Max(Norm(b), epsilon))")]
public sealed partial class CosineDistance(double epsilon = 1e-8);

/// <summary>
/// Pulls pairs of target 1 together, 1 − cos(a, b), and pushes those of target −1 apart until their cosine is at most the margin,
/// max(0, cos(a, b) − margin). PyTorch's <c>cosine_embedding_loss</c>.
/// </summary>
/// <param name="margin">The cosine that unlike pairs may have; from 0 to 0.5 is usual.</param>
/// <remarks>The zero vector has the cosine 0 with all others, and no gradient. PyTorch adds 1e-12 to the squared norms.</remarks>
[Loss("""
    ([Prediction] Row a, [Prediction] Row b, [AllowedValues(-1, 1)] target) => Norm(a) > 0 && Norm(b) > 0
        ? target == 1 ? 1 - CosineSimilarity(a, b) : Relu(CosineSimilarity(a, b) - margin)
        : target == 1 ? 1 : Relu(-margin)
    """)]
public sealed partial class CosineEmbedding(double margin = 0);

/// <summary>
/// The positive must be nearer to the anchor than the negative by a margin: max(0, ‖a − p‖ − ‖a − n‖ + margin) (F. Schroff et al. 2015,
/// FaceNet, of squared distances; V. Balntas et al. 2016 of distances and with the swap).
/// </summary>
/// <param name="margin">By how much it must be nearer.</param>
/// <param name="epsilon">Added to every component of the differences, as PyTorch does with 1e-6. Optax adds its ε under the root: <see cref="RootTriplet"/>. Burn has none.</param>
/// <param name="swap">Whether the negative's distance is the smaller of those to anchor and positive.</param>
[Loss("""
    ([Prediction] Row anchor, [Prediction] Row positive, [Prediction] Row negative) => Relu(Norm(anchor - positive + epsilon)
        - (swap ? Min(Norm(anchor - negative + epsilon), Norm(positive - negative + epsilon)) : Norm(anchor - negative + epsilon)) + margin)
    """)]
public sealed partial class Triplet(double margin = 1, double epsilon = 1e-6, bool swap = false);

/// <summary>As <see cref="Triplet"/>, with ε under the roots, which makes them smooth: Optax' <c>triplet_margin_loss</c>.</summary>
/// <param name="margin">By how much the positive must be nearer than the negative.</param>
/// <param name="epsilon">Added to the squared distances; Optax has 1e-6.</param>
[Loss("([Prediction] Row anchor, [Prediction] Row positive, [Prediction] Row negative) => Relu(Sqrt(Sum(Square(anchor - positive)) + epsilon) - Sqrt(Sum(Square(anchor - negative)) + epsilon) + margin)")]
public sealed partial class RootTriplet(double margin = 1, [Range(1e-12, 1)] double epsilon = 1e-6);

/// <summary>The triplet loss of squared distances, as FaceNet has it: max(0, ‖a − p‖² − ‖a − n‖² + margin).</summary>
/// <param name="margin">By how much the squared distance must be smaller; FaceNet has 0.2.</param>
[Loss("([Prediction] Row anchor, [Prediction] Row positive, [Prediction] Row negative) => Relu(Sum(Square(anchor - positive)) - Sum(Square(anchor - negative)) + margin)")]
public sealed partial class SquaredTriplet(double margin = 0.2);

/// <summary>The triplet loss of the distances Σ|x|, PyTorch's <c>triplet_margin_loss(p=1)</c>.</summary>
/// <param name="margin">By how much the positive must be nearer than the negative.</param>
/// <param name="epsilon">Added to every component of the differences.</param>
/// <param name="swap">Whether the negative's distance is the smaller of those to anchor and positive.</param>
[Loss("""
    ([Prediction] Row anchor, [Prediction] Row positive, [Prediction] Row negative) => Relu(Norm1(anchor - positive + epsilon)
        - (swap ? Min(Norm1(anchor - negative + epsilon), Norm1(positive - negative + epsilon)) : Norm1(anchor - negative + epsilon)) + margin)
    """)]
public sealed partial class ManhattanTriplet(double margin = 1, double epsilon = 1e-6, bool swap = false);

/// <summary>The triplet loss of the distances (Σ|x|ⁿ)^(1/n), PyTorch's <c>triplet_margin_loss(p=n)</c>: between and beyond <see cref="ManhattanTriplet"/> (n = 1) and <see cref="Triplet"/> (n = 2), which are faster.</summary>
/// <param name="norm">The degree n of the norm, at least 1.</param>
/// <param name="margin">By how much the positive must be nearer than the negative.</param>
/// <param name="epsilon">Added to every component of the differences.</param>
/// <param name="swap">Whether the negative's distance is the smaller of those to anchor and positive.</param>
[Loss("""
    ([Prediction] Row anchor, [Prediction] Row positive, [Prediction] Row negative) => Relu(Embeddings.Minkowski(anchor - positive + epsilon, norm)
        - (swap ? Min(Embeddings.Minkowski(anchor - negative + epsilon, norm), Embeddings.Minkowski(positive - negative + epsilon, norm)) : Embeddings.Minkowski(anchor - negative + epsilon, norm)) + margin)
    """)]
public sealed partial class MinkowskiTriplet([Range(1, 64)] double norm = 3, double margin = 1, double epsilon = 1e-6, bool swap = false);

/// <summary>
/// Pulls like pairs together and pushes unlike ones apart up to the margin: y·d² + (1 − y)·max(0, margin − d)², d = ‖a − b‖ (R. Hadsell et al.
/// 2006, Dimensionality reduction by learning an invariant mapping, with ½ before both).
/// </summary>
/// <param name="margin">The distance from which on unlike pairs are let be.</param>
/// <remarks><c>same</c> is 1 for a like pair, as in TensorFlow Addons. The paper and Flux have it the other way round: pass 1 − y.</remarks>
[Loss("([Prediction] Row a, [Prediction] Row b, [Range(0, 1)] same) => (same > 0 ? same * Sum(Square(a - b)) : 0) + (1 - same) * Square(Relu(margin - Norm(a - b)))")]
public sealed partial class Contrastive(double margin = 1);

/// <summary>As <see cref="Contrastive"/>, given the distances themselves: TensorFlow Addons' <c>contrastive_loss</c>.</summary>
/// <param name="margin">The distance from which on unlike pairs are let be.</param>
[Loss("(distance, [Range(0, 1)] same) => (same > 0 ? same * Square(distance) : 0) + (1 - same) * Square(Relu(margin - distance))")]
public sealed partial class ContrastiveOfDistance(double margin = 1);

/// <summary>
/// Finds the positive among a row of similarities: logΣexp(s/T) − s₊/T (A. van den Oord et al. 2018, Representation learning with
/// contrastive predictive coding; NT-Xent of T. Chen et al. 2020, SimCLR).
/// </summary>
/// <param name="temperature">T: the smaller, the more the hardest negatives count. SimCLR has 0.1 to 0.5, CLIP starts at 0.07.</param>
/// <remarks>
/// A row holds one anchor's similarities to the positive and to all negatives, mostly cosines, without the anchor's to itself. NT-Xent is the
/// mean over all anchors.
/// </remarks>
[Loss("(Row similarities, int positive) => LogSumExp(similarities / temperature) - similarities[positive] / temperature")]
public sealed partial class InfoNce([Range(1e-3, 1e3)] double temperature = 0.1);

/// <summary>
/// Softplus(logΣexp(−γ·[1 + m − s]₊·(s − 1 + m)) + logΣexp(γ·[s + m]₊·(s − m))), the first sum over the similarities s of an anchor's class and the second over those of
/// others: what is far from where it should be pulls harder (Y. Sun et al. 2020, Circle loss).
/// </summary>
/// <param name="scale">The scale γ, positive; Keras has 80, the paper 256.</param>
/// <param name="margin">The margin m: similarities should be above 1 − m within a class, and below m otherwise. Keras has 0.4, the paper 0.25.</param>
/// <remarks>
/// A row holds an anchor's cosines to the others, and <c>same</c> is 1 for those of its class. As in Keras' <c>Circle</c> the weights [·]₊ take part in the gradient.
/// An anchor without both kinds has a loss of 0; Keras' mean leaves it out, as a weight of 0 and <see cref="Reduction.WeightedMean"/> do.
/// </remarks>
[Loss("""
    ([Range(-1, 1)] Row similarities, [AllowedValues(0, 1)] Row same) => Softplus(
        LogSumExp(Select(same > 0, -scale * Relu(1 + margin - similarities) * (similarities - 1 + margin), -1e30))
        + LogSumExp(Select(same > 0, -1e30, scale * Relu(similarities + margin) * (similarities - margin))))
    """)]
public sealed partial class CircleLoss([Range(1e-3, 1e3)] double scale = 80, [Range(0, 1)] double margin = 0.4);

/// <summary>What losses of embeddings measure.</summary>
internal static class Embeddings
{
    /// <summary>Minkowski's norm of degree n, (Σ|x|ⁿ)^(1/n); that of the zero vector has the gradient 0.</summary>
    [LossFunction]
    internal static double Minkowski(Row difference, double norm)
    {
        // The largest component comes off first, so that no power overflows; the norm does not depend on what comes off.
        var largest = StopGradient(NormInf(difference));
        return largest == 0 ? 0 : largest * Pow(Sum(Pow(Abs(difference) / largest, norm)), 1 / norm);
    }
}
