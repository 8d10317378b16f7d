using System.Numerics;

namespace LossGen.Tests.Evaluation;

/// <summary>Inputs for tests, the same in every run.</summary>
internal static class Numbers
{
    internal static T[] Uniform<T>(int count, double minimum, double maximum, int seed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var random = new Random(seed);
        var numbers = new T[count];
        for (int i = 0; i < count; i++)
            numbers[i] = T.CreateChecked(minimum + (maximum - minimum) * random.NextDouble());
        return numbers;
    }

    internal static int[] Labels(int count, int classes, int seed)
    {
        var random = new Random(seed);
        var labels = new int[count];
        for (int i = 0; i < count; i++)
            labels[i] = random.Next(classes);
        return labels;
    }

    /// <summary>Every third weight, beginning with the second, is 0.</summary>
    internal static T[] WeightsWithZeros<T>(int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] weights = Uniform<T>(count, 0.25, 2, seed: 99);
        for (int i = 1; i < count; i += 3)
            weights[i] = T.Zero;
        return weights;
    }

    internal static double[] ToDouble<T>(T[] numbers)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Array.ConvertAll(numbers, static number => double.CreateChecked(number));
}
