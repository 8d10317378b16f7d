using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Model;

namespace LossGen.Generator.Calculus;

/// <summary>The factors of a product, in whatever order: two products with the same factors have equal sets.</summary>
internal sealed class FactorSet : IEquatable<FactorSet>
{
    private readonly Dictionary<Expr, int> _powers = [];
    private readonly int _hash;

    public FactorSet(IEnumerable<Expr> factors)
    {
        foreach (Expr factor in factors)
        {
            _powers[factor] = PowerOf(factor) + 1;
            _hash = unchecked(_hash + factor.GetHashCode());
        }
    }

    public bool IsEmpty => _powers.Count == 0;

    /// <summary>How often a factor occurs.</summary>
    public int PowerOf(Expr factor) => _powers.TryGetValue(factor, out int power) ? power : 0;

    /// <summary>The factors that occur here, too, each at most as often as here.</summary>
    public List<Expr> Among(IEnumerable<Expr> factors)
    {
        Dictionary<Expr, int> taken = [];
        List<Expr> common = [];
        foreach (Expr factor in factors)
        {
            int before = taken.TryGetValue(factor, out int power) ? power : 0;
            if (before < PowerOf(factor))
            {
                taken[factor] = before + 1;
                common.Add(factor);
            }
        }

        return common;
    }

    /// <summary>The product, in an order that depends on the factors alone.</summary>
    public Expr ToProduct() => SumForm.Product(_powers
        .OrderBy(static factor => factor.Key.SortKey, StringComparer.Ordinal)
        .SelectMany(static factor => Enumerable.Repeat(factor.Key, factor.Value)));

    public bool Equals(FactorSet? other) => other is not null
        && _hash == other._hash
        && _powers.Count == other._powers.Count
        && _powers.All(factor => other.PowerOf(factor.Key) == factor.Value);

    public override bool Equals(object? obj) => Equals(obj as FactorSet);

    public override int GetHashCode() => _hash;
}
