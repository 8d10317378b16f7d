using System;

namespace LossGen.Generator.Stability.Witnesses.Samples;

/// <summary>Sets the parameters of a point, within their domains.</summary>
internal sealed class PointBuilder(InputSpace space)
{
    /// <summary>Points of the simplex: a vertex, the middle, an edge's middle, close to a vertex, and one like any other.</summary>
    private const int SimplexKinds = 5;

    /// <summary>A point with a value for every parameter that is free to have it, and the nearest for the others.</summary>
    public double[] Constant(double value)
    {
        double[] point = new double[space.Slots.Length];
        for (int group = 0; group < space.Groups.Length; group++)
        {
            SetAll(point, group, value);
        }

        return point;
    }

    /// <summary>Sets all columns of a parameter.</summary>
    public void SetAll(double[] point, int group, double value) => SetEach(point, group, _ => value);

    /// <summary>Sets every column of a parameter.</summary>
    public void SetEach(double[] point, int group, Func<int, double> value)
    {
        SlotGroup slots = space.Groups[group];
        if (slots.IsSimplex)
        {
            SetSimplex(point, group, (int)Math.Abs(value(0)) % SimplexKinds, 0);
            return;
        }

        for (int column = 0; column < slots.Width; column++)
        {
            point[slots.First + column] = space.Slots[slots.First + column].Nearest(value(column));
        }
    }

    /// <summary>Sets a row of probabilities to one of a few kinds, its columns rotated.</summary>
    public void SetSimplex(double[] point, int group, int kind, int rotation)
    {
        SlotGroup slots = space.Groups[group];
        bool isOneHot = !space.Slots[slots.First].Allowed.IsEmpty;
        for (int column = 0; column < slots.Width; column++)
        {
            int place = slots.First + ((column + rotation) % slots.Width);
            point[place] = (float)(isOneHot ? Vertex(column) : kind switch
            {
                0 => Vertex(column),
                1 => 1.0 / slots.Width,
                2 => column < 2 ? 0.5 : 0,
                3 => column == 0 ? 1 - (1e-6 * (slots.Width - 1)) : 1e-6,
                _ => (column + 1) / (0.5 * slots.Width * (slots.Width + 1)),
            });
        }

        static double Vertex(int column) => column == 0 ? 1 : 0;
    }
}
