using System.Numerics;
using LossGen.Evaluation;

namespace LossGen.Constants;

/// <summary>The summed loss of a batch as a function of predictions that are the same for all samples: one number for each, a row's columns in a row.</summary>
internal ref struct ConstantObjective<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Numbers in a block of predictions, so that the blocks of predictions and gradients stay in the cache.</summary>
    private const int BlockSize = 4096;

    private readonly ILoss<T> _loss;
    private readonly LossSignature _signature;
    private readonly LossBatch<T> _targets;
    private readonly int _samples;
    private readonly int _blockSamples;
    private readonly T[] _predictions;
    private readonly T[] _gradients;
    private readonly CompensatedSum[] _rising;
    private readonly CompensatedSum[] _falling;

    internal ConstantObjective(ILoss<T> loss, scoped ref readonly LossBatch<T> targets, int samples)
    {
        _loss = loss;
        _signature = loss.Signature;
        _targets = targets;
        _samples = samples;
        Size = SizeOf(_signature, targets.Columns);
        _blockSamples = Math.Min(samples, Math.Max(1, BlockSize / Size));
        _predictions = new T[_blockSamples * Size];
        _gradients = new T[_blockSamples * Size];
        _rising = new CompensatedSum[Size];
        _falling = new CompensatedSum[Size];
    }

    /// <summary>The number of constants.</summary>
    internal int Size { get; }

    internal readonly LossSignature Signature => _signature;

    internal readonly LossBatch<T> Targets => _targets;

    internal readonly int Samples => _samples;

    internal static int SizeOf(LossSignature signature, int columns) => signature.Predictions.Sum(input => WidthOf(input, columns));

    /// <summary>The loss, and its slope by every constant.</summary>
    internal readonly double Evaluate(ReadOnlySpan<double> constants, Span<Slope> slopes)
    {
        Fill(constants);
        Array.Clear(_rising);
        Array.Clear(_falling);
        CompensatedSum value = default;
        for (int first = 0; first < _samples; first += _blockSamples)
            value.Add(EvaluateBlock(first, Math.Min(_blockSamples, _samples - first)));

        for (int i = 0; i < Size; i++)
            slopes[i] = new Slope(value.Total, _rising[i].Total, _falling[i].Total);

        return value.Total;
    }

    private static int WidthOf(LossInput input, int columns) => input.Shape == InputShape.Row ? columns : 1;

    private readonly void Fill(ReadOnlySpan<double> constants)
    {
        int constant = 0;
        foreach (LossInput input in _signature.Predictions)
        {
            int width = WidthOf(input, _targets.Columns);
            Span<T> block = _predictions.AsSpan(constant * _blockSamples, width * _blockSamples);
            for (int i = 0; i < block.Length; i++)
                block[i] = T.CreateTruncating(constants[constant + (i % width)]);

            constant += width;
        }
    }

    private readonly double EvaluateBlock(int first, int count)
    {
        var batch = new LossBatch<T>(Reduction.Sum, _targets.Weights.IsEmpty ? default : _targets.Weights.Slice(first, count), _targets.Columns) { FirstSample = first };
        int constant = 0;
        foreach (LossInput input in _signature.Predictions)
        {
            int width = WidthOf(input, _targets.Columns);
            batch.AddPrediction(_predictions.AsSpan(constant * _blockSamples, width * count), input.Name, input.Shape);
            batch.AddGradient(_gradients.AsSpan(constant * _blockSamples, width * count), input.Name);
            constant += width;
        }

        for (int i = 0; i < _signature.Targets.Length; i++)
        {
            LossInput input = _signature.Targets[i];
            int width = WidthOf(input, _targets.Columns);
            batch.AddTarget(_targets.Targets[i].Slice(first * width, count * width), _targets.Targets.Name(i), input.Shape);
        }

        for (int i = 0; i < _signature.Labels.Length; i++)
            batch.AddLabels(_targets.Labels[i].Slice(first, count), _targets.Labels.Name(i));

        T value = _loss.Evaluate(ref batch);
        AddSlopes(count);
        return double.CreateTruncating(value);
    }

    private readonly void AddSlopes(int count)
    {
        int constant = 0;
        foreach (LossInput input in _signature.Predictions)
        {
            int width = WidthOf(input, _targets.Columns);
            ReadOnlySpan<T> gradients = _gradients.AsSpan(constant * _blockSamples, width * count);
            for (int column = 0; column < width; column++)
            {
                ref CompensatedSum rising = ref _rising[constant + column];
                ref CompensatedSum falling = ref _falling[constant + column];
                for (int i = column; i < gradients.Length; i += width)
                {
                    double slope = double.CreateTruncating(gradients[i]);
                    if (slope >= 0)
                        rising.Add(slope);
                    else
                        falling.Add(-slope);
                }
            }

            constant += width;
        }
    }
}
