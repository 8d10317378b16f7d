using LossGen.Generator.Model;

namespace LossGen.Generator.Tests.Oracles;

/// <summary>Evaluates a formula over one row in double, as written: what it loses in rounding, it loses.</summary>
internal static class RowFormulaEvaluator
{
    private const int NoColumn = -1;

    public static double Evaluate(Expr formula, IReadOnlyDictionary<Input, double[]> rows, IReadOnlyDictionary<Input, double> scalars, int column = NoColumn)
    {
        int columns = rows.Values.First().Length;
        return Number(formula, column, NoColumn);

        double Number(Expr node, int at, int other) => node switch
        {
            Literal literal => literal.Value,
            Truth truth => truth.Value ? 1 : 0,
            Column => at,
            OtherColumn => other,
            ColumnCount => columns,
            Variable variable => scalars[variable.Input],
            Read read => rows[read.Row][(int)Number(read.Index, at, other)],
            Select select => Number(select.Condition, at, other) != 0 ? Number(select.WhenTrue, at, other) : Number(select.WhenFalse, at, other),
            Reduce reduce => Reduction(reduce.Kind, [.. Enumerable.Range(0, columns).Select(i => Number(reduce.Body, i, NoColumn))]),
            SumOverOthers sum => Enumerable.Range(0, columns).Sum(j => Number(sum.Body, at, j)),
            Call call => call.Function.Evaluate([.. call.Arguments.Items.Select(argument => Number(argument, at, other))]),
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
