using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;

namespace LossGen.Generator.Stability.Fixes;

/// <summary>How a formula is written where it is to stand.</summary>
/// <param name="TextOf">The author's own text of a subexpression, or null.</param>
/// <param name="NameOf">A function of <c>LossMath</c>, qualified if need be.</param>
/// <param name="IsDouble">Whether literals are doubles rather than floats.</param>
internal sealed record FormulaStyle(Func<Expr, Printed?> TextOf, Func<string, string> NameOf, bool IsDouble);

/// <summary>Writes expressions as C#, in the language of losses. Null where the language has no name for something.</summary>
internal static class FormulaWriter
{
    public static Printed? Print(Expr expression, FormulaStyle style) => Of(expression, style);

    private static Printed? Of(Expr expression, FormulaStyle style) => style.TextOf(expression) ?? expression switch
    {
        Literal literal => OfLiteral(literal.Value, style),
        Truth truth => Printed.Primary(truth.Value ? "true" : "false"),
        Call call => OfCall(call, style),
        Select select => OfSelect(select, style),
        Reduce { Kind: ReductionKind.Sum, Body: Call { Function: Multiply } product } => OfNamed(style, "Dot", product[0], product[1]),
        Reduce { Kind: ReductionKind.Sum, Body: SumOverOthers pairs } => OfNamed(style, "Sum", pairs.Body),
        Reduce reduce => OfNamed(style, reduce.Kind.ToString(), reduce.Body),
        _ => null,
    };

    private static Printed? OfLiteral(double value, FormulaStyle style)
    {
        if (double.IsNaN(value) || double.IsInfinity(value))
        {
            return null;
        }

        string text = Math.Abs(value).ToString("R", CultureInfo.InvariantCulture).Replace("E-0", "e-").Replace("E", "e").Replace("e+", "e");
        bool isInteger = text.All(static character => character is >= '0' and <= '9') && text.Length < 10;
        text += isInteger ? "" : style.IsDouble ? (text.IndexOfAny(['.', 'e']) < 0 ? ".0" : "") : "f";
        return value < 0 ? new Printed($"-{text}", Precedence.Unary) : Printed.Primary(text);
    }

    private static Printed? OfCall(Call call, FormulaStyle style) => call.Function switch
    {
        Negate when call[0] is Call { Function: Softplus } softplus && Opposite(softplus[0]) is { } opposite => OfNamed(style, "LogSigmoid", opposite),
        Negate => OfUnary(call[0], style),
        Add => OfBinary(call, "+", Precedence.Additive, Precedence.Additive, style),
        Subtract when LogSoftMaxOf(call) is var (row, index) => OfElement(style, "LogSoftMax", row, index),
        Subtract => OfBinary(call, "-", Precedence.Additive, Precedence.Multiplicative, style),
        Multiply => OfBinary(call, "*", Precedence.Multiplicative, Precedence.Unary, style),
        Divide when call[1] is ColumnCount && call[0] is Reduce { Kind: ReductionKind.Sum, Body: not SumOverOthers } sum => OfMean(sum.Body, style),
        Divide => OfBinary(call, "/", Precedence.Multiplicative, Precedence.Unary, style),
        Remainder => OfBinary(call, "%", Precedence.Multiplicative, Precedence.Unary, style),
        LessThan => OfBinary(call, "<", Precedence.Additive, Precedence.Additive, style),
        LessThanOrEqual => OfBinary(call, "<=", Precedence.Additive, Precedence.Additive, style),
        GreaterThan => OfBinary(call, ">", Precedence.Additive, Precedence.Additive, style),
        GreaterThanOrEqual => OfBinary(call, ">=", Precedence.Additive, Precedence.Additive, style),
        Equal => OfBinary(call, "==", Precedence.Additive, Precedence.Additive, style),
        NotEqual => OfBinary(call, "!=", Precedence.Additive, Precedence.Additive, style),
        Gaussian => OfNamed(style, "Exp", -Square.Of(call[0])),
        OneMinusSquare => Of(Written.Multiply(Build.One - call[0], Build.One + call[0]), style),
        NormRoot when call[0] is Reduce { Kind: ReductionKind.Sum, Body: Call { Function: Square } square } => OfNamed(style, "Norm", square[0]),
        SoftMaxWeight when call[1] is Reduce { Kind: ReductionKind.LogSumExp } normaliser && ElementOf(normaliser.Body, call[0]) is var (isElement, index) && isElement =>
            OfElement(style, "SoftMax", normaliser.Body, index),
        _ when FunctionCatalog.Find(call.Function.Name) is not null && call.Function is not Truncate => OfNamed(style, call.Function.Name, [.. call.Arguments.Items]),
        _ => null,
    };

    private static Printed? OfUnary(Expr operand, FormulaStyle style) =>
        Of(operand, style) is { } printed ? new Printed($"-{printed.Within(Precedence.Primary)}", Precedence.Unary) : null;

    private static Printed? OfBinary(Call call, string symbol, Precedence left, Precedence right, FormulaStyle style)
    {
        Precedence own = symbol is "+" or "-" ? Precedence.Additive : symbol is "*" or "/" or "%" ? Precedence.Multiplicative : Precedence.Comparison;
        return Of(call[0], style) is { } first && Of(call[1], style) is { } second
            ? new Printed($"{first.Within(left)} {symbol} {second.Within(right)}", own)
            : null;
    }

    private static Printed? OfNamed(FormulaStyle style, string name, params Expr[] arguments)
    {
        List<string> texts = [];
        foreach (Expr argument in arguments)
        {
            if (Of(argument, style) is not { } printed)
            {
                return null;
            }

            texts.Add(printed.Text);
        }

        return Printed.Primary($"{style.NameOf(name)}({string.Join(", ", texts)})");
    }

    private static Printed? OfSelect(Select select, FormulaStyle style) => select switch
    {
        { Condition: Call { Function: Equal } isLabel, WhenTrue: Literal { Value: 1 }, WhenFalse: Literal { Value: 0 } } when isLabel[0] is Column => OfNamed(style, "OneHot", isLabel[1]),
        { Condition: Call { Function: Equal } isLabel, WhenTrue: Literal { Value: 1 }, WhenFalse: Literal { Value: 0 } } when isLabel[0] is OtherColumn =>
            OfNamed(style, "OneHot", isLabel[1]) is { } oneHot ? Printed.Primary($"{style.NameOf("Other")}({oneHot.Text})") : null,
        { Condition.Indices.IsEmpty: false } => OfNamed(style, "Select", select.Condition, select.WhenTrue, select.WhenFalse),
        _ when Of(select.Condition, style) is { } condition && Of(select.WhenTrue, style) is { } whenTrue && Of(select.WhenFalse, style) is { } whenFalse =>
            new Printed($"{condition.Within(Precedence.Or)} ? {whenTrue.Within(Precedence.Or)} : {whenFalse.Within(Precedence.Conditional)}", Precedence.Conditional),
        _ => null,
    };

    /// <summary>The mean of squared differences from the mean is the variance.</summary>
    private static Printed? OfMean(Expr terms, FormulaStyle style) =>
        terms is Call { Function: Square } square && square[0] is Call { Function: Subtract } centred
        && centred[1].MeanTerms() is { } averaged && averaged.Equals(centred[0])
            ? OfNamed(style, "Variance", averaged)
            : OfNamed(style, "Mean", terms);

    /// <summary>A function of a row, or one element of it.</summary>
    private static Printed? OfElement(FormulaStyle style, string name, Expr row, Expr? index)
    {
        if (OfNamed(style, name, row) is not { } whole)
        {
            return null;
        }

        return index is null ? whole : Of(index, style) is { } position ? Printed.Primary($"{whole.Text}[{position.Text}]") : null;
    }

    private static (Expr Row, Expr? Index)? LogSoftMaxOf(Call difference) =>
        difference[1] is Reduce { Kind: ReductionKind.LogSumExp } normaliser && ElementOf(normaliser.Body, difference[0]) is (true, var index)
            ? (normaliser.Body, index)
            : null;

    /// <summary>Whether an expression is a row, or an element of it, and which.</summary>
    private static (bool IsElement, Expr? Index) ElementOf(Expr row, Expr expression)
    {
        if (expression.Equals(row))
        {
            return (true, null);
        }

        Expr? index = Calculus.ExprOrder.ChildrenFirst(expression, Calculus.ExprChildren.Of).OfType<Read>().Select(static read => read.Index).FirstOrDefault(static index => index is not Column and not OtherColumn);
        return index is not null && Calculus.Substitution.AtColumn(row, index).Equals(expression) ? (true, index) : (false, null);
    }

    private static Expr? Opposite(Expr expression) => expression switch
    {
        Call { Function: Negate } negate => negate[0],
        Call { Function: Subtract } difference => difference[1] - difference[0],
        _ => null,
    };
}
