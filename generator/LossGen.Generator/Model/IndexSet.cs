namespace LossGen.Generator.Model;

/// <summary>The index variables an expression depends on: the column of a row, and of a pair of columns the other one. Later shapes add theirs as further bits.</summary>
internal readonly record struct IndexSet(int Bits)
{
    public static IndexSet Empty => default;

    public static IndexSet Columns => new(1);

    public static IndexSet Others => new(2);

    public bool IsEmpty => Bits == 0;

    /// <summary>Whether the other column of a pair is among them.</summary>
    public bool HasOthers => (Bits & Others.Bits) != 0;

    /// <summary>Whether the column is among them.</summary>
    public bool HasColumns => (Bits & Columns.Bits) != 0;

    public static IndexSet Union(EquatableArray<Expr> expressions)
    {
        int bits = 0;
        foreach (Expr expression in expressions)
        {
            bits |= expression.Indices.Bits;
        }

        return new(bits);
    }

    public static IndexSet Union(Expr first, Expr second, Expr third) => new(first.Indices.Bits | second.Indices.Bits | third.Indices.Bits);

    public IndexSet Without(IndexSet bound) => new(Bits & ~bound.Bits);
}
