namespace LossGen;

// Numbers leave a row as float, rounded once (see Row); inside, everything is double.
public static partial class LossMath
{
    /// <summary>Σ xᵢ; 0 for the empty row.</summary>
    public static float Sum(Row x) => (float)SumOf(x.Elements.Span);

    /// <summary>Σ xᵢ / n; 0 for the empty row.</summary>
    public static float Mean(Row x) => (float)MeanOf(x.Elements.Span);

    /// <summary>Π xᵢ; 1 for the empty row.</summary>
    public static float Product(Row x)
    {
        var product = 1.0;
        foreach (var element in x.Elements.Span)
            product *= element;

        return (float)product;
    }

    /// <summary>The largest element; NaN if any is; −∞ for the empty row. Ties share the derivative evenly.</summary>
    public static float Max(Row x) => (float)MaxOf(x.Elements.Span);

    /// <summary>The smallest element; NaN if any is; +∞ for the empty row. Ties share the derivative evenly.</summary>
    public static float Min(Row x)
    {
        var min = double.PositiveInfinity;
        foreach (var element in x.Elements.Span)
            min = Math.Min(min, element);

        return (float)min;
    }

    /// <summary>The column of the largest element, counted from 0; of several, the first. A NaN counts as the largest.</summary>
    /// <exception cref="ArgumentException">The row is empty.</exception>
    public static int ArgMax(Row x)
    {
        var elements = x.Elements.Span;
        if (elements.IsEmpty)
            throw new ArgumentException("An empty row has no largest element.", nameof(x));

        return elements.IndexOf(MaxOf(elements));
    }

    /// <summary>The number of elements.</summary>
    /// <remarks>A <see cref="float"/>, so that a quotient of two counts is not an integer division.</remarks>
    public static float Count(Row x) => x.Length;

    /// <summary>The number of elements for which the condition holds.</summary>
    /// <remarks>A <see cref="float"/>, so that a quotient of two counts is not an integer division.</remarks>
    public static float Count(RowCondition condition) => Sum(condition.Indicator);

    /// <summary>Σ xᵢ·yᵢ.</summary>
    /// <exception cref="ArgumentException">The rows have different lengths.</exception>
    public static float Dot(Row x, Row y) => Sum(x * y);

    /// <summary>The Euclidean norm √(Σ xᵢ²), without overflow or underflow in between. The derivative at 0 is 0.</summary>
    public static float Norm(Row x) => (float)NormOf(x.Elements.Span);

    /// <summary>The sum of the magnitudes, Σ |xᵢ|.</summary>
    public static float Norm1(Row x) => Sum(Abs(x));

    /// <summary>The largest magnitude, max |xᵢ|; 0 for the empty row.</summary>
    public static float NormInf(Row x) => (float)Math.Max(0, MaxOf(Abs(x).Elements.Span));

    /// <summary>The population variance Σ (xᵢ − mean)² / n: it divides by n, not by n − 1. 0 for the empty row.</summary>
    public static float Variance(Row x) => (float)MeanOf(Square(x - MeanOf(x.Elements.Span)).Elements.Span);

    /// <summary>x·y / (‖x‖·‖y‖): the cosine of the angle between the rows; NaN if one of them is 0.</summary>
    /// <exception cref="ArgumentException">The rows have different lengths.</exception>
    public static float CosineSimilarity(Row x, Row y) =>
        (float)(SumOf((x * y).Elements.Span) / (NormOf(x.Elements.Span) * NormOf(y.Elements.Span)));

    /// <summary>log Σ exp xᵢ, without overflow; −∞ for the empty row and for a row of −∞.</summary>
    public static float LogSumExp(Row x) => (float)LogSumExpOf(x.Elements.Span);

    /// <summary>exp xᵢ / Σ exp xⱼ: scores turned into probabilities.</summary>
    /// <remarks>NaN throughout if an element is NaN or +∞, or if all are −∞.</remarks>
    public static Row SoftMax(Row x) => Exp(LogSoftMax(x));

    /// <summary>xᵢ − log Σ exp xⱼ: scores turned into logarithms of probabilities.</summary>
    /// <remarks>NaN throughout if an element is NaN or +∞, or if all are −∞.</remarks>
    public static Row LogSoftMax(Row x)
    {
        var elements = x.Elements.Span;
        var max = MaxOf(elements);
        if (!double.IsFinite(max))
            return x * double.NaN;

        var logSum = LogSumExpAbove(max, elements);
        return x.Map(element => element - max - logSum);
    }

    private static double SumOf(ReadOnlySpan<double> elements)
    {
        // Compensated summation: A. Neumaier, Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen, ZAMM 54, 1974.
        var (sum, lost) = (0.0, 0.0);
        foreach (var element in elements)
        {
            var next = sum + element;
            lost += Math.Abs(sum) >= Math.Abs(element) ? sum - next + element : element - next + sum;
            sum = next;
        }

        return double.IsFinite(sum) ? sum + lost : sum;
    }

    private static double MeanOf(ReadOnlySpan<double> elements) => elements.IsEmpty ? 0 : SumOf(elements) / elements.Length;

    private static double MaxOf(ReadOnlySpan<double> elements)
    {
        var max = double.NegativeInfinity;
        foreach (var element in elements)
            max = Math.Max(max, element);

        return max;
    }

    private static double NormOf(ReadOnlySpan<double> elements)
    {
        var largest = 0.0;
        foreach (var element in elements)
            largest = Math.Max(largest, Math.Abs(element));

        if (largest == 0 || !double.IsFinite(largest))
            return largest;

        // Scaled by a power of two, which rounds nothing.
        var exponent = Math.ILogB(largest);
        var sum = 0.0;
        foreach (var element in elements)
            sum += Square(Math.ScaleB(element, -exponent));

        return Math.ScaleB(Math.Sqrt(sum), exponent);
    }

    private static double LogSumExpOf(ReadOnlySpan<double> elements)
    {
        var max = MaxOf(elements);
        if (!double.IsFinite(max))
            return max;

        return max + LogSumExpAbove(max, elements);
    }

    /// <summary>log Σ exp(xᵢ − max): the term of the maximum itself is exactly 1, which log(1 + …) takes without losing the small rest.</summary>
    private static double LogSumExpAbove(double max, ReadOnlySpan<double> elements)
    {
        var position = elements.IndexOf(max);
        var rest = 0.0;
        for (var column = 0; column < elements.Length; column++)
        {
            if (column != position)
                rest += Math.Exp(elements[column] - max);
        }

        return LogP1(rest);
    }
}
