using System.Linq;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering;

/// <summary>What a reader would call a subexpression.</summary>
internal static class LocalNames
{
    public static string Suggest(Expr node) => node switch
    {
        Variable variable => variable.Input.Name,
        Read { Index: Column } read => read.Row.Name,
        Read { Index: OtherColumn } read => $"other{Capitalise(read.Row.Name)}",
        Read { Index: Variable index } read => $"{read.Row.Name}At{Capitalise(index.Input.Name)}",
        Read read => $"{read.Row.Name}At",
        Reduce reduce => $"{Suggest(reduce.Kind)}{Subject(reduce.Body)}",
        SumOverOthers sum => $"sumOverOthers{Subject(sum.Body)}",
        OtherColumn => "otherColumn",
        Select => "choice",
        Call { Function: Subtract } difference when difference[0] is Variable or Read && difference[1] is Variable or Read => "residual",
        Call { Function: ExpOfNonPositive } => "decay",
        Call { Function: DispatchedPow } => "power",
        Call { Function: DispatchedMultiple } => "multiple",
        Call { Function: Add } => "sum",
        Call { Function: Subtract } => "difference",
        Call { Function: Multiply } => "product",
        Call { Function: Divide } quotient when quotient[0].IsOne() => "reciprocal",
        Call { Function: Divide } => "quotient",
        Call { Function: Negate } negate => $"minus{Capitalise(Suggest(negate[0]))}",
        Call { IsCondition: true } => "condition",
        Call call => Lower(call.Function.Name),
        _ => "number",
    };

    private static string Suggest(ReductionKind kind) => kind switch
    {
        ReductionKind.Sum => "sumOf",
        ReductionKind.Product => "productOf",
        ReductionKind.Max or ReductionKind.MaxOfNumbers => "max",
        _ => "min",
    };

    /// <summary>The row that a reduction is over, if it is over a plain one; else a word for the terms.</summary>
    private static string Subject(Expr body) => body switch
    {
        Read read => Capitalise(read.Row.Name),
        Call call when call.Arguments.Items.OfType<Read>().Select(static read => read.Row).Distinct().Count() == 1 =>
            $"{call.Function.Name}{Capitalise(call.Arguments.Items.OfType<Read>().First().Row.Name)}",
        Call call => call.Function.Name,
        _ => "Terms",
    };

    private static string Capitalise(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name.Substring(1);

    private static string Lower(string name) => char.ToLowerInvariant(name[0]) + name.Substring(1);
}
