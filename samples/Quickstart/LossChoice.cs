namespace LossGen.Samples.Quickstart;

/// <summary>A loss that can be named on the command line.</summary>
/// <param name="Names">Its name, and shorter ones.</param>
/// <param name="Loss">The loss.</param>
/// <param name="NeedsProbabilities">Whether targets must lie in [0, 1].</param>
internal sealed record LossChoice(string[] Names, ILoss<double> Loss, bool NeedsProbabilities = false)
{
    internal static LossChoice[] All { get; } =
    [
        new(["SquaredError", "squared", "mse"], new SquaredErrorLoss()),
        new(["AbsoluteError", "absolute", "mae"], new AbsoluteErrorLoss()),
        new(["Huber"], new HuberLoss(delta: 1.345)),
        new(["BinaryCrossEntropy", "logistic", "bce"], new BinaryCrossEntropy(), NeedsProbabilities: true),
    ];

    internal string Name => Names[0];

    /// <summary>Finds a loss by any of its names, in any case, with or without "Loss" at the end.</summary>
    /// <exception cref="UserErrorException">There is none.</exception>
    internal static LossChoice Find(string name)
    {
        string stem = name.EndsWith("Loss", StringComparison.OrdinalIgnoreCase) ? name[..^"Loss".Length] : name;
        return All.FirstOrDefault(choice => choice.Names.Contains(stem, StringComparer.OrdinalIgnoreCase))
            ?? throw new UserErrorException($"there is no loss '{name}'. The losses are: {string.Join(", ", All.Select(static choice => choice.Name))}.");
    }
}
