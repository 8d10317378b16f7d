namespace LossGen.Benchmarks.Losses;

/// <summary>Quadratic within δ of the target, linear outside: Huber, "Robust Estimation of a Location Parameter", 1964.</summary>
/// <param name="delta">The residual δ at which the loss becomes linear.</param>
[Loss("(p, y) => Abs(p - y) <= delta ? 0.5f * Square(p - y) : delta * (Abs(p - y) - 0.5f * delta)")]
public sealed partial class Huber(float delta = 1f);
