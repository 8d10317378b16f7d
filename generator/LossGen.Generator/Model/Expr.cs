using System;
using LossGen.Generator.Functions;

namespace LossGen.Generator.Model;

/// <summary>Whether an expression is a number or a condition.</summary>
internal enum ExprKind
{
    Number,
    Condition,
}

/// <summary>
/// A node of a loss's formula: an immutable tree with value equality. Passes share equal subtrees (see <see cref="Calculus.ExprInterner"/>),
/// so that equality of interned nodes is a comparison of references.
/// </summary>
/// <remarks>
/// A row is not a value of its own: an element-wise expression over rows is an ordinary expression that reads its rows at
/// <see cref="Column"/>, and a reduction binds that variable. A sum over pairs of columns is a <see cref="Reduce"/> of a <see cref="SumOverOthers"/>,
/// which binds the second index variable, <see cref="OtherColumn"/>. Every node knows the indices it depends on.
/// </remarks>
internal abstract record Expr
{
    /// <summary>Of which the double is still an <c>int</c>.</summary>
    private const int MaximumSize = 1 << 29;

    private const int LongestSorted = 200;

    private readonly Fingerprint _fingerprint;

    private protected Expr(Fingerprint fingerprint, IndexSet indices, ExprKind kind, int size = 1)
    {
        _fingerprint = fingerprint;
        Indices = indices;
        ExprKind = kind;
        Size = size;
    }

    /// <summary>The index variables the value depends on: empty for a scalar of the sample.</summary>
    public IndexSet Indices { get; }

    public ExprKind ExprKind { get; }

    /// <summary>The operations when shared subexpressions are written out, up to a limit: what a pass costs that does not remember where it has been.</summary>
    public int Size { get; }

    public bool IsCondition => ExprKind == ExprKind.Condition;

    public override int GetHashCode() => _fingerprint.GetHashCode();

    public sealed override string ToString() => Printing.MathPrinter.Print(this);

    public virtual bool Equals(Expr? other) => ReferenceEquals(this, other);

    /// <summary>By which expressions are put in an order that depends on nothing but themselves: their text, or their fingerprint where the text is long.</summary>
    public string SortKey => Size <= LongestSorted ? ToString() : $"~{_fingerprint.First:X16}{_fingerprint.Second:X16}";

    private protected static int SizeWith(params ReadOnlySpan<Expr> children)
    {
        int size = 1;
        foreach (Expr child in children)
        {
            size = Math.Min(size + child.Size, MaximumSize);
        }

        return size;
    }

    /// <summary>Whether two nodes are the same in every part, by their fingerprints: to compare the parts would take as long as both are large, written out.</summary>
    private protected bool HasFingerprintOf(Expr? other) => other is not null && (ReferenceEquals(this, other) || _fingerprint == other._fingerprint);

    private protected static Fingerprint Print(int kind, params ReadOnlySpan<Expr> children)
    {
        Fingerprint print = Fingerprint.Of(kind);
        foreach (Expr child in children)
        {
            print = print.With(child._fingerprint);
        }

        return print;
    }

    public static implicit operator Expr(double value) => new Literal(value);

    public static Expr operator +(Expr left, Expr right) => Build.Add(left, right);

    public static Expr operator -(Expr left, Expr right) => Build.Subtract(left, right);

    public static Expr operator *(Expr left, Expr right) => Build.Multiply(left, right);

    public static Expr operator /(Expr left, Expr right) => Build.Divide(left, right);

    public static Expr operator -(Expr operand) => Build.Negate(operand);
}

/// <summary>A constant. It is rounded to the element type where it is used.</summary>
internal sealed record Literal : Expr
{
    public Literal(double value)
        : base(Print(1).With(BitConverter.DoubleToInt64Bits(value)), IndexSet.Empty, ExprKind.Number) => Value = value;

    public double Value { get; }

    public bool Equals(Literal? other) => HasFingerprintOf(other);

    public override int GetHashCode() => base.GetHashCode();
}

/// <summary>The constant conditions.</summary>
internal sealed record Truth : Expr
{
    public static readonly Truth True = new(true);
    public static readonly Truth False = new(false);

    private Truth(bool value)
        : base(Print(2).With(value ? 1 : 0), IndexSet.Empty, ExprKind.Condition) => Value = value;

    public bool Value { get; }

    public bool Equals(Truth? other) => HasFingerprintOf(other);

    public override int GetHashCode() => base.GetHashCode();
}

/// <summary>What a parameter of the loss is for.</summary>
internal enum InputRole
{
    Prediction,
    Target,
    Label,
    Hyperparameter,
}

/// <summary>A parameter of the loss: its role, its position among the parameters of that role, and the author's name for it.</summary>
internal sealed record Input(InputRole Role, int Position, string Name);

/// <summary>A scalar parameter: a number of the sample, or a hyperparameter. A <c>bool</c> hyperparameter is a condition.</summary>
internal sealed record Variable : Expr
{
    public Variable(Input input, ExprKind kind = ExprKind.Number)
        : base(Print(3).With(input).With((long)kind), IndexSet.Empty, kind) => Input = input;

    public Input Input { get; }

    public bool Equals(Variable? other) => HasFingerprintOf(other);

    public override int GetHashCode() => base.GetHashCode();
}

/// <summary>An element of a row parameter: <c>row[index]</c>. Element-wise use of a row reads it at <see cref="Column"/>.</summary>
internal sealed record Read : Expr
{
    public Read(Input row, Expr index)
        : base(Print(4, index).With(row), index.Indices, ExprKind.Number, SizeWith(index))
    {
        Row = row;
        Index = index;
    }

    public Input Row { get; }

    public Expr Index { get; }

    public bool Equals(Read? other) => HasFingerprintOf(other);

    public override int GetHashCode() => base.GetHashCode();
}

/// <summary>The index variable over the columns of a row, as a number.</summary>
internal sealed record Column : Expr
{
    public static readonly Column Instance = new();

    private Column()
        : base(Print(5), IndexSet.Columns, ExprKind.Number)
    {
    }

    public bool Equals(Column? other) => HasFingerprintOf(other);

    public override int GetHashCode() => base.GetHashCode();
}

/// <summary>The second index variable over the columns of a row, that of the other element of a pair.</summary>
internal sealed record OtherColumn : Expr
{
    public static readonly OtherColumn Instance = new();

    private OtherColumn()
        : base(Print(10), IndexSet.Others, ExprKind.Number)
    {
    }

    public bool Equals(OtherColumn? other) => HasFingerprintOf(other);

    public override int GetHashCode() => base.GetHashCode();
}

/// <summary>The number of columns of a row.</summary>
internal sealed record ColumnCount : Expr
{
    public static readonly ColumnCount Instance = new();

    private ColumnCount()
        : base(Print(6), IndexSet.Empty, ExprKind.Number)
    {
    }

    public bool Equals(ColumnCount? other) => HasFingerprintOf(other);

    public override int GetHashCode() => base.GetHashCode();
}

/// <summary>A function (an operator is one, too) applied to arguments. What is known about a function stands in its own file in <c>Functions</c>.</summary>
internal sealed record Call : Expr
{
    public Call(Function function, params EquatableArray<Expr> arguments)
        : base(Print(7, arguments.Items.AsSpan()).With(function.Name), IndexSet.Union(arguments), function.ExprKind, SizeWith(arguments.Items.AsSpan()))
    {
        Function = function;
        Arguments = arguments;
    }

    public Function Function { get; }

    public EquatableArray<Expr> Arguments { get; }

    public Expr this[int argument] => Arguments[argument];

    public bool Equals(Call? other) => HasFingerprintOf(other);

    public override int GetHashCode() => base.GetHashCode();
}

/// <summary>A choice of two numbers. Both are evaluated and blended; neither value nor derivative leaks from the branch not taken.</summary>
internal sealed record Select : Expr
{
    public Select(Expr condition, Expr whenTrue, Expr whenFalse)
        : base(
            Print(8, condition, whenTrue, whenFalse),
            IndexSet.Union(condition, whenTrue, whenFalse),
            ExprKind.Number,
            SizeWith(condition, whenTrue, whenFalse))
    {
        Condition = condition;
        WhenTrue = whenTrue;
        WhenFalse = whenFalse;
    }

    public Expr Condition { get; }

    public Expr WhenTrue { get; }

    public Expr WhenFalse { get; }

    public bool Equals(Select? other) => HasFingerprintOf(other);

    public override int GetHashCode() => base.GetHashCode();
}

/// <summary>The reductions that are nodes of their own; the others (mean, norm, variance, …) are compositions.</summary>
internal enum ReductionKind
{
    Sum,
    Product,
    Max,
    Min,
    LogSumExp,

    /// <summary>The largest, not counting NaN. It exists in lowered code only, beside a sum in which NaN shows.</summary>
    MaxOfNumbers,
}

/// <summary>A reduction of an element-wise expression over the columns. It binds <see cref="Column"/> in its body.</summary>
internal sealed record Reduce : Expr
{
    public Reduce(ReductionKind kind, Expr body)
        : base(Print(9, body).With((long)kind), body.Indices.Without(IndexSet.Columns), ExprKind.Number, SizeWith(body))
    {
        Kind = kind;
        Body = body;
    }

    public ReductionKind Kind { get; }

    public Expr Body { get; }

    public bool Equals(Reduce? other) => HasFingerprintOf(other);

    public override int GetHashCode() => base.GetHashCode();
}

/// <summary>
/// For each column, the sum of an expression of pairs over all other elements, the column's own among them. It binds <see cref="OtherColumn"/> in its
/// body, which depends on both index variables: <see cref="Build.SumOverOthers"/> makes of every other body something simpler.
/// </summary>
internal sealed record SumOverOthers : Expr
{
    public SumOverOthers(Expr body)
        : base(Print(11, body), body.Indices.Without(IndexSet.Others), ExprKind.Number, SizeWith(body)) => Body = body;

    public Expr Body { get; }

    public bool Equals(SumOverOthers? other) => HasFingerprintOf(other);

    public override int GetHashCode() => base.GetHashCode();
}
