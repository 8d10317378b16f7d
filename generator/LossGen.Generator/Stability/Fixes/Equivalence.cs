using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using LossGen.Generator.Calculus;
using LossGen.Generator.Model;
using LossGen.Generator.Stability.Learning;
using LossGen.Generator.Stability.Shadows;
using LossGen.Generator.Stability.Witnesses.Arithmetics;

namespace LossGen.Generator.Stability.Fixes;

/// <summary>How two formulas for one loss compare, measured in shadow numbers at points all over the domain.</summary>
/// <param name="IsEquivalent">Whether values and gradients are the same wherever both are finite.</param>
/// <param name="IsSimilar">Whether they differ by no more than a guard does: by 10⁻³, and at a few points.</param>
internal sealed record Equivalence(bool IsEquivalent, bool IsSimilar)
{
    private const int Samples = 48;

    /// <summary>Below it, numbers count as zero.</summary>
    private const double Smallest = 1e-30;

    /// <summary>A guard may add to a loss of zero what its author would not notice.</summary>
    private const double Noticeable = 1e-2;

    /// <summary>Fewer points prove nothing.</summary>
    private const int FewestCompared = 6;

    public static Equivalence Of(LossModel before, LossModel after)
    {
        int columns = System.Math.Max(Point.Columns, System.Math.Max(before.MinimumColumns, after.MinimumColumns));
        ImmutableArray<Point> points = PointSampling.Of(before, columns, Samples);
        int compared = 0;
        int different = 0;
        int farApart = 0;
        foreach ((Expr left, Expr right) in Parts(before).Zip(Parts(after), static (left, right) => (left, right)))
        {
            PointEvaluation<Shadow, ShadowArithmetic> first = new(left, columns);
            PointEvaluation<Shadow, ShadowArithmetic> second = new(right, columns);
            foreach (Point point in points)
            {
                foreach ((Shadow one, Shadow other) in first.At(point).Zip(second.At(point), static (one, other) => (one, other)))
                {
                    if (one.IsFinite && other.IsFinite && !one.IsUncertain && !other.IsUncertain)
                    {
                        compared++;
                        different += Difference(one, other, Smallest) > 1e-9 ? 1 : 0;
                        farApart += Difference(one, other, Noticeable) > 1e-3 ? 1 : 0;
                    }
                }
            }
        }

        return new(compared >= FewestCompared && different == 0, compared >= FewestCompared && farApart <= compared / 5);
    }

    /// <summary>The value, and the gradient by each prediction, both with links.</summary>
    private static IEnumerable<Expr> Parts(LossModel model)
    {
        ExprInterner interner = new();
        Expr value = interner.Intern(Links.ApplyAsWritten(model.Value.Root, model.Parameters));
        yield return value;
        foreach (LossParameter prediction in model.OfRole(InputRole.Prediction))
        {
            yield return Differentiation.Gradient(value, prediction.Input, interner);
        }
    }

    /// <summary>The difference, relative to the larger number, but at least to a floor.</summary>
    private static double Difference(Shadow left, Shadow right, double floor)
    {
        Shadow difference = left - right;
        double scale = System.Math.Max(System.Math.Max(System.Math.Abs(left.ToDouble()), System.Math.Abs(right.ToDouble())), floor);
        return System.Math.Abs(difference.ToDouble()) / scale;
    }
}
