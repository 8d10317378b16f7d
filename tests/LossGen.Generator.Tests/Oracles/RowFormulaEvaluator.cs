using LossGen.Generator.Model;

namespace LossGen.Generator.Tests.Oracles;

/// <summary>Evaluates a formula over one row in double, as written: what it loses in rounding, it loses.</summary>
internal static class RowFormulaEvaluator
{
    private const int NoColumn = -1;

    public static double Evaluate(Expr formula, IReadOnlyDictionary<Input, double[]> rows, IReadOnlyDictionary<Input, double> scalars, int column = NoColumn)
    {
        int columns = rows.Values.First().Length;
        return Number(formula, column);

        double Number(Expr node, int at) => node switch
        {
            Literal literal => literal.Value,
            Truth truth => truth.Value ? 1 : 0,
            Column => at,
            ColumnCount => columns,
            Variable variable => scalars[variable.Input],
            Read read => rows[read.Row][(int)Number(read.Index, at)],
            Select select => Number(select.Condition, at) != 0 ? Number(select.WhenTrue, at) : Number(select.WhenFalse, at),
            Reduce reduce => Reduction(reduce.Kind, [.. Enumerable.Range(0, columns).Select(i => Number(reduce.Body, i))]),
            Call call => call.Function.Evaluate([.. call.Arguments.Items.Select(argument => Number(argument, at))]),
            _ => throw new ArgumentException($"{node.GetType().Name} is unknown."),
        };
    }

    private static double Reduction(ReductionKind kind, double[] terms) => kind switch
    {
        ReductionKind.Sum => terms.Sum(),
        ReductionKind.Product => terms.Aggregate(1.0, static (product, term) => product * term),
        ReductionKind.Max or ReductionKind.MaxOfNumbers => terms.Max(),
        ReductionKind.Min => terms.Min(),
        _ => terms.Max() + Math.Log(terms.Sum(term => Math.Exp(term - terms.Max()))),
    };
}
