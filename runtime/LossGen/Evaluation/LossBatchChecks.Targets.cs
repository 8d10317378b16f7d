using System.Numerics;

namespace LossGen.Evaluation;

/// <content>A batch that has targets, labels and weights, but no predictions yet.</content>
internal static partial class LossBatchChecks
{
    /// <summary>Throws if no loss can be computed with these targets, whatever the predictions. Which labels are valid the loss itself knows.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="signature">What the loss takes.</param>
    /// <returns>The number of samples; 1 for a loss without targets.</returns>
    internal static int CheckTargets<T>(scoped ref readonly LossBatch<T> batch, LossSignature signature)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        CheckCount(batch.Targets.Count, signature.Targets.Length, "target");
        CheckCount(batch.Labels.Count, signature.Labels.Length, "label");
        for (int i = 0; i < signature.Targets.Length; i++)
            CheckShape(batch.IsRowTarget(i), signature.Targets[i]);
        if (signature.HasRows)
            CheckColumns(in batch);

        int samples = -1;
        string first = "";
        for (int i = 0; i < signature.Targets.Length; i++)
            CheckSamples(SamplesOf(in batch, i, signature), batch.Targets.Name(i), ref samples, ref first);
        for (int i = 0; i < signature.Labels.Length; i++)
            CheckSamples(batch.Labels[i].Length, batch.Labels.Name(i), ref samples, ref first);
        if (!batch.Weights.IsEmpty)
            CheckSamples(batch.Weights.Length, "weights", ref samples, ref first);

        CheckWeights(batch.Weights);
        return samples < 0 ? 1 : samples;
    }

    private static int SamplesOf<T>(scoped ref readonly LossBatch<T> batch, int target, LossSignature signature)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int length = batch.Targets[target].Length;
        if (signature.Targets[target].Shape == InputShape.Scalar)
            return length;

        CheckWholeRows(length, batch.Targets.Name(target), batch.Columns);
        return length / batch.Columns;
    }

    private static void CheckSamples(int count, string name, ref int samples, ref string first)
    {
        if (count == 0)
            Throw(name, $"{name} is empty; a batch needs at least one sample.");
        if (samples >= 0 && count != samples)
            Throw(name, $"{name} has {Plural(count, "sample")} but {first} has {samples}.");

        first = samples < 0 ? name : first;
        samples = count;
    }

    private static void CheckWeights<T>(ReadOnlySpan<T> weights)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        bool isZero = !weights.IsEmpty;
        for (int i = 0; i < weights.Length; i++)
        {
            if (!T.IsFinite(weights[i]) || weights[i] < T.Zero)
                ThrowInvalidWeight(i, weights[i]);

            isZero &= T.IsZero(weights[i]);
        }

        if (isZero)
            Throw("weights", $"All weights are 0: no sample says what fits best.");
    }
}
