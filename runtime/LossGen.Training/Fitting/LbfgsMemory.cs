namespace LossGen.Training;

/// <summary>The last few steps and what they changed in the gradient: L-BFGS's model of the inverse Hessian.</summary>
internal sealed class LbfgsMemory
{
    // A pair whose curvature is lost in rounding says nothing about the Hessian.
    private const double SmallestCosine = 1e-12;

    private readonly double[][] _steps;
    private readonly double[][] _changes;
    private readonly double[] _curvatures;
    private readonly double[] _coefficients;
    private int _next;

    internal LbfgsMemory(int capacity, int parameterCount)
    {
        _steps = [.. Enumerable.Range(0, capacity).Select(_ => new double[parameterCount])];
        _changes = [.. Enumerable.Range(0, capacity).Select(_ => new double[parameterCount])];
        _curvatures = new double[capacity];
        _coefficients = new double[capacity];
    }

    internal int Count { get; private set; }

    internal void Clear() => Count = 0;

    /// <summary>Remembers a step, unless the gradient's change along it shows no positive curvature.</summary>
    internal void Add(ReadOnlySpan<double> from, ReadOnlySpan<double> to, ReadOnlySpan<double> gradientFrom, ReadOnlySpan<double> gradientTo)
    {
        double[] step = _steps[_next];
        double[] change = _changes[_next];
        Vectors.Move(to, -1, from, step);
        Vectors.Move(gradientTo, -1, gradientFrom, change);
        double curvature = Vectors.Dot(step, change);
        if (!(curvature > SmallestCosine * Math.Sqrt(Vectors.Dot(step, step) * Vectors.Dot(change, change))))
            return;

        _curvatures[_next] = curvature;
        _next = (_next + 1) % _steps.Length;
        Count = Math.Min(Count + 1, _steps.Length);
    }

    /// <summary>direction ← −(inverse Hessian)·gradient, by the two-loop recursion (Nocedal and Wright, algorithm 7.4).</summary>
    internal void Direction(ReadOnlySpan<double> gradient, Span<double> direction)
    {
        gradient.CopyTo(direction);
        for (int age = 1; age <= Count; age++)
        {
            int pair = Position(age);
            _coefficients[pair] = Vectors.Dot(_steps[pair], direction) / _curvatures[pair];
            Vectors.AddScaled(-_coefficients[pair], _changes[pair], direction);
        }

        double scale = 1.0;
        if (Count > 0)
        {
            int last = Position(1);
            scale = _curvatures[last] / Vectors.Dot(_changes[last], _changes[last]);
        }

        foreach (ref double element in direction)
            element *= -scale;

        // The direction is negated already, so the recursion's coefficients enter with the opposite sign.
        for (int age = Count; age >= 1; age--)
        {
            int pair = Position(age);
            double correction = Vectors.Dot(_changes[pair], direction) / _curvatures[pair];
            Vectors.AddScaled(-_coefficients[pair] - correction, _steps[pair], direction);
        }
    }

    private int Position(int age) => (_next - age + _steps.Length) % _steps.Length;
}
