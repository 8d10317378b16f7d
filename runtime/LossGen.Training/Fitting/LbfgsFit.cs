namespace LossGen.Training;

/// <summary>The iterations of <see cref="Lbfgs"/>.</summary>
internal static class LbfgsFit
{
    // On a plateau the value repeats; so many iterations without a lower one, and the fit is over.
    private const int MostIterationsWithoutDecrease = 20;

    internal static StopReason Run(IObjective objective, Lbfgs optimizer, FitSession session)
    {
        int count = objective.ParameterCount;
        double[] point = new double[count];
        double[] gradient = new double[count];
        double[] direction = new double[count];
        var memory = new LbfgsMemory(optimizer.Memory, count);
        var search = new StrongWolfeSearch(objective, session);

        double value = objective.ValueAndGradient(point, gradient);
        session.EndEpoch(0, 0, value, point);
        double norm = Vectors.MaxNorm(gradient);
        if (!double.IsFinite(value) || !double.IsFinite(norm))
            return StopReason.NonFinite;

        double tolerance = optimizer.GradientTolerance * norm;
        int withoutDecrease = 0;
        for (int epoch = 1; epoch <= session.EpochLimit; epoch++)
        {
            if (session.IsCancelled)
                return StopReason.Cancelled;
            if (Vectors.MaxNorm(gradient) <= tolerance)
                return StopReason.Converged;
            if (withoutDecrease >= MostIterationsWithoutDecrease)
                return StopReason.NoProgress;

            if (!TryStep(search, memory, point, value, gradient, direction))
            {
                if (session.IsCancelled)
                    return StopReason.Cancelled;
                return search.SawFiniteValue ? StopReason.NoProgress : StopReason.NonFinite;
            }

            memory.Add(point, search.Point, gradient, search.Gradient);
            search.Point.CopyTo(point);
            search.Gradient.CopyTo(gradient);
            withoutDecrease = search.Value < session.BestLoss ? 0 : withoutDecrease + 1;
            value = search.Value;
            session.EndEpoch(epoch, epoch, value, point);
        }

        return Vectors.MaxNorm(gradient) <= tolerance ? StopReason.Converged : StopReason.EpochLimit;
    }

    // If the remembered curvature leads nowhere, steepest descent has a last try.
    private static bool TryStep(StrongWolfeSearch search, LbfgsMemory memory, ReadOnlySpan<double> point, double value, ReadOnlySpan<double> gradient, Span<double> direction)
    {
        if (memory.Count > 0)
        {
            memory.Direction(gradient, direction);
            double slope = Vectors.Dot(gradient, direction);
            if (slope < 0 && search.TryFind(point, value, direction, slope, firstStep: 1))
                return true;
        }

        memory.Clear();
        memory.Direction(gradient, direction);
        return search.TryFind(point, value, direction, Vectors.Dot(gradient, direction), Math.Min(1, 1 / Vectors.SumNorm(gradient)));
    }
}
