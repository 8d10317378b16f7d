namespace LossGen.Constants;

/// <summary>The last steps of a quasi-Newton method and how the gradient changed on them (J. Nocedal 1980, the two-loop recursion).</summary>
internal sealed class LimitedMemory(int size)
{
    private const int Pairs = 10;

    private readonly List<(double[] Step, double[] Change, double Product)> _pairs = [];
    private readonly double[] _coefficients = new double[Pairs];

    /// <summary>Remembers a step along which the gradient grew.</summary>
    internal void Add(double[] step, double[] change)
    {
        double product = Dot(step, change);
        if (!(product > 1e-300) || !double.IsFinite(product))
            return;
        if (_pairs.Count == Pairs)
            _pairs.RemoveAt(0);

        _pairs.Add((step, change, product));
    }

    /// <summary>The step to the minimum of the remembered model.</summary>
    /// <param name="gradient">The gradient.</param>
    /// <param name="curvatures">What the diagonal of the Hessian is taken for where nothing is remembered, up to a factor.</param>
    internal double[] Direction(double[] gradient, double[] curvatures)
    {
        double[] direction = new double[size];
        for (int i = 0; i < size; i++)
            direction[i] = -gradient[i];

        for (int pair = _pairs.Count - 1; pair >= 0; pair--)
        {
            _coefficients[pair] = Dot(_pairs[pair].Step, direction) / _pairs[pair].Product;
            AddScaled(-_coefficients[pair], _pairs[pair].Change, direction);
        }

        double scale = _pairs.Count == 0 ? 1 : _pairs[^1].Product / ScaledSquare(_pairs[^1].Change, curvatures);
        for (int i = 0; i < size; i++)
            direction[i] *= scale / curvatures[i];

        for (int pair = 0; pair < _pairs.Count; pair++)
        {
            double correction = Dot(_pairs[pair].Change, direction) / _pairs[pair].Product;
            AddScaled(_coefficients[pair] - correction, _pairs[pair].Step, direction);
        }

        return direction;
    }

    private static double ScaledSquare(double[] change, double[] curvatures)
    {
        double sum = 0.0;
        for (int i = 0; i < change.Length; i++)
            sum += change[i] * change[i] / curvatures[i];

        return sum;
    }

    internal static double Dot(double[] left, double[] right)
    {
        double sum = 0.0;
        for (int i = 0; i < left.Length; i++)
            sum += left[i] * right[i];

        return sum;
    }

    private static void AddScaled(double factor, double[] addend, double[] sum)
    {
        for (int i = 0; i < sum.Length; i++)
            sum[i] += factor * addend[i];
    }
}
