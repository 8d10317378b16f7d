namespace LossGen.Benchmarks.Losses;

/// <summary>The squared error; reduced by its mean, the MSE.</summary>
[Loss("(p, y) => Square(p - y)")]
public sealed partial class SquaredError;
