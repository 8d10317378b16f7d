using LossGen.Generator.Model;

namespace LossGen.Generator.Parsing;

/// <summary>What a subexpression of the source is in C#. It decides shapes, and whether a division would be one of integers.</summary>
internal enum TermType
{
    /// <summary><c>int</c>: labels, counts, integer literals.</summary>
    Integer,

    /// <summary><c>float</c> or <c>double</c>; the language does not tell them apart.</summary>
    Real,

    /// <summary>A row of numbers.</summary>
    Row,

    /// <summary><c>bool</c>.</summary>
    Condition,

    /// <summary>A row of conditions.</summary>
    RowCondition,
}

/// <summary>The meaning of a subexpression of the source. A row's expression reads its rows at <see cref="Column"/>.</summary>
internal sealed record Term(Expr Expression, TermType Type)
{
    public bool IsNumber => Type is TermType.Integer or TermType.Real or TermType.Row;

    public bool IsCondition => !IsNumber;

    /// <summary>Whether there is one value per column.</summary>
    public bool IsRow => Type is TermType.Row or TermType.RowCondition;

    /// <summary>Whether there is one value per pair of columns. C# calls that a row, too.</summary>
    public bool IsPairs => IsRow && Expression.Indices.HasOthers;

    /// <summary>What it is, for messages.</summary>
    public string Describe() => IsPairs ? "pairs of elements" : Type.Describe();
}
