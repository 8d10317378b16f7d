using System.Numerics;
using System.Runtime.InteropServices;

namespace LossGen.Training;

/// <summary>The few operations on vectors that fitting needs, in double. The order of summation is fixed, so a sum has the same bits in every run on one machine.</summary>
internal static class Vectors
{
    /// <summary>Σ leftᵢ·rightᵢ.</summary>
    internal static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        right = right[..left.Length];
        var leftVectors = MemoryMarshal.Cast<double, Vector<double>>(left);
        var rightVectors = MemoryMarshal.Cast<double, Vector<double>>(right);
        var lanes = Vector<double>.Zero;
        for (int i = 0; i < leftVectors.Length; i++)
            lanes = Vector.FusedMultiplyAdd(leftVectors[i], rightVectors[i], lanes);

        double sum = Vector.Sum(lanes);
        for (int i = leftVectors.Length * Vector<double>.Count; i < left.Length; i++)
            sum += left[i] * right[i];

        return sum;
    }

    /// <summary>destinationᵢ += factor·sourceᵢ.</summary>
    internal static void AddScaled(double factor, ReadOnlySpan<double> source, Span<double> destination)
    {
        destination = destination[..source.Length];
        var sourceVectors = MemoryMarshal.Cast<double, Vector<double>>(source);
        var destinationVectors = MemoryMarshal.Cast<double, Vector<double>>(destination);
        var factors = new Vector<double>(factor);
        for (int i = 0; i < sourceVectors.Length; i++)
            destinationVectors[i] = Vector.FusedMultiplyAdd(factors, sourceVectors[i], destinationVectors[i]);

        for (int i = sourceVectors.Length * Vector<double>.Count; i < source.Length; i++)
            destination[i] += factor * source[i];
    }

    /// <summary>sumᵢ = originᵢ + step·directionᵢ: the point at a distance along a line.</summary>
    internal static void Move(ReadOnlySpan<double> origin, double step, ReadOnlySpan<double> direction, Span<double> destination)
    {
        origin.CopyTo(destination);
        AddScaled(step, direction, destination);
    }

    /// <summary>max |valueᵢ|; NaN if any is NaN.</summary>
    internal static double MaxNorm(ReadOnlySpan<double> values)
    {
        double norm = 0.0;
        foreach (double value in values)
            norm = Math.Max(norm, Math.Abs(value));

        return norm;
    }

    /// <summary>Σ |valueᵢ|.</summary>
    internal static double SumNorm(ReadOnlySpan<double> values)
    {
        double norm = 0.0;
        foreach (double value in values)
            norm += Math.Abs(value);

        return norm;
    }
}
