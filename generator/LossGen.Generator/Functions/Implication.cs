using LossGen.Generator.Model;

namespace LossGen.Generator.Functions;

/// <summary>What one condition says about another.</summary>
internal static class Implication
{
    /// <summary>Whether <paramref name="other"/> holds wherever <paramref name="known"/> does (or does not); null if that does not decide it.</summary>
    public static bool? Decide(Expr known, bool holds, Expr other)
    {
        if (other.Equals(known))
        {
            return holds;
        }

        // A comparison that holds excludes those that say otherwise of the same numbers. One that fails says little: NaN fails them all.
        return holds && known is Call first && other is Call second && SameNumbers(first, second)
            ? Exclude(first.Function, Oriented(first, second)) ? false : null
            : null;
    }

    private static bool SameNumbers(Call first, Call second) =>
        first.Function is Comparison && second.Function is Comparison
        && ((first[0].Equals(second[0]) && first[1].Equals(second[1])) || (first[0].Equals(second[1]) && first[1].Equals(second[0])));

    /// <summary>The second comparison, read with the operands in the order of the first.</summary>
    private static Function Oriented(Call first, Call second) => first[0].Equals(second[0]) ? second.Function : second.Function switch
    {
        LessThan => GreaterThan.Instance,
        LessThanOrEqual => GreaterThanOrEqual.Instance,
        GreaterThan => LessThan.Instance,
        GreaterThanOrEqual => LessThanOrEqual.Instance,
        _ => second.Function,
    };

    private static bool Exclude(Function first, Function second) => (first, second) switch
    {
        (LessThan, GreaterThan or GreaterThanOrEqual or Equal) => true,
        (GreaterThan, LessThan or LessThanOrEqual or Equal) => true,
        (Equal, LessThan or GreaterThan or NotEqual) => true,
        (LessThanOrEqual, GreaterThan) => true,
        (GreaterThanOrEqual, LessThan) => true,
        (NotEqual, Equal) => true,
        _ => false,
    };
}
