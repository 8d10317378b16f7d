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
/// <see cref="Column"/>, the one index variable of this stage, and a reduction binds that variable. Every node knows the
/// indices it depends on.
/// </remarks>
internal abstract record Expr
{
    private readonly int _hash;

    private protected Expr(int hash, IndexSet indices, ExprKind kind)
    {
        _hash = hash;
        Indices = indices;
        ExprKind = kind;
    }

    /// <summary>The index variables the value depends on: empty for a scalar of the sample.</summary>
    public IndexSet Indices { get; }

    public ExprKind ExprKind { get; }

    public bool IsCondition => ExprKind == ExprKind.Condition;

    public override int GetHashCode() => _hash;

    public sealed override string ToString() => Printing.MathPrinter.Print(this);

    public virtual bool Equals(Expr? other) => ReferenceEquals(this, other);

    private protected static int Hash(int kind, int first, int second = 0, int third = 0) =>
        unchecked((((((kind * 397) ^ first) * 397) ^ second) * 397) ^ third);

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
        : base(Hash(1, value.GetHashCode()), IndexSet.Empty, ExprKind.Number) => Value = value;

    public double Value { get; }

    public bool Equals(Literal? other) => other is not null && BitConverter.DoubleToInt64Bits(Value) == BitConverter.DoubleToInt64Bits(other.Value);

    public override int GetHashCode() => base.GetHashCode();
}

/// <summary>The constant conditions.</summary>
internal sealed record Truth : Expr
{
    public static readonly Truth True = new(true);
    public static readonly Truth False = new(false);

    private Truth(bool value)
        : base(Hash(2, value ? 1 : 0), IndexSet.Empty, ExprKind.Condition) => Value = value;

    public bool Value { get; }

    public bool Equals(Truth? other) => other is not null && Value == other.Value;

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
        : base(Hash(3, input.GetHashCode()), IndexSet.Empty, kind) => Input = input;

    public Input Input { get; }

    public bool Equals(Variable? other) => other is not null && Input == other.Input && ExprKind == other.ExprKind;

    public override int GetHashCode() => base.GetHashCode();
}

/// <summary>An element of a row parameter: <c>row[index]</c>. Element-wise use of a row reads it at <see cref="Column"/>.</summary>
internal sealed record Read : Expr
{
    public Read(Input row, Expr index)
        : base(Hash(4, row.GetHashCode(), index.GetHashCode()), index.Indices, ExprKind.Number)
    {
        Row = row;
        Index = index;
    }

    public Input Row { get; }

    public Expr Index { get; }

    public bool Equals(Read? other) => ReferenceEquals(this, other) || (other is not null && GetHashCode() == other.GetHashCode() && Row == other.Row && Index.Equals(other.Index));

    public override int GetHashCode() => base.GetHashCode();
}

/// <summary>The index variable over the columns of a row, as a number.</summary>
internal sealed record Column : Expr
{
    public static readonly Column Instance = new();

    private Column()
        : base(Hash(5, 0), IndexSet.Columns, ExprKind.Number)
    {
    }

    public bool Equals(Column? other) => other is not null;

    public override int GetHashCode() => base.GetHashCode();
}

/// <summary>The number of columns of a row.</summary>
internal sealed record ColumnCount : Expr
{
    public static readonly ColumnCount Instance = new();

    private ColumnCount()
        : base(Hash(6, 0), IndexSet.Empty, ExprKind.Number)
    {
    }

    public bool Equals(ColumnCount? other) => other is not null;

    public override int GetHashCode() => base.GetHashCode();
}

/// <summary>A function (an operator is one, too) applied to arguments. What is known about a function stands in its own file in <c>Functions</c>.</summary>
internal sealed record Call : Expr
{
    public Call(Function function, params EquatableArray<Expr> arguments)
        : base(Hash(7, function.Name.GetHashCode(), arguments.GetHashCode()), IndexSet.Union(arguments), function.ExprKind)
    {
        Function = function;
        Arguments = arguments;
    }

    public Function Function { get; }

    public EquatableArray<Expr> Arguments { get; }

    public Expr this[int argument] => Arguments[argument];

    public bool Equals(Call? other) => ReferenceEquals(this, other) || (other is not null && GetHashCode() == other.GetHashCode()
        && ReferenceEquals(Function, other.Function) && Arguments.Equals(other.Arguments));

    public override int GetHashCode() => base.GetHashCode();
}

/// <summary>A choice of two numbers. Both are evaluated and blended; neither value nor derivative leaks from the branch not taken.</summary>
internal sealed record Select : Expr
{
    public Select(Expr condition, Expr whenTrue, Expr whenFalse)
        : base(
            Hash(8, condition.GetHashCode(), whenTrue.GetHashCode(), whenFalse.GetHashCode()),
            IndexSet.Union(condition, whenTrue, whenFalse),
            ExprKind.Number)
    {
        Condition = condition;
        WhenTrue = whenTrue;
        WhenFalse = whenFalse;
    }

    public Expr Condition { get; }

    public Expr WhenTrue { get; }

    public Expr WhenFalse { get; }

    public bool Equals(Select? other) => ReferenceEquals(this, other) || (other is not null && GetHashCode() == other.GetHashCode()
        && Condition.Equals(other.Condition) && WhenTrue.Equals(other.WhenTrue) && WhenFalse.Equals(other.WhenFalse));

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
}

/// <summary>A reduction of an element-wise expression over the columns. It binds <see cref="Column"/> in its body.</summary>
internal sealed record Reduce : Expr
{
    public Reduce(ReductionKind kind, Expr body)
        : base(Hash(9, (int)kind, body.GetHashCode()), body.Indices.Without(IndexSet.Columns), ExprKind.Number)
    {
        Kind = kind;
        Body = body;
    }

    public ReductionKind Kind { get; }

    public Expr Body { get; }

    public bool Equals(Reduce? other) => ReferenceEquals(this, other) || (other is not null && GetHashCode() == other.GetHashCode() && Kind == other.Kind && Body.Equals(other.Body));

    public override int GetHashCode() => base.GetHashCode();
}
