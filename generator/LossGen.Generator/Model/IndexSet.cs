namespace LossGen.Generator.Model;

/// <summary>The index variables an expression depends on. This stage has one, over the columns of a row; later shapes add theirs as further bits.</summary>
internal readonly record struct IndexSet(int Bits)
{
    public static IndexSet Empty => default;

    public static IndexSet Columns => new(1);

    public bool IsEmpty => Bits == 0;

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
