using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using LossGen.Generator.Functions;
using LossGen.Generator.Stability.Witnesses.Arithmetics;
using LossGen.Generator.Stability.Witnesses.Tapes;
using LossGen.Generator.Stability.Witnesses.Verdicts;

namespace LossGen.Generator.Stability.Witnesses.Samples;

/// <summary>
/// Solves for the inputs that take an operand to where its function fails: the argument of a logarithm to 0, that of an exponential to 89.
/// Between a point with less and a point with more lies one that hits it.
/// </summary>
internal sealed class DangerPoints
{
    private const int Bisections = 45;

    private readonly ImmutableArray<Danger> _dangers;
    private readonly double[]?[] _below;
    private readonly double[]?[] _above;
    private readonly bool[] _isHit;

    public DangerPoints(Tape tape)
    {
        _dangers = [.. tape.Steps.SelectMany(step => DangersOf(step).Select(danger => new Danger(tape.Steps[step.Children[danger.Child]].FirstCell, danger.Target))).Distinct()];
        _below = new double[]?[_dangers.Length];
        _above = new double[]?[_dangers.Length];
        _isHit = new bool[_dangers.Length];
    }

    /// <summary>Takes note of an evaluated point.</summary>
    public void Watch(double[] point, Evaluation<float, SingleArithmetic> evaluation)
    {
        for (int index = 0; index < _dangers.Length; index++)
        {
            float value = evaluation.Value(_dangers[index].Cell);
            _isHit[index] |= value == _dangers[index].Target;
            if (value < _dangers[index].Target)
            {
                _below[index] ??= point;
            }
            else if (value > _dangers[index].Target)
            {
                _above[index] ??= point;
            }
        }
    }

    /// <summary>Points on both sides of every danger that was not hit, as near as floats come.</summary>
    public IEnumerable<double[]> Solve(InputSpace space, Observation observation)
    {
        for (int index = 0; index < _dangers.Length; index++)
        {
            if (_isHit[index] || _below[index] is not { } below || _above[index] is not { } above)
            {
                continue;
            }

            for (int bisection = 0; bisection < Bisections; bisection++)
            {
                double[] middle = new double[below.Length];
                for (int slot = 0; slot < middle.Length; slot++)
                {
                    middle[slot] = space.Slots[slot].Nearest(0.5 * (below[slot] + above[slot]));
                }

                if (middle.SequenceEqual(below) || middle.SequenceEqual(above))
                {
                    break;
                }

                observation.MoveTo(middle, withTangents: false);
                if (observation.Single.Value(_dangers[index].Cell) < _dangers[index].Target)
                {
                    below = middle;
                }
                else
                {
                    above = middle;
                }
            }

            yield return below;
            yield return above;
        }
    }

    private static IEnumerable<(int Child, double Target)> DangersOf(TapeStep step) => step switch
    {
        { Operation: TapeOperation.Divide } => [(1, 0)],
        { Function: Log or Log2 or Log10 or Sqrt or Cbrt or Pow or LogGamma or Digamma or Log1MExp } => [(0, 0)],
        { Function: XLogY or Atan2 } => [(1, 0)],
        { Function: LogP1 } => [(0, -1)],
        { Function: XLogP1Y } => [(1, -1)],
        { Function: Exp or ExpM1 or Cosh or Sinh } => [(0, 89), (0, -89), (0, -104)],
        { Function: Acos or Asin or Atanh } => [(0, 1), (0, -1)],
        { Function: Acosh } => [(0, 1)],
        _ => [],
    };

    /// <summary>A value of an operand at which something fails.</summary>
    private readonly record struct Danger(int Cell, double Target);
}
