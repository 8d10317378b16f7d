using System.Linq;
using LossGen.Generator.Calculus;
using LossGen.Generator.Model;

namespace LossGen.Generator.Functions;

/// <summary>Builds expressions. Constants are folded and each function's own simplifications applied, so that no pass needs to clean up after another.</summary>
internal static class Build
{
    public static readonly Expr Zero = new Literal(0);
    public static readonly Expr One = new Literal(1);
    public static readonly Expr Half = new Literal(0.5);

    public static Expr Call(Function function, params EquatableArray<Expr> arguments)
    {
        if (function.ExprKind == ExprKind.Number && arguments.Items.All(static argument => argument is Literal))
        {
            double value = function.Evaluate([.. arguments.Items.Select(static argument => ((Literal)argument).Value)]);
            return value == 0 ? Zero : new Literal(value);
        }

        if (function.ExprKind == ExprKind.Number && arguments.Items is [Select { WhenTrue: Literal, WhenFalse: Literal } choice])
        {
            return Select(choice.Condition, Call(function, choice.WhenTrue), Call(function, choice.WhenFalse));
        }

        Call call = new(function, arguments);
        return function.Simplify(call) ?? call;
    }

    public static Expr Add(Expr left, Expr right) => Call(Functions.Add.Instance, left, right);

    public static Expr Subtract(Expr left, Expr right) => Call(Functions.Subtract.Instance, left, right);

    public static Expr Multiply(Expr left, Expr right) => Call(Functions.Multiply.Instance, left, right);

    public static Expr Divide(Expr left, Expr right) => Call(Functions.Divide.Instance, left, right);

    public static Expr Negate(Expr operand) => Call(Functions.Negate.Instance, operand);

    public static Expr Select(Expr condition, Expr whenTrue, Expr whenFalse) => condition switch
    {
        Truth truth => truth.Value ? whenTrue : whenFalse,
        _ when whenTrue.Equals(whenFalse) => whenTrue,
        Call { Function: Not } not => Select(not[0], whenFalse, whenTrue),
        _ when whenTrue is Select inner && Implication.Decide(condition, holds: true, inner.Condition) is { } taken =>
            Select(condition, taken ? inner.WhenTrue : inner.WhenFalse, whenFalse),
        _ when whenFalse is Select inner && Implication.Decide(condition, holds: false, inner.Condition) is { } taken =>
            Select(condition, whenTrue, taken ? inner.WhenTrue : inner.WhenFalse),
        _ => new Select(condition, whenTrue, whenFalse),
    };

    /// <summary>A reduction over the columns. A body that does not depend on the column, or a factor of it that does not, is taken out.</summary>
    public static Expr Reduce(ReductionKind kind, Expr body)
    {
        if (!body.Indices.IsEmpty)
        {
            return kind == ReductionKind.Sum ? ReduceSum(body) : new Reduce(kind, body);
        }

        return kind switch
        {
            ReductionKind.Sum => TimesCount(body),
            ReductionKind.Product => Pow.Of(body, ColumnCount.Instance),
            ReductionKind.LogSumExp => body + Log.Of(ColumnCount.Instance),
            _ => body,
        };
    }

    public static Expr Sum(Expr body) => Reduce(ReductionKind.Sum, body);

    /// <summary>
    /// For each column the sum over the other column of a pair. What does not depend on the other column is taken out, and a sum that does not depend
    /// on the column itself is a plain one. A choice that the column makes stays outside the sum, where it guards what is multiplied with the sum.
    /// </summary>
    public static Expr SumOverOthers(Expr body) => body switch
    {
        { Indices.HasOthers: false } => TimesCount(body),
        { Indices.HasColumns: false } => Sum(Substitution.AtOther(body, Column.Instance)),
        Select select when ConditionOfColumn(select) is { } condition => Select(
            condition, SumOverOthers(Decide(select, holds: true)), SumOverOthers(Decide(select, holds: false))),
        Select { WhenFalse: Literal { Value: 0 }, Condition: Call { Function: Equal } isLabel } select when isLabel[0] is OtherColumn && !isLabel[1].Indices.HasOthers =>
            Substitution.AtOther(select.WhenTrue, isLabel[1]),
        Call { Function: Functions.Negate } negate => -SumOverOthers(negate[0]),
        Call { Function: Functions.Multiply } product when !product[0].Indices.HasOthers => product[0] * SumOverOthers(product[1]),
        Call { Function: Functions.Multiply } product when !product[1].Indices.HasOthers => SumOverOthers(product[0]) * product[1],
        Call { Function: Functions.Divide } quotient when !quotient[1].Indices.HasOthers => SumOverOthers(quotient[0]) / quotient[1],
        _ => new SumOverOthers(body),
    };

    /// <summary>As many times as there are columns. A choice with a 0 stays one.</summary>
    private static Expr TimesCount(Expr term) => term is Select ? Masked.Multiply(ColumnCount.Instance, term) : term.IsZero() ? Zero : ColumnCount.Instance * term;

    /// <summary>The first condition that does not depend on the other column, among choices of which each is one branch of another whose other one is 0.</summary>
    private static Expr? ConditionOfColumn(Expr choice) => choice switch
    {
        Select { Condition.Indices.HasOthers: false } select => select.Condition,
        Select select when select.WhenFalse.IsZero() => ConditionOfColumn(select.WhenTrue),
        Select select when select.WhenTrue.IsZero() => ConditionOfColumn(select.WhenFalse),
        _ => null,
    };

    /// <summary>The choice where the condition of the column holds, or does not.</summary>
    private static Expr Decide(Expr choice, bool holds) => choice switch
    {
        Select { Condition.Indices.HasOthers: false } select => holds ? select.WhenTrue : select.WhenFalse,
        Select select when ConditionOfColumn(select.WhenTrue) is not null && select.WhenFalse.IsZero() => Select(select.Condition, Decide(select.WhenTrue, holds), Zero),
        Select select => Select(select.Condition, Zero, Decide(select.WhenFalse, holds)),
        _ => choice,
    };

    /// <summary>The sum over all pairs of columns.</summary>
    public static Expr SumOverPairs(Expr body) => Sum(SumOverOthers(body));

    public static bool IsZero(this Expr expression) => expression is Literal { Value: 0 };

    public static bool IsOne(this Expr expression) => expression is Literal { Value: 1 };

    /// <summary>Σ a·f(i) = a·Σ f(i) where a does not depend on i; Σ −f = −Σ f; a sum over one column, that of a label, is its term; softmax weights add up to 1.
    /// A choice that the row makes stays outside the sum, where it guards what is multiplied with the sum.</summary>
    private static Expr ReduceSum(Expr body) => body switch
    {
        Select select when select.Condition.Indices.IsEmpty => Select(select.Condition, Sum(select.WhenTrue), Sum(select.WhenFalse)),
        Select { WhenFalse: Literal { Value: 0 }, WhenTrue: Select inner } outer when inner.Condition.Indices.IsEmpty && (inner.WhenTrue.IsZero() || inner.WhenFalse.IsZero()) =>
            Select(inner.Condition, Sum(Select(outer.Condition, inner.WhenTrue, Zero)), Sum(Select(outer.Condition, inner.WhenFalse, Zero))),
        Select { WhenFalse: Literal { Value: 0 }, Condition: Call { Function: Equal } isLabel } select
            when isLabel[0] is Column && isLabel[1].Indices.IsEmpty && !ReductionAdjoint.AsksForExtremum(select.WhenTrue) =>
            Substitution.AtColumn(select.WhenTrue, isLabel[1]),
        Call { Function: SoftMaxWeight } weight when weight[1] is Reduce { Kind: ReductionKind.LogSumExp } sum && sum.Body.Equals(weight[0]) => One,
        Call { Function: Functions.Negate } negate => -Sum(negate[0]),
        Call { Function: Functions.Multiply } product when product[0].Indices.IsEmpty => product[0] * Sum(product[1]),
        Call { Function: Functions.Multiply } product when product[1].Indices.IsEmpty => Sum(product[0]) * product[1],
        Call { Function: Functions.Divide } quotient when quotient[1].Indices.IsEmpty => Sum(quotient[0]) / quotient[1],
        _ => new Reduce(ReductionKind.Sum, body),
    };
}
