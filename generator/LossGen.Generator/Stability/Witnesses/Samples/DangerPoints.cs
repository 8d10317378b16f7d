using System;
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
/// Between a point with less and a point with more lies one that hits it; where there is no such pair, as of 1 + sin x, the operand may still touch it.
/// </summary>
internal sealed class DangerPoints
{
    private const int Bisections = 45;

    /// <summary>An operand that stays farther from its danger at hundreds of points does not touch it.</summary>
    private const double Reach = 0.5;

    private const double FirstStep = 0.25;

    /// <summary>Steps down to the last digit of a float.</summary>
    private const int Halvings = 26;

    private readonly ImmutableArray<Danger> _dangers;
    private readonly double[]?[] _below;
    private readonly double[]?[] _above;
    private readonly bool[] _isHit;
    private readonly (float Distance, double[]? Point)[] _nearest;

    public DangerPoints(Tape tape)
    {
        _dangers = [.. tape.Steps.SelectMany(step => DangersOf(step).Select(danger => new Danger(tape.Steps[step.Children[danger.Child]].FirstCell, danger.Target))).Distinct()];
        _below = new double[]?[_dangers.Length];
        _above = new double[]?[_dangers.Length];
        _isHit = new bool[_dangers.Length];
        _nearest = [.. _dangers.Select(static _ => (float.PositiveInfinity, (double[]?)null))];
    }

    /// <summary>Takes note of an evaluated point.</summary>
    public void Watch(double[] point, Evaluation<float, SingleArithmetic> evaluation)
    {
        for (int index = 0; index < _dangers.Length; index++)
        {
            float value = evaluation.Value(_dangers[index].Cell);
            _isHit[index] |= value == _dangers[index].Target;
            float distance = (float)Math.Abs(value - _dangers[index].Target);
            if (distance < _nearest[index].Distance)
            {
                _nearest[index] = (distance, point);
            }

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
            if (_isHit[index])
            {
                continue;
            }

            if (_below[index] is not { } below || _above[index] is not { } above)
            {
                if (Touch(index, space, observation) is { } touching)
                {
                    yield return touching;
                }

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

    /// <summary>Walks from the nearest point, one input at a time and in ever smaller steps, as long as that brings the operand nearer; null if it stays away.</summary>
    private double[]? Touch(int index, InputSpace space, Observation observation)
    {
        (float distance, double[]? point) = _nearest[index];
        if (point is null || distance > Reach)
        {
            return null;
        }

        for (int halving = 0; halving < Halvings && distance > 0; halving++)
        {
            for (int slot = 0; slot < point.Length; slot++)
            {
                double step = FirstStep * Math.Max(1, Math.Abs(point[slot])) / (1L << halving);
                foreach (double moved in new[] { point[slot] + step, point[slot] - step })
                {
                    double[] next = (double[])point.Clone();
                    next[slot] = space.Slots[slot].Nearest(moved);
                    if (next[slot] != point[slot] && !space.Slots[slot].IsOfSimplex && DistanceAt(next) is var closer && closer < distance)
                    {
                        (distance, point) = (closer, next);
                        break;
                    }
                }
            }
        }

        return distance == 0 ? point : null;

        float DistanceAt(double[] candidate)
        {
            observation.MoveTo(candidate, withTangents: false);
            return (float)Math.Abs(observation.Single.Value(_dangers[index].Cell) - _dangers[index].Target);
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
        { Function: Sin or Cos or Tan } => [(0, 0.5 * Math.PI), (0, -0.5 * Math.PI), (0, Math.PI), (0, -Math.PI)],
        _ => [],
    };

    /// <summary>A value of an operand at which something fails.</summary>
    private readonly record struct Danger(int Cell, double Target);
}
