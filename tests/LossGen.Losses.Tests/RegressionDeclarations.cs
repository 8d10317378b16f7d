using static LossGen.LossMath;

namespace LossGen.Losses.Tests;

/// <summary>Distances as their textbooks write them, declared as methods.</summary>
public static class RegressionDeclarations
{
    [Loss]
    public static double ContrastiveDistance(double distance, double target, double margin = 1) =>
        target * Square(distance) + (1 - target) * Square(Relu(margin - distance));
}
