using System.Numerics;

namespace LossGen.Evaluation;

/// <summary>Pins the spans of a batch and evaluates it with the loops of one kernel.</summary>
internal static unsafe class PinnedBatch
{
    /// <summary>Evaluates a batch that has been checked, except for its weights.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="samples">The number of samples.</param>
    /// <param name="rows">Whether the loss takes rows.</param>
    /// <param name="kernel">The address of the kernel.</param>
    /// <param name="loops">The kernel's loops.</param>
    /// <param name="chunk">The number of samples in a leaf of the summation tree.</param>
    /// <returns>The reduced loss.</returns>
    internal static T Evaluate<T>(scoped ref readonly LossBatch<T> batch, nint samples, bool rows, void* kernel, in LoopSet<T> loops, int chunk)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var call = new EvaluationCall<T>
        {
            Kernel = kernel,
            Samples = samples,
            Columns = rows ? batch.Columns : 1,
            PredictionCount = batch.Predictions.Count,
            TargetCount = batch.Targets.Count,
            LabelCount = batch.Labels.Count,
            GradientCount = batch.Gradients.Count,
            HessianCount = batch.Hessians.Count,
            RowPredictions = rows ? batch.RowPredictions : 0,
            RowTargets = rows ? batch.RowTargets : 0,
            InvalidWeight = nint.MaxValue,
        };

        ref readonly SpanSlots<T> predictions = ref batch.Predictions;
        ref readonly SpanSlots<T> targets = ref batch.Targets;
        ref readonly SpanSlots<int> labels = ref batch.Labels;
        ref readonly SpanSlots<T> gradients = ref batch.Gradients;
        ref readonly SpanSlots<T> hessians = ref batch.Hessians;
        fixed (T* prediction0 = predictions.Slot0, prediction1 = predictions.Slot1, prediction2 = predictions.Slot2, prediction3 = predictions.Slot3,
            prediction4 = predictions.Slot4, prediction5 = predictions.Slot5, prediction6 = predictions.Slot6, prediction7 = predictions.Slot7)
        fixed (T* target0 = targets.Slot0, target1 = targets.Slot1, target2 = targets.Slot2, target3 = targets.Slot3,
            target4 = targets.Slot4, target5 = targets.Slot5, target6 = targets.Slot6, target7 = targets.Slot7)
        fixed (int* label0 = labels.Slot0, label1 = labels.Slot1, label2 = labels.Slot2, label3 = labels.Slot3)
        fixed (T* gradient0 = gradients.Slot0, gradient1 = gradients.Slot1, gradient2 = gradients.Slot2, gradient3 = gradients.Slot3,
            gradient4 = gradients.Slot4, gradient5 = gradients.Slot5, gradient6 = gradients.Slot6, gradient7 = gradients.Slot7)
        fixed (T* hessian0 = hessians.Slot0, hessian1 = hessians.Slot1, hessian2 = hessians.Slot2, hessian3 = hessians.Slot3,
            hessian4 = hessians.Slot4, hessian5 = hessians.Slot5, hessian6 = hessians.Slot6, hessian7 = hessians.Slot7)
        fixed (T* weights = batch.Weights, values = batch.Values, hyperparameters = batch.HyperparameterElements)
        {
            for (int i = 0; i < batch.HyperparameterCount; i++)
                call.Hyperparameters[i] = (nint)(hyperparameters + (nint)i * batch.Columns);
            Fill(ref call.Predictions, prediction0, prediction1, prediction2, prediction3, prediction4, prediction5, prediction6, prediction7);
            Fill(ref call.Targets, target0, target1, target2, target3, target4, target5, target6, target7);
            Fill(ref call.Labels, label0, label1, label2, label3, null, null, null, null);
            Fill(ref call.Gradients, gradient0, gradient1, gradient2, gradient3, gradient4, gradient5, gradient6, gradient7);
            Fill(ref call.Hessians, hessian0, hessian1, hessian2, hessian3, hessian4, hessian5, hessian6, hessian7);
            call.Weights = weights;
            call.Values = values;
            return Reduce(&call, batch.Reduction, batch.Divisor, batch.MaxDegreeOfParallelism, in loops, chunk);
        }
    }

    private static T Reduce<T>(EvaluationCall<T>* call, Reduction reduction, double? weightedDivisor, int maxDegreeOfParallelism, in LoopSet<T> loops, int chunk)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double divisor = reduction == Reduction.Sum ? 1 : call->Samples;
        if (call->Weights != null)
        {
            var weights = new ChunkedWork(loops.Weights, call, call->Samples, SampleChunks.Size, 1);
            double sum = weights.Run(maxDegreeOfParallelism);
            if (call->InvalidWeight != nint.MaxValue)
                LossBatchChecks.ThrowInvalidWeight(call->InvalidWeight, call->Weights[call->InvalidWeight]);
            if (reduction == Reduction.WeightedMean)
                divisor = weightedDivisor ?? sum;
        }

        call->Scale = divisor == 0 ? T.Zero : T.CreateTruncating(1 / divisor);
        var losses = new ChunkedWork(loops.Select(call), call, call->Samples, chunk, call->Columns);
        double total = losses.Run(maxDegreeOfParallelism);
        return divisor == 0 ? T.Zero : T.CreateTruncating(total / divisor);
    }

    private static void Fill(ref PointerSlots slots, void* slot0, void* slot1, void* slot2, void* slot3, void* slot4, void* slot5, void* slot6, void* slot7)
    {
        slots[0] = (nint)slot0;
        slots[1] = (nint)slot1;
        slots[2] = (nint)slot2;
        slots[3] = (nint)slot3;
        slots[4] = (nint)slot4;
        slots[5] = (nint)slot5;
        slots[6] = (nint)slot6;
        slots[7] = (nint)slot7;
    }
}
