namespace LossGen.Training;

/// <summary>The linear equations of a Newton step, one block per output: (Hessian + damping)·step = −gradient.</summary>
internal sealed class NewtonSystem<TLoss>
    where TLoss : ILoss<double>
{
    // The least that is added to a singular matrix, relative to its mean diagonal element. It biases a step by 1e-10 at
    // most where the data determine it, and the next step corrects that.
    private const double SmallestRidge = 1e-10;
    private const double RidgeGrowth = 100;

    private readonly LinearObjective<TLoss> _objective;
    private readonly double[] _hessian;
    private readonly double[] _factor;

    internal NewtonSystem(LinearObjective<TLoss> objective)
    {
        _objective = objective;
        _hessian = new double[objective.BlockLength * objective.BlockLength];
        _factor = new double[_hessian.Length];
    }

    /// <summary>Solves for the step at the point whose derivatives the objective keeps.</summary>
    /// <param name="gradient">The gradient.</param>
    /// <param name="damping">Added to the diagonal, relative to its mean; at least 0.</param>
    /// <param name="direction">The step: overwritten.</param>
    internal void Solve(ReadOnlySpan<double> gradient, double damping, Span<double> direction)
    {
        int order = _objective.BlockLength;
        for (int output = 0; output < _objective.Outputs; output++)
        {
            _objective.KeptHessian(output, _hessian);
            double scale = MeanDiagonal(order);
            double ridge = damping;
            while (!TryFactor(order, ridge * scale))
                ridge = Math.Max(SmallestRidge, ridge * RidgeGrowth);

            Span<double> block = direction.Slice(output * order, order);
            for (int i = 0; i < order; i++)
                block[i] = -gradient[(output * order) + i];
            Cholesky.Solve(_factor, order, block);
        }
    }

    private bool TryFactor(int order, double ridge)
    {
        _hessian.CopyTo(_factor, 0);
        for (int i = 0; i < order; i++)
            _factor[(i * order) + i] += ridge;

        return Cholesky.TryFactor(_factor, order);
    }

    // A loss without curvature has a diagonal of 0; then the unit of the standardised features serves.
    private double MeanDiagonal(int order)
    {
        double trace = 0.0;
        for (int i = 0; i < order; i++)
            trace += _hessian[(i * order) + i];

        return trace > 0 ? trace / order : 1;
    }
}
