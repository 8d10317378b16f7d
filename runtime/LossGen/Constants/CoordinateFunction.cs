using System.Numerics;

namespace LossGen.Constants;

/// <summary>The loss as a function of one of the constants, while the others stay.</summary>
internal readonly ref struct CoordinateFunction<T> : ISlopeFunction
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ConstantObjective<T> _objective;
    private readonly double[] _constants;
    private readonly Slope[] _slopes;
    private readonly int _coordinate;
    private readonly CoordinateTargets<T> _targets;

    internal CoordinateFunction(scoped ref readonly ConstantObjective<T> objective, double[] constants, Slope[] slopes, int coordinate)
    {
        _objective = objective;
        _constants = constants;
        _slopes = slopes;
        _coordinate = coordinate;
        _targets = new CoordinateTargets<T>(in objective, coordinate);
    }

    internal double Minimum => _targets.Minimum;

    internal double Maximum => _targets.Maximum;

    /// <summary>Where to look first, in ascending order.</summary>
    internal double[] Starts() => _targets.Starts(_constants[_coordinate]);

    public Slope At(double x)
    {
        double kept = _constants[_coordinate];
        _constants[_coordinate] = x;
        _objective.Evaluate(_constants, _slopes);
        _constants[_coordinate] = kept;
        return _slopes[_coordinate];
    }

    public double KinkOf(double low, double high) => high == 0 || _targets.Contain(high) ? high : low;
}
