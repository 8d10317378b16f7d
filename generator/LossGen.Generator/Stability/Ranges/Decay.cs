using System;
using System.Collections.Generic;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Stability.Ranges;

/// <summary>
/// Bounds of real products in which one factor grows and another decays faster, the gradients of robust losses: u/(c + u²), u·e^(−s·u²).
/// On an unbounded interval the product of the factors' intervals has no bound.
/// </summary>
internal sealed class Decay
{
    /// <summary>What the bound itself, computed in double, may be off.</summary>
    private const double Slack = 1e-12;

    private readonly RangeAnalysis _at;
    private readonly Dictionary<Expr, double> _powers = [];
    private readonly List<(Expr Base, double Constant, double Power)> _sums = [];
    private readonly List<(Expr Base, double Rate)> _gaussians = [];
    private double _rest = 1;

    private Decay(RangeAnalysis at) => _at = at;

    /// <summary>A bound of the product's magnitude; null if it has not the form.</summary>
    public static Interval? Of(RangeAnalysis at, Call product)
    {
        Decay decay = new(at);
        decay.Collect(product, 1);
        return decay.Bound() is { } bound && !double.IsNaN(bound) && !double.IsInfinity(bound) ? new(-bound * (1 + Slack), bound * (1 + Slack), MayBeNaN: true) : null;
    }

    private void Collect(Expr factor, double power)
    {
        switch (factor)
        {
            case Call { Function: Multiply } product:
                Collect(product[0], power);
                Collect(product[1], power);
                break;
            case Call { Function: Divide } quotient:
                Collect(quotient[0], power);
                Collect(quotient[1], -power);
                break;
            case Call { Function: Negate } negate:
                Collect(negate[0], power);
                break;
            case Call { Function: Square } square when power < 0 && SumOf(square[0]) is { } sum:
                AddSum(sum, -2 * power);
                break;
            case Call { Function: Square } square:
                Collect(square[0], 2 * power);
                break;
            case Call { Function: Sqrt } root:
                Collect(root[0], power / 2);
                break;
            case Call { Function: Add } when power < 0 && SumOf(factor) is { } sum:
                AddSum(sum, -power);
                break;
            case Call { Function: Exp } exp when power > 0 && RateOf(exp[0]) is { } gaussian:
                _gaussians.Add((gaussian.Base, power * gaussian.Rate));
                break;
            case Call { Function: Gaussian } gaussian when power > 0:
                _gaussians.Add((gaussian[0], power));
                break;
            case Call { Function: HalfGaussian } gaussian when power > 0:
                _gaussians.Add((gaussian[0], 0.5 * power));
                break;
            default:
                Interval range = _at.Of(factor).Magnitude();
                if (range.MayBeInfinite && power > 0)
                {
                    _powers[factor] = power + (_powers.TryGetValue(factor, out double known) ? known : 0);
                }
                else
                {
                    _rest *= range.IsEmpty ? double.NaN : Math.Pow(power > 0 ? range.High : range.Low, power);
                }

                break;
        }
    }

    /// <summary>The one growing factor against what decays with it: the largest value of uᵐ/(c + u²)ᵏ or uᵐ·e^(−s·u²), by calculus.</summary>
    private double? Bound()
    {
        if (_powers.Count != 1)
        {
            return null;
        }

        KeyValuePair<Expr, double> growing = First(_powers);
        foreach ((Expr @base, double rate) in _gaussians)
        {
            if (@base.Equals(growing.Key))
            {
                return _rest * OthersAreBounded(_gaussians.Count + _sums.Count) * Math.Pow(growing.Value / (2 * Math.E * rate), growing.Value / 2);
            }
        }

        double power = 0;
        double constant = double.NaN;
        foreach ((Expr Base, double Constant, double Power) sum in _sums)
        {
            if (!sum.Base.Equals(growing.Key) || (power > 0 && sum.Constant != constant))
            {
                return null;
            }

            (power, constant) = (power + sum.Power, sum.Constant);
        }

        double excess = (2 * power) - growing.Value;
        return excess < 0 || _gaussians.Count > 0 || power == 0 ? null
            : excess == 0 ? _rest
            : _rest * Math.Pow(growing.Value * constant / excess, growing.Value / 2) / Math.Pow(2 * power * constant / excess, power);
    }

    private static double OthersAreBounded(int decaying) => decaying == 1 ? 1 : double.NaN;

    private static KeyValuePair<Expr, double> First(Dictionary<Expr, double> powers)
    {
        using Dictionary<Expr, double>.Enumerator enumerator = powers.GetEnumerator();
        enumerator.MoveNext();
        return enumerator.Current;
    }

    /// <summary>c + s·u² is s·(c/s + u²).</summary>
    private void AddSum((Expr Base, double Constant, double Scale) sum, double power)
    {
        _sums.Add((sum.Base, sum.Constant / sum.Scale, power));
        _rest /= Math.Pow(sum.Scale, power);
    }

    /// <summary>c + s·u² with constants above 0.</summary>
    private static (Expr Base, double Constant, double Scale)? SumOf(Expr expression) => expression is not Call { Function: Add } sum ? null : (sum[0], sum[1]) switch
    {
        (Literal { Value: > 0 } constant, _) when SquareOf(sum[1]) is { } square => (square.Base, constant.Value, square.Scale),
        (_, Literal { Value: > 0 } constant) when SquareOf(sum[0]) is { } square => (square.Base, constant.Value, square.Scale),
        _ => null,
    };

    /// <summary>s·u², or u²/d.</summary>
    private static (Expr Base, double Scale)? SquareOf(Expr expression) => expression switch
    {
        Call { Function: Square } square => (square[0], 1),
        Call { Function: Multiply } product when product[0] is Literal { Value: > 0 } scale && product[1] is Call { Function: Square } square => (square[0], scale.Value),
        Call { Function: Divide } quotient when quotient[1] is Literal { Value: > 0 } divisor && quotient[0] is Call { Function: Square } square => (square[0], 1 / divisor.Value),
        _ => null,
    };

    /// <summary>−s·u².</summary>
    private static (Expr Base, double Rate)? RateOf(Expr exponent) => exponent switch
    {
        Call { Function: Negate } negate when negate[0] is Call { Function: Square } square => (square[0], 1),
        Call { Function: Multiply } product when product[0] is Literal { Value: < 0 } rate && product[1] is Call { Function: Square } square => (square[0], -rate.Value),
        _ => null,
    };
}
