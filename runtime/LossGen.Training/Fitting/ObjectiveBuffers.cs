namespace LossGen.Training;

/// <summary>Room for one call of the loss on a number of samples: what goes in and what comes out.</summary>
internal sealed class ObjectiveBuffers
{
    internal ObjectiveBuffers(int samples, LossLayout layout, Dataset data, bool hessians)
    {
        Predictions = new double[samples * layout.Outputs];
        Gradients = new double[samples * layout.Outputs];
        Hessians = new double[hessians ? samples * layout.Outputs : 0];
        Targets = new double[samples * data.TargetCount];
        Labels = new int[data.Labels.IsEmpty ? 0 : samples];
        Weights = new double[data.Weights.IsEmpty ? 0 : samples * layout.ElementsPerSample];
    }

    internal double[] Predictions { get; }

    internal double[] Gradients { get; }

    internal double[] Hessians { get; }

    internal double[] Targets { get; }

    internal int[] Labels { get; }

    internal double[] Weights { get; }
}
