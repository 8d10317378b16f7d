using System.Runtime.CompilerServices;

namespace LossGen.Constants;

/// <summary>A sum whose error does not grow with the number of terms (A. Neumaier 1974).</summary>
internal struct CompensatedSum
{
    private double _sum;
    private double _correction;

    internal readonly double Total => double.IsFinite(_correction) ? _sum + _correction : _sum;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Add(double term)
    {
        double sum = _sum + term;
        _correction += Math.Abs(_sum) >= Math.Abs(term) ? _sum - sum + term : term - sum + _sum;
        _sum = sum;
    }
}
