using System;
using System.Globalization;
using System.Linq;
using LossGen.Generator.Model;

namespace LossGen.Generator.Printing;

/// <summary>Prints an expression as plain mathematics, for docs and debugging.</summary>
internal static class MathPrinter
{
    /// <summary>The operations, written out, up to which a sentence has room for the whole expression.</summary>
    private const int LongSentence = 48;

    /// <summary>The operations from which a part of a long expression is left out.</summary>
    private const int LongPart = 16;

    public static string Print(Expr expression) => ToPrinted(expression, static _ => null).Text;

    /// <summary>Prints an expression; subexpressions for which <paramref name="name"/> gives a name print as that name.</summary>
    public static string Print(Expr expression, Func<Expr, string?> name) => ToPrinted(expression, name).Text;

    /// <summary>Prints an expression for a sentence: of a long one, the parts that are themselves long are left out.</summary>
    public static string PrintBriefly(Expr expression) => expression.Size <= LongSentence
        ? Print(expression)
        : Print(expression, part => !ReferenceEquals(part, expression) && part.Size >= LongPart ? "…" : null);

    /// <summary>The shortest decimal that parses back to the same double.</summary>
    public static string Print(double value) => value switch
    {
        double.PositiveInfinity => "∞",
        double.NegativeInfinity => "−∞",
        Math.PI => "π",
        _ => value.ToString("R", CultureInfo.InvariantCulture).Replace("-", "−"),
    };

    private static Printed ToPrinted(Expr expression, Func<Expr, string?> name)
    {
        if (name(expression) is { } known)
        {
            return Printed.Primary(known);
        }

        return expression switch
        {
            Literal literal => new(Print(literal.Value), literal.Value < 0 ? Precedence.Unary : Precedence.Primary),
            Truth truth => Printed.Primary(truth.Value ? "true" : "false"),
            Variable variable => Printed.Primary(variable.Input.Name),
            Read { Index: Column } read => Printed.Primary($"{read.Row.Name}ᵢ"),
            Read { Index: OtherColumn } read => Printed.Primary($"{read.Row.Name}ⱼ"),
            Read read => Printed.Primary($"{read.Row.Name}[{ToPrinted(read.Index, name).Text}]"),
            Column => Printed.Primary("i"),
            OtherColumn => Printed.Primary("j"),
            ColumnCount => Printed.Primary("n"),
            Call call => call.Function.Print([.. call.Arguments.Items.Select(argument => ToPrinted(argument, name))]),
            Select select => PrintSelect(select, name),
            Reduce { Kind: ReductionKind.Sum, Body: SumOverOthers pairs } when name(pairs) is null => Printed.Primary($"Σᵢⱼ({ToPrinted(pairs.Body, name).Text})"),
            SumOverOthers sum => Printed.Primary($"Σⱼ({ToPrinted(sum.Body, name).Text})"),
            Reduce reduce => Printed.Primary($"{NameOf(reduce.Kind)}ᵢ({ToPrinted(reduce.Body, name).Text})"),
            _ => throw new ArgumentException($"Unknown expression {expression.GetType().Name}.", nameof(expression)),
        };
    }

    private static Printed PrintSelect(Select select, Func<Expr, string?> name)
    {
        string condition = ToPrinted(select.Condition, name).Within(Precedence.Or);
        string whenTrue = ToPrinted(select.WhenTrue, name).Within(Precedence.Or);
        string whenFalse = ToPrinted(select.WhenFalse, name).Within(Precedence.Conditional);
        return new($"{condition} ? {whenTrue} : {whenFalse}", Precedence.Conditional);
    }

    private static string NameOf(ReductionKind kind) => kind switch
    {
        ReductionKind.Sum => "Σ",
        ReductionKind.Product => "Π",
        ReductionKind.Max or ReductionKind.MaxOfNumbers => "max",
        ReductionKind.Min => "min",
        _ => "logΣexp",
    };
}
