using System;
using LossGen.Generator.Stability.Shadows;
using LossGen.Generator.Stability.Witnesses.Samples;

namespace LossGen.Generator.Stability.Witnesses.Verdicts;

/// <summary>
/// Whether a loss is as right as anybody can ask, because it hangs on the last digit of its inputs: σ(z ÷ 0.07) at scores of 10⁴, sin(10⁴·x).
/// Inputs come from a computation that rounds, and no other form of the loss knows more about them.
/// </summary>
internal static class InputRounding
{
    /// <param name="observation">The loss at the suspect's point.</param>
    /// <param name="suspect">The point and what fails there.</param>
    /// <param name="space">The inputs.</param>
    public static bool Explains(Observation observation, Suspect suspect, InputSpace space)
    {
        int direction = suspect.Failure.Direction;
        Shadow exact = direction < 0 ? observation.Shadow.Value() : observation.Shadow.Tangent(direction);
        double error = Math.Abs((direction < 0 ? observation.Single.Value() : observation.Single.Tangent(direction)) - exact.ToDouble());
        double explained = 0;
        for (int slot = 0; slot < suspect.Point.Length && explained < error; slot++)
        {
            double value = suspect.Point[slot];
            if (value != 0 && space.Slots[slot] is { Allowed.IsEmpty: true, IsOfSimplex: false })
            {
                double[] neighbour = (double[])suspect.Point.Clone();
                neighbour[slot] = FloatNeighbours.Step(value, value > 0 ? -1 : 1);
                Shadow near = observation.ExactAt(neighbour, direction);
                explained += near.IsFinite ? Math.Abs((near - exact).ToDouble()) : 0;
            }
        }

        return explained >= error;
    }
}
