namespace LossGen.Generator.Parsing;

/// <summary>The conversions between the types of the language, and their names for messages.</summary>
internal static class TermTypes
{
    public static string Describe(this TermType type) => type switch
    {
        TermType.Integer => "an integer",
        TermType.Real => "a number",
        TermType.Row => "a row",
        TermType.Condition => "a condition",
        _ => "a row of conditions",
    };

    /// <summary>The type of an operation on both: a row spreads over numbers, a real number over integers. Null for a number and a condition.</summary>
    public static TermType? Join(TermType left, TermType right) => (left, right) switch
    {
        _ when left == right => left,
        (TermType.Integer or TermType.Real or TermType.Row, TermType.Integer or TermType.Real or TermType.Row) =>
            left == TermType.Row || right == TermType.Row ? TermType.Row : TermType.Real,
        (TermType.Condition or TermType.RowCondition, TermType.Condition or TermType.RowCondition) => TermType.RowCondition,
        _ => null,
    };

    /// <summary>The type, spread over the columns if <paramref name="isRow"/>.</summary>
    public static TermType Lift(TermType type, bool isRow) => type switch
    {
        _ when !isRow => type,
        TermType.Condition or TermType.RowCondition => TermType.RowCondition,
        _ => TermType.Row,
    };

    /// <summary>Whether C# converts implicitly: an integer to a real number, and anything to itself.</summary>
    public static bool ConvertsTo(this TermType from, TermType to) => from == to || (from == TermType.Integer && to == TermType.Real);
}
