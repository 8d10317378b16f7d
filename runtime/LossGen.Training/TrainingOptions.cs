namespace LossGen.Training;

/// <summary>What to fit and how. The defaults fit any smooth loss on data of any scale.</summary>
public sealed record TrainingOptions
{
    /// <summary>How the parameters are found.</summary>
    public Optimizer Optimizer { get; init; } = new Lbfgs();

    /// <summary>The largest number of epochs, at least 0: passes over the data for mini-batches, iterations for full-batch methods.</summary>
    public int Epochs { get; init => field = RequireAtLeast(value, 0, nameof(Epochs)); } = 500;

    /// <summary>The number of samples of a step, for optimizers that take mini-batches; at least 1. The last batch of an epoch may be smaller.</summary>
    public int BatchSize { get; init => field = RequireAtLeast(value, 1, nameof(BatchSize)); } = 32;

    /// <summary>Decides the order of the samples. The same seed on the same data gives the same model, bit by bit.</summary>
    public ulong Seed { get; init; }

    /// <summary>Whether the model has intercepts.</summary>
    public bool Intercept { get; init; } = true;

    /// <summary>
    /// Whether the fit works on features of (weighted) mean 0 and standard deviation 1; without intercept, of root mean square
    /// 1. The result is in the units of the data either way. Methods that follow the gradient need it where scales differ.
    /// </summary>
    public bool Standardize { get; init; } = true;

    /// <summary>λ of the penalty ½·λ·Σ coefficient², added to the mean loss; at least 0. It applies to the coefficients of the fit, which are those of standardised features if <see cref="Standardize"/> is on, and never to intercepts.</summary>
    public double L2Penalty
    {
        get;
        init => field = value >= 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(nameof(L2Penalty), value, "The penalty must be at least 0 and finite.");
    }

    /// <summary>The number of outputs for a loss over rows (the number of classes); where it is null, the targets or the largest label decide.</summary>
    public int? Outputs { get; init => field = value is null ? null : RequireAtLeast(value.Value, 1, nameof(Outputs)); }

    private static int RequireAtLeast(int value, int minimum, string property) => value >= minimum
        ? value
        : throw new ArgumentOutOfRangeException(property, value, $"The value must be at least {minimum}.");
}
