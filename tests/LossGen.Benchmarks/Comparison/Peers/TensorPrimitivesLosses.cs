using System.Numerics.Tensors;

namespace LossGen.Benchmarks.Comparison.Peers;

/// <summary>
/// Losses composed of <see cref="TensorPrimitives"/>' vector functions, which need scratch for what they hand to each other: in blocks that
/// stay in the first-level cache.
/// </summary>
internal sealed class TensorPrimitivesLosses
{
    internal const string PeerName = "TensorPrimitives";

    private const int Block = 1024;

    private readonly float[] _first = new float[Block];
    private readonly float[] _second = new float[Block];
    private readonly float[] _third = new float[Block];
    private readonly float[] _fourth = new float[Block];
    private readonly float[] _largest = new float[Block];

    private delegate float BlockLoss(ReadOnlySpan<float> prediction, ReadOnlySpan<float> target, Span<float> gradient);

    internal static ManagedPeer Create()
    {
        var losses = new TensorPrimitivesLosses();
        return ManagedPeer.OfOneThread(PeerName, new()
        {
            [Workload.BinaryCrossEntropy.Key] = Of(losses.BinaryCrossEntropy),
            [Workload.Focal.Key] = Of(losses.Focal),
            [Workload.Huber.Key] = Of(losses.Huber),
            [Workload.SquaredError.Key] = Of(SquaredError),
            [Workload.SoftmaxCrossEntropy.Key] = losses.SoftmaxCrossEntropy,
        });
    }

    /// <summary>The sum over blocks, and the gradient of the mean.</summary>
    private static Evaluation Of(BlockLoss loss) => batch =>
    {
        int count = batch.Shape.Samples;
        double total = 0;
        for (int first = 0; first < count; first += Block)
        {
            int length = Math.Min(Block, count - first);
            Span<float> gradient = batch.GradientSpan.Slice(first, length);
            total += loss(batch.PredictionSpan.Slice(first, length), batch.TargetSpan.Slice(first, length), gradient);
            TensorPrimitives.Multiply(gradient, 1f / count, gradient);
        }

        return total / count;
    };

    private float BinaryCrossEntropy(ReadOnlySpan<float> prediction, ReadOnlySpan<float> target, Span<float> gradient)
    {
        Span<float> softplus = _first.AsSpan(0, prediction.Length);
        SoftplusOfNegativeAbsolute(prediction, softplus);
        TensorPrimitives.Sigmoid(prediction, gradient);
        TensorPrimitives.Subtract(gradient, target, gradient);
        Span<float> positive = _second.AsSpan(0, prediction.Length);
        TensorPrimitives.Max(prediction, 0f, positive);
        return TensorPrimitives.Sum<float>(softplus) + TensorPrimitives.Sum<float>(positive) - TensorPrimitives.Dot(prediction, target);
    }

    /// <summary>α = ¼, γ = 2.</summary>
    private float Focal(ReadOnlySpan<float> prediction, ReadOnlySpan<float> target, Span<float> gradient)
    {
        Span<float> softplus = _largest.AsSpan(0, prediction.Length);
        SoftplusOfNegativeAbsolute(prediction, softplus);
        Span<float> p = _first.AsSpan(0, prediction.Length);
        Span<float> q = _second.AsSpan(0, prediction.Length);
        Span<float> factor = _third.AsSpan(0, prediction.Length);
        Span<float> logarithm = _fourth.AsSpan(0, prediction.Length);
        TensorPrimitives.Sigmoid(prediction, p);
        TensorPrimitives.Negate(prediction, q);
        TensorPrimitives.Sigmoid(q, q);

        // The positive class: ¼·y·q², log p, and the derivative ¼·y·q²·(2p·log p − q).
        TensorPrimitives.Multiply(q, q, factor);
        TensorPrimitives.Multiply(factor, target, factor);
        TensorPrimitives.Multiply(factor, 0.25f, factor);
        TensorPrimitives.Min(prediction, 0f, logarithm);
        TensorPrimitives.Subtract(logarithm, softplus, logarithm);
        float loss = -TensorPrimitives.Dot<float>(factor, logarithm);
        TensorPrimitives.Multiply(logarithm, p, logarithm);
        TensorPrimitives.Multiply(logarithm, 2f, logarithm);
        TensorPrimitives.Subtract(logarithm, q, logarithm);
        TensorPrimitives.Multiply(factor, logarithm, gradient);

        // The negative class: ¾·(1 − y)·p², log q, and the derivative ¾·(1 − y)·p²·(p − 2q·log q).
        TensorPrimitives.Subtract(1f, target, factor);
        TensorPrimitives.Multiply(factor, p, factor);
        TensorPrimitives.Multiply(factor, p, factor);
        TensorPrimitives.Multiply(factor, 0.75f, factor);
        TensorPrimitives.Max(prediction, 0f, logarithm);
        TensorPrimitives.Add(logarithm, softplus, logarithm);
        loss += TensorPrimitives.Dot<float>(factor, logarithm);
        TensorPrimitives.Multiply(logarithm, q, logarithm);
        TensorPrimitives.MultiplyAdd(logarithm, 2f, p, logarithm);
        TensorPrimitives.MultiplyAdd(factor, logarithm, gradient, gradient);
        return loss;
    }

    private float Huber(ReadOnlySpan<float> prediction, ReadOnlySpan<float> target, Span<float> gradient)
    {
        Span<float> error = _first.AsSpan(0, prediction.Length);
        TensorPrimitives.Subtract(prediction, target, error);
        TensorPrimitives.Max(error, -1f, gradient);
        TensorPrimitives.Min(gradient, 1f, gradient);
        return TensorPrimitives.Dot<float>(gradient, error) - 0.5f * TensorPrimitives.SumOfSquares<float>(gradient);
    }

    private static float SquaredError(ReadOnlySpan<float> prediction, ReadOnlySpan<float> target, Span<float> gradient)
    {
        TensorPrimitives.Subtract(prediction, target, gradient);
        float sum = TensorPrimitives.SumOfSquares<float>(gradient);
        TensorPrimitives.Multiply(gradient, 2f, gradient);
        return sum;
    }

    /// <summary>Exponentials of several rows at once where rows are short.</summary>
    private double SoftmaxCrossEntropy(Batch batch)
    {
        (int samples, int columns) = (batch.Shape.Samples, batch.Shape.Columns);
        int rows = Math.Max(1, Block / columns);
        double total = 0;
        for (int first = 0; first < samples; first += rows)
        {
            int end = Math.Min(first + rows, samples);
            for (int row = first; row < end; row++)
            {
                _largest[row - first] = TensorPrimitives.Max(Scores(row));
                TensorPrimitives.Subtract(Scores(row), _largest[row - first], Gradient(row));
            }

            Span<float> exponentials = batch.GradientSpan[(first * columns)..(end * columns)];
            TensorPrimitives.Exp(exponentials, exponentials);
            for (int row = first; row < end; row++)
            {
                Span<float> gradient = Gradient(row);
                int label = batch.LabelSpan[row];
                float sum = TensorPrimitives.Sum<float>(gradient);
                TensorPrimitives.Multiply(gradient, 1f / (sum * samples), gradient);
                gradient[label] -= 1f / samples;
                total += MathF.Log(sum) + _largest[row - first] - Scores(row)[label];
            }
        }

        return total / samples;

        ReadOnlySpan<float> Scores(int row) => batch.PredictionSpan.Slice(row * columns, columns);
        Span<float> Gradient(int row) => batch.GradientSpan.Slice(row * columns, columns);
    }

    /// <summary>log(1 + exp(−|x|)).</summary>
    private static void SoftplusOfNegativeAbsolute(ReadOnlySpan<float> x, Span<float> softplus)
    {
        TensorPrimitives.Abs(x, softplus);
        TensorPrimitives.Negate(softplus, softplus);
        TensorPrimitives.Exp(softplus, softplus);
        TensorPrimitives.Add(softplus, 1f, softplus);
        TensorPrimitives.Log(softplus, softplus);
    }
}
