namespace LossGen.Constants;

/// <summary>What belongs to the whole loss: the range, the distance between the outermost starts, and the largest pull at one of them.</summary>
internal readonly record struct Terrain(double Minimum, double Maximum, double Spread, double Pull);
