using LossGen.Training;

namespace LossGen.Samples.Quickstart;

/// <summary>The optimizers that can be named on the command line. The features are standardised, so one rate fits most data.</summary>
internal static class OptimizerChoice
{
    internal static string[] Names { get; } = ["newton", "lbfgs", "adam", "sgd"];

    /// <exception cref="UserErrorException">There is no such optimizer.</exception>
    internal static Optimizer Find(string name) => name.ToUpperInvariant() switch
    {
        "NEWTON" => new Newton(),
        "LBFGS" => new Lbfgs(),
        "ADAM" => new Adam(0.05),
        "SGD" => new Sgd(0.01, 0.9),
        _ => throw new UserErrorException($"there is no optimizer '{name}'. The optimizers are: {string.Join(", ", Names)}."),
    };
}
