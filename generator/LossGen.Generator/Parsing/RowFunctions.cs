using System;
using System.Collections.Immutable;
using System.Linq;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;

namespace LossGen.Generator.Parsing;

/// <summary>A function of <c>LossMath</c> that treats a row as a whole, made of reductions and scalar functions.</summary>
/// <param name="Name">The name in <c>LossMath</c>.</param>
/// <param name="Parameters">The types of the parameters.</param>
/// <param name="Result">The type of the result.</param>
/// <param name="Build">The expression of a call.</param>
/// <param name="TakesPairs">Whether the elements may be those of pairs.</param>
internal sealed record RowFunction(string Name, ImmutableArray<TermType> Parameters, TermType Result, Func<ImmutableArray<Expr>, Expr> Build, bool TakesPairs = false);

/// <summary>The functions on rows.</summary>
internal static class RowFunctions
{
    private static readonly ImmutableArray<TermType> OneRow = [TermType.Row];

    private static readonly ImmutableArray<TermType> TwoRows = [TermType.Row, TermType.Row];

    public static ImmutableArray<RowFunction> All { get; } =
    [
        new("Sum", OneRow, TermType.Real, static x => Sum(x[0]), TakesPairs: true),
        new("Mean", OneRow, TermType.Real, static x => Mean(x[0]), TakesPairs: true),
        new("Product", OneRow, TermType.Real, static x => Written.Reduce(ReductionKind.Product, x[0])),
        new("Max", OneRow, TermType.Real, static x => Max(x[0])),
        new("Min", OneRow, TermType.Real, static x => Written.Reduce(ReductionKind.Min, x[0])),
        new("Dot", TwoRows, TermType.Real, static x => Dot(x[0], x[1]), TakesPairs: true),
        new("Norm", OneRow, TermType.Real, static x => Norm(x[0])),
        new("Norm1", OneRow, TermType.Real, static x => Sum(Written.Call(Abs.Instance, x[0]))),
        new("NormInf", OneRow, TermType.Real, static x => Max(Written.Call(Abs.Instance, x[0]))),
        new("LogSumExp", OneRow, TermType.Real, static x => LogSumExp(x[0])),
        new("SoftMax", OneRow, TermType.Row, static x => Written.Call(SoftMaxWeight.Instance, x[0], LogSumExp(x[0]))),
        new("LogSoftMax", OneRow, TermType.Row, static x => Written.Subtract(x[0], LogSumExp(x[0]))),
        new("CosineSimilarity", TwoRows, TermType.Real, static x => Written.Divide(Dot(x[0], x[1]), Written.Multiply(Norm(x[0]), Norm(x[1])))),
        new("Variance", OneRow, TermType.Real, static x => Mean(Written.Call(Square.Instance, Written.Subtract(x[0], Mean(x[0]))))),
        new("ArgMax", OneRow, TermType.Integer, static x => ArgMax(x[0])),
        new("Count", OneRow, TermType.Real, static x => CountOf(x[0]), TakesPairs: true),
        new("Count", [TermType.RowCondition], TermType.Real, static x => Sum(Build.Select(x[0], Build.One, Build.Zero)), TakesPairs: true),
        new("OneHot", [TermType.Integer], TermType.Row, static x => Build.Select(Build.Call(Equal.Instance, Column.Instance, x[0]), Build.One, Build.Zero)),
    ];

    private static readonly ILookup<string, RowFunction> ByName = All.ToLookup(static function => function.Name, StringComparer.Ordinal);

    /// <summary>The function of a name, or null: the overload that takes the first argument, else the first overload.</summary>
    public static RowFunction? Find(string name, TermType? firstArgument)
    {
        RowFunction[] overloads = [.. ByName[name]];
        return overloads.FirstOrDefault(overload => overload.Parameters[0] == firstArgument) ?? overloads.FirstOrDefault();
    }

    private static Expr Sum(Expr row) => row.Indices.HasOthers ? Written.SumOverPairs(row) : Written.Reduce(ReductionKind.Sum, row);

    private static Expr CountOf(Expr row) => row.Indices.HasOthers ? Build.Call(Square.Instance, ColumnCount.Instance) : ColumnCount.Instance;

    private static Expr Dot(Expr left, Expr right) => Sum(Written.Multiply(left, right));

    private static Expr Mean(Expr row) => Written.Divide(Sum(row), CountOf(row));

    private static Expr Max(Expr row) => Written.Reduce(ReductionKind.Max, row);

    private static Expr LogSumExp(Expr row) => Written.Reduce(ReductionKind.LogSumExp, row);

    private static Expr Norm(Expr row) => Written.Call(NormRoot.Instance, Sum(Written.Call(Square.Instance, row)));

    /// <summary>The first column that holds the maximum.</summary>
    private static Expr ArgMax(Expr row) => Written.Reduce(
        ReductionKind.Min,
        Build.Select(Build.Call(Equal.Instance, row, Max(row)), Column.Instance, new Literal(double.PositiveInfinity)));
}
