using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace LossGen.Generator.Stability.Witnesses.Samples;

/// <summary>The points at which a loss is tried, simple ones first. The same loss is tried at the same points every time.</summary>
internal static class SamplePoints
{
    private const int RandomSamples = 250;

    private const int RandomCombinations = 120;

    /// <summary>Beyond, parameters are not varied one at a time with all special values but with the first few.</summary>
    private const int FewParameters = 4;

    private static readonly ImmutableArray<double> Bases = [0, 1];

    private static readonly ImmutableArray<double> PairValues = [1, 3, 100, 0.1, -1, 5000, 1e-3];

    /// <summary>How close two numbers are: 2⁻ᵏ of their size.</summary>
    private static readonly ImmutableArray<int> Closeness = [2, 5, 8, 11, 14, 17, 20, 22, 23];

    public static IEnumerable<double[]> Of(InputSpace space) =>
        Constants(space).Concat(OneAtATime(space)).Concat(Pairs(space)).Concat(Simplices(space)).Concat(Combinations(space)).Concat(Random(space));

    /// <summary>All parameters alike.</summary>
    private static IEnumerable<double[]> Constants(InputSpace space)
    {
        PointBuilder builder = new(space);
        return space.Slots.SelectMany(static slot => SpecialValues.Of(slot)).Distinct().OrderBy(Simplicity.Of).Select(builder.Constant);
    }

    /// <summary>One parameter special, the others 0 or 1; of rows, all columns or the first.</summary>
    private static IEnumerable<double[]> OneAtATime(InputSpace space)
    {
        PointBuilder builder = new(space);
        for (int group = 0; group < space.Groups.Length; group++)
        {
            SlotGroup slots = space.Groups[group];
            IEnumerable<double> values = SpecialValues.Of(space.Slots[slots.First]);
            foreach (double value in space.Groups.Length <= FewParameters ? values : values.Take(20))
            {
                foreach (double other in Bases)
                {
                    double[] point = builder.Constant(other);
                    builder.SetAll(point, group, value);
                    yield return point;
                    if (slots.Width > 1)
                    {
                        double[] single = builder.Constant(other);
                        builder.SetEach(single, group, column => column == 0 ? value : other);
                        yield return single;
                    }
                }
            }
        }
    }

    /// <summary>Two parameters that are equal, or opposite, or close; and rows that hardly vary.</summary>
    private static IEnumerable<double[]> Pairs(InputSpace space)
    {
        PointBuilder builder = new(space);
        foreach ((int first, int second) in PairsOf(space))
        {
            foreach (double value in PairValues)
            {
                double[] opposite = builder.Constant(1);
                builder.SetEach(opposite, first, column => value * (column + 1));
                builder.SetEach(opposite, second, column => -value * (column + 1));
                yield return opposite;
                foreach (int closeness in Closeness)
                {
                    double[] point = builder.Constant(0);
                    builder.SetEach(point, first, column => value * (column + 1));
                    builder.SetEach(point, second, column => value * (column + 1) * (1 + Power(closeness)));
                    yield return point;
                }

                double[] equal = builder.Constant(0);
                builder.SetEach(equal, first, column => value * (column + 1));
                builder.SetEach(equal, second, column => value * (column + 1));
                yield return equal;
            }
        }

        for (int group = 0; group < space.Groups.Length; group++)
        {
            if (space.Groups[group].Width > 1)
            {
                foreach (double value in PairValues)
                {
                    foreach (int closeness in Closeness)
                    {
                        double[] point = builder.Constant(value);
                        for (int other = 0; other < space.Groups.Length; other++)
                        {
                            builder.SetEach(point, other, column => value * (1 + (column * Power(other == group ? closeness : 2))));
                        }

                        yield return point;
                    }
                }
            }
        }

        static double Power(int exponent) => 1.0 / (1 << exponent);
    }

    private static IEnumerable<(int First, int Second)> PairsOf(InputSpace space)
    {
        const int MostPairs = 6;
        return (
            from first in Enumerable.Range(0, space.Groups.Length)
            from second in Enumerable.Range(0, space.Groups.Length)
            where first < second && IsFree(first) && IsFree(second)
            select (first, second)).Take(MostPairs);

        bool IsFree(int group) => !space.Groups[group].IsSimplex && space.Slots[space.Groups[group].First].Allowed.IsEmpty;
    }

    /// <summary>All combinations of kinds of probabilities.</summary>
    private static IEnumerable<double[]> Simplices(InputSpace space)
    {
        PointBuilder builder = new(space);
        int[] simplices = [.. Enumerable.Range(0, space.Groups.Length).Where(group => space.Groups[group].IsSimplex)];
        if (simplices.Length == 0)
        {
            yield break;
        }

        for (int combination = 0; combination < 75; combination++)
        {
            double[] point = builder.Constant(combination % 3 == 0 ? 1 : 0);
            for (int index = 0; index < simplices.Length; index++)
            {
                int digit = index == 0 ? combination / 15 : combination;
                builder.SetSimplex(point, simplices[index], digit % 5, index == 0 ? 0 : combination / 5 % 3);
            }

            yield return point;
        }
    }

    /// <summary>Special values in all parameters.</summary>
    private static IEnumerable<double[]> Combinations(InputSpace space)
    {
        PointBuilder builder = new(space);
        Scatter random = new();
        ImmutableArray<double>[] values = [.. space.Groups.Select(group => SpecialValues.Of(space.Slots[group.First]))];
        for (int sample = 0; sample < RandomCombinations; sample++)
        {
            double[] point = builder.Constant(0);
            for (int group = 0; group < space.Groups.Length; group++)
            {
                ImmutableArray<double> choices = values[group];
                if (space.Groups[group].IsSimplex)
                {
                    builder.SetSimplex(point, group, random.Choose(5), random.Choose(3));
                }
                else
                {
                    builder.SetEach(point, group, _ => choices[random.Choose(choices.Length)]);
                }
            }

            yield return point;
        }
    }

    /// <summary>Values spread over the floats of the domain, so that every order of magnitude gets its share.</summary>
    private static IEnumerable<double[]> Random(InputSpace space)
    {
        PointBuilder builder = new(space);
        Scatter random = new();
        for (int sample = 0; sample < RandomSamples; sample++)
        {
            double[] point = builder.Constant(0);
            for (int group = 0; group < space.Groups.Length; group++)
            {
                SlotGroup slots = space.Groups[group];
                if (slots.IsSimplex)
                {
                    builder.SetSimplex(point, group, random.Choose(5), random.Choose(3));
                    continue;
                }

                for (int column = 0; column < slots.Width; column++)
                {
                    InputSlot slot = space.Slots[slots.First + column];
                    point[slots.First + column] = slot.Allowed.IsEmpty
                        ? Spread(slot, random.Fraction(), isUniform: sample % 4 == 3)
                        : slot.Allowed[random.Choose(slot.Allowed.Length)];
                }
            }

            yield return point;
        }
    }

    /// <summary>The value at a fraction of the domain: of its floats, or of its length. Of the tiny numbers around zero there are few.</summary>
    private static double Spread(InputSlot slot, double fraction, bool isUniform)
    {
        const double Tiny = 1e-9;
        if (isUniform)
        {
            return slot.Nearest(slot.Low + (fraction * (slot.High - slot.Low)));
        }

        double low = Place(slot.Low);
        double place = low + (fraction * (Place(slot.High) - low));
        int tiny = FloatNeighbours.Order(Tiny);
        return slot.Nearest(FloatNeighbours.FromOrder((int)place + (place > 0 ? tiny : -tiny)));

        static double Place(double value) => value > Tiny ? FloatNeighbours.Order(value) - FloatNeighbours.Order(Tiny)
            : value < -Tiny ? FloatNeighbours.Order(value) + FloatNeighbours.Order(Tiny)
            : 0;
    }
}
