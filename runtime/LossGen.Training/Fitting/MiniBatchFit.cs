namespace LossGen.Training;

/// <summary>Epochs of mini-batches in an order that seed and epoch decide, with one step of the optimizer for each.</summary>
internal static class MiniBatchFit
{
    internal static StopReason Run<TLoss>(LinearObjective<TLoss> objective, GradientOptimizer optimizer, TrainingOptions options, FitSession session)
        where TLoss : ILoss<double>
    {
        double[] parameters = new double[objective.ParameterCount];
        double[] gradient = new double[objective.ParameterCount];
        int[] order = new int[objective.SampleCount];
        var state = new OptimizerState(optimizer, objective.ParameterCount);

        double loss = objective.Value(parameters);
        session.EndEpoch(0, 0, loss, parameters);
        if (!double.IsFinite(loss))
            return StopReason.NonFinite;

        for (int epoch = 1; epoch <= session.EpochLimit; epoch++)
        {
            Shuffle.Fill(order, options.Seed, epoch);
            double sum = 0.0;
            for (int first = 0; first < order.Length; first += options.BatchSize)
            {
                if (session.IsCancelled)
                {
                    // No further pass over the data: the mean over the batches of this epoch stands for the loss.
                    if (first > 0)
                        session.Offer(epoch, sum / first, parameters);
                    return StopReason.Cancelled;
                }

                Span<int> rows = order.AsSpan(first, Math.Min(options.BatchSize, order.Length - first));
                double batchLoss = objective.ValueAndGradient(parameters, rows, gradient);
                if (!double.IsFinite(batchLoss) || !double.IsFinite(Vectors.MaxNorm(gradient)))
                    return StopReason.NonFinite;

                sum += batchLoss * rows.Length;
                state.Step++;
                optimizer.Step(parameters, gradient, state);
            }

            loss = objective.Value(parameters);
            session.EndEpoch(epoch, state.Step, loss, parameters);
            if (!double.IsFinite(loss))
                return StopReason.NonFinite;
        }

        return StopReason.EpochLimit;
    }
}
