using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Calculus;

/// <summary>A constant times factors to whole powers, which may be negative. The factors are in the order in which they were first seen.</summary>
internal sealed class Monomial
{
    private readonly List<KeyValuePair<Expr, int>> _powers;

    private Monomial(double coefficient, List<KeyValuePair<Expr, int>> powers) => (Coefficient, _powers) = (coefficient, powers);

    public double Coefficient { get; }

    public IEnumerable<KeyValuePair<Expr, int>> Powers => _powers;

    public static Monomial Constant(double value) => new(value, []);

    public static Monomial Of(Expr factor, int power) => new(1, [new(factor, power)]);

    public int PowerOf(Expr factor) => _powers.Where(power => power.Key.Equals(factor)).Select(static power => power.Value).FirstOrDefault();

    /// <summary>Whether the two differ by no more than their constants.</summary>
    public bool IsLike(Monomial other) => _powers.Count == other._powers.Count && _powers.All(power => other.PowerOf(power.Key) == power.Value);

    public Monomial WithCoefficient(double coefficient) => new(coefficient, _powers);

    /// <summary>The product. |x|·|x| is x², |x|·sign(x) is x and x·sign(x) is |x|, which removes kinks that are none; eˣ·e⁻ˣ is 1.</summary>
    public Monomial Times(Monomial other)
    {
        List<KeyValuePair<Expr, int>> powers = [.. _powers];
        foreach (KeyValuePair<Expr, int> factor in other._powers)
        {
            Raise(powers, factor.Key, factor.Value);
        }

        foreach (Call part in powers.Select(static power => power.Key).OfType<Call>().Where(static factor => factor.Function is Abs or Sign).ToList())
        {
            MergeSigns(powers, part[0]);
        }

        foreach (Call exponential in other._powers.Select(static factor => factor.Key).OfType<Call>().Where(static factor => factor.Function is Exp))
        {
            CancelExponentials(powers, exponential);
        }

        return new(Coefficient * other.Coefficient, powers);
    }

    public Monomial Without(Expr factor) => new(Coefficient, [.. _powers.Where(power => !power.Key.Equals(factor))]);

    /// <summary>Whether a factor is 0 or 1: (γ = 0 ? 0 : 1).</summary>
    public static bool IsGuard(Expr factor) => factor is Select { WhenTrue: Literal { Value: 0 }, WhenFalse: Literal { Value: 1 } };

    private static void MergeSigns(List<KeyValuePair<Expr, int>> powers, Expr number)
    {
        Expr sign = Sign.Of(number);
        Expr magnitude = Abs.Of(number);
        foreach ((Expr factor, Expr product) in new[] { (magnitude, number), (number, magnitude) })
        {
            if (PowerIn(powers, sign) == 1 && PowerIn(powers, factor) > 0)
            {
                Raise(powers, sign, -1);
                Raise(powers, factor, -1);
                Raise(powers, product, 1);
            }
        }

        int magnitudes = PowerIn(powers, magnitude);
        int even = magnitudes - (magnitudes % 2);
        if (even > 0)
        {
            Raise(powers, magnitude, -even);
            Raise(powers, number, even);
        }
    }

    private static void CancelExponentials(List<KeyValuePair<Expr, int>> powers, Call exponential)
    {
        Expr inverse = Exp.Of(-exponential[0]);
        int power = PowerIn(powers, exponential);
        int inverses = PowerIn(powers, inverse);
        if (power > 0 && inverses > 0)
        {
            int common = System.Math.Min(power, inverses);
            Raise(powers, exponential, -common);
            Raise(powers, inverse, -common);
        }
    }

    private static int PowerIn(List<KeyValuePair<Expr, int>> powers, Expr factor) => powers.Where(power => power.Key.Equals(factor)).Select(static power => power.Value).FirstOrDefault();

    private static void Raise(List<KeyValuePair<Expr, int>> powers, Expr factor, int by)
    {
        int position = powers.FindIndex(power => power.Key.Equals(factor));
        if (position < 0)
        {
            powers.Add(new(factor, by));
        }
        else if (IsGuard(factor))
        {
            // A guard is 0 or 1, and so is its square.
            return;
        }
        else if (powers[position].Value + by == 0)
        {
            powers.RemoveAt(position);
        }
        else
        {
            powers[position] = new(factor, powers[position].Value + by);
        }
    }
}
