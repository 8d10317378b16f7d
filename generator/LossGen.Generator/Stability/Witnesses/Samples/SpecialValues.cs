using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace LossGen.Generator.Stability.Witnesses.Samples;

/// <summary>The values at which formulas fail most often: ends, zeros, units, tiny numbers, and where exponentials leave the range of float.</summary>
internal static class SpecialValues
{
    /// <summary>
    /// 17 is where 1 − σ(x) becomes 0, 45 and 89 where e²ˣ and eˣ overflow, 104 where e⁻ˣ becomes 0. 10⁻³⁰ is as near as an open end at 0 is
    /// approached: numbers below the normal ones are out of scope.
    /// </summary>
    private static readonly ImmutableArray<double> Magnitudes =
        [0, 1, 0.5, 2, 3, 10, 100, 0.1, 0.25, 0.75, 0.9, 0.99, 0.999, 1e-3, 1e-6, 1e-8, 1e-15, 1e-30, 5, 17, 20, 30, 45, 50, 89, 104, 200, 1e3, 1e4, 1e8, 1e15, 1e30];

    private static readonly ImmutableArray<double> WithSigns = [.. Magnitudes.SelectMany(static magnitude => magnitude == 0 ? new[] { 0.0 } : [magnitude, -magnitude])];

    /// <summary>The special values of a slot, the simplest first.</summary>
    public static ImmutableArray<double> Of(InputSlot slot)
    {
        if (!slot.Allowed.IsEmpty)
        {
            return slot.Allowed;
        }

        IEnumerable<double> values = WithSigns.Select(static value => (double)(float)value).Concat(
        [
            slot.Low,
            slot.High,
            FloatNeighbours.Step(slot.Low, 1),
            FloatNeighbours.Step(slot.High, -1),
            FloatNeighbours.Step(1, 1),
            FloatNeighbours.Step(1, -1),
            FloatNeighbours.Step(-1, 1),
            (float)((slot.Low / 2) + (slot.High / 2)),
        ]);
        return [.. values.Where(slot.Contains).Distinct().OrderBy(Simplicity.Of)];
    }
}
