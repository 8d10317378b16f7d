using System;
using System.Collections.Immutable;
using LossGen.Generator.Model;

namespace LossGen.Generator.Stability.Witnesses.Samples;

/// <summary>One number that a loss reads: a scalar parameter, or one column of a row. All bounds are floats.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Column">The column; 0 of a scalar.</param>
/// <param name="Low">The smallest value.</param>
/// <param name="High">The largest value.</param>
/// <param name="Allowed">The values, if they are a finite set.</param>
internal sealed record InputSlot(LossParameter Parameter, int Column, double Low, double High, ImmutableArray<double> Allowed)
{
    /// <summary>As near as zero is approached: numbers below the normal ones are out of scope, and so are the squares of these.</summary>
    private const double Smallest = 1e-30f;

    /// <summary>Whether the elements of the row it belongs to are probabilities that add up to 1.</summary>
    public bool IsOfSimplex => Parameter.Domain.IsSimplex && Parameter.Link == LinkKind.Identity;

    public bool IsPrediction => Parameter.Input.Role == InputRole.Prediction;

    public bool Contains(double value) => Allowed.IsEmpty
        ? Low <= value && value <= High && (Math.Abs(value) >= Smallest || value == 0 || value == Low || value == High)
        : Allowed.Contains(value);

    /// <summary>The value of the domain that is nearest to a number.</summary>
    public double Nearest(double value)
    {
        if (Allowed.IsEmpty)
        {
            double within = Math.Min(Math.Max((float)value, Low), High);
            return Math.Abs(within) >= Smallest || within == 0 ? within : Low <= 0 && High >= 0 ? 0 : within;
        }

        double nearest = Allowed[0];
        foreach (double allowed in Allowed)
        {
            nearest = Math.Abs(allowed - value) < Math.Abs(nearest - value) ? allowed : nearest;
        }

        return nearest;
    }
}
