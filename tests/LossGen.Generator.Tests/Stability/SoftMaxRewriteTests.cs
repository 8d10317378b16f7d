using System.Globalization;
using LossGen.Generator.Functions;
using LossGen.Generator.Lowering;
using LossGen.Generator.Model;
using LossGen.Generator.Stability;
using LossGen.Generator.Tests.Oracles;
using Xunit;

namespace LossGen.Generator.Tests.Stability;

/// <summary>Rewrites over rows keep the digits that are lost where one column has all of the weight. Expected values are from mpmath 1.2.1 with 60 digits.</summary>
public sealed class SoftMaxRewriteTests
{
    private static readonly Input Scores = new(InputRole.Prediction, 0, "z");
    private static readonly Input Shares = new(InputRole.Target, 0, "q");
    private static readonly Variable Label = new(new Input(InputRole.Label, 0, "k"));
    private static readonly Variable C = new(new Input(InputRole.Hyperparameter, 0, "c"));

    private static readonly Expr Score = new Read(Scores, Column.Instance);
    private static readonly Expr LabelScore = new Read(Scores, Label);
    private static readonly Expr Share = new Read(Shares, Column.Instance);
    private static readonly Expr LogSumExp = Build.Reduce(ReductionKind.LogSumExp, Score);
    private static readonly Expr P = SoftMaxWeight.Of(Score, LogSumExp);
    private static readonly Expr W = SoftMaxWeight.Of(LabelScore, LogSumExp);
    private static readonly Expr IsLabel = Build.Call(Equal.Instance, Column.Instance, Label);
    private static readonly Expr Tempered = Build.Reduce(ReductionKind.LogSumExp, Score / C);

    private static readonly Dictionary<string, Expr> Formulas = new()
    {
        ["p − p²"] = P - Square.Of(P),
        ["(Σq)·p − q"] = (Build.Sum(Share) * P) - Share,
        ["log Σe^(z − max z)"] = Build.Reduce(ReductionKind.LogSumExp, Score - Build.Reduce(ReductionKind.Max, Score)),
        ["log Σe^(z − z[k])"] = Build.Reduce(ReductionKind.LogSumExp, Score - LabelScore),
        ["log Σe^(z/c) − z[k]/c"] = Tempered - (LabelScore / C),
        ["p/c − (i = k ? 1/c : 0)"] = (P / C) + Build.Select(IsLabel, -(Build.One / C), Build.Zero),
        ["(1 + c·w)·p − (i = k ? 1 + c·w : 0)"] = ((Build.One + (C * W)) * P) + Build.Select(IsLabel, -(Build.One + (C * W)), Build.Zero),
        ["(c = 0 ? 0 : c·w) − 2·w² + w³ + w − (c = 0 ? 0 : c·w²)"] =
            Build.Select(Equal.Of(C, Build.Zero), Build.Zero, C * W) - (2 * Square.Of(W)) + Cube.Of(W) + W - Build.Select(Equal.Of(C, Build.Zero), Build.Zero, C * Square.Of(W)),
        ["log(1 + Σe^(z − z[k]))"] = Log.Of(Build.One + Build.Sum(Exp.Of(Score - LabelScore))),
        ["log1p(Σ(i = k ? 0 : e^(z − z[k])))"] = LogP1.Of(Build.Sum(Build.Select(IsLabel, Build.Zero, Exp.Of(Score - LabelScore)))),
        ["log(2 + Σ(1 − (i = k))·e^z)"] = Log.Of(2 + Build.Sum(Exp.Of(Score) * (Build.One - Build.Select(IsLabel, Build.One, Build.Zero)))),
        ["log Σ(i = k ? 0.25 : 4)·e^z"] = Log.Of(Build.Sum(Build.Select(IsLabel, new Literal(0.25), new Literal(4)) * Exp.Of(Score))),
        ["w^c"] = Pow.Of(W, C),
        ["1 − cos(z, q)"] = Build.One - (Build.Sum(Score * Share) / (NormRoot.Of(Build.Sum(Square.Of(Score))) * NormRoot.Of(Build.Sum(Square.Of(Share))))),
    };

    /// <summary>Formula, scores, shares, label, c, column, value.</summary>
    public static TheoryData<string, double[], double[], int, double, int, double> Extremes => new()
    {
        { "p − p²", [40, 0, 0], [1, 0, 0], 0, 1, 0, 8.496708510583178e-18 },
        { "p − p²", [0, 300, -5], [1, 0, 0], 0, 1, 1, 5.182888522651306e-131 },
        { "(Σq)·p − q", [40, 0, -1], [1, 0, 0], 0, 1, 0, -5.811236444626578e-18 },
        { "(Σq)·p − q", [40, 0, -1], [0.75, 0, 0], 0, 1, 0, -4.358427333469933e-18 },
        { "(Σq)·p − q", [200, 0, -1], [1, 0, 0], 0, 1, 1, 1.3838965267367376e-87 },
        { "log Σe^(z − max z)", [50, 0, 0], [1, 0, 0], 0, 1, 0, 3.8574996959278356e-22 },
        { "log Σe^(z − z[k])", [50, 0, 1], [1, 0, 0], 0, 1, 0, 7.171635511327382e-22 },
        { "log Σe^(z − z[k])", [50, 0, 1], [1, 0, 0], 2, 1, 0, 49.0 },
        { "log Σe^(z/c) − z[k]/c", [9000, 1000, -2000], [1, 0, 0], 1, 0.07, 0, 114285.71428571428 },
        { "log Σe^(z/c) − z[k]/c", [1, -1, -1], [1, 0, 0], 0, 0.07, 0, 7.809374086400014e-13 },
        { "log Σe^(z/c) − z[k]/c", [1, -1, -1], [1, 0, 0], 1, -0.07, 0, 0.6931471805601406 },
        { "p/c − (i = k ? 1/c : 0)", [40, 0, 3], [1, 0, 0], 0, 0.07, 0, -1.2796975787533177e-15 },
        { "p/c − (i = k ? 1/c : 0)", [40, 0, 3], [1, 0, 0], 0, 0.07, 2, 1.2190068036777234e-15 },
        { "(1 + c·w)·p − (i = k ? 1 + c·w : 0)", [40, 0, 3], [1, 0, 0], 0, 2, 0, -2.687364915381967e-16 },
        { "(1 + c·w)·p − (i = k ? 1 + c·w : 0)", [40, 0, 3], [1, 0, 0], 0, 2, 1, 1.2745062765874765e-17 },
        { "(c = 0 ? 0 : c·w) − 2·w² + w³ + w − (c = 0 ? 0 : c·w²)", [40, 0, 3], [1, 0, 0], 0, 0.5, 0, 4.478941525636612e-17 },
        { "(c = 0 ? 0 : c·w) − 2·w² + w³ + w − (c = 0 ? 0 : c·w²)", [40, 0, 3], [1, 0, 0], 0, 0, 0, 8.024366876028807e-33 },
        { "1 − cos(z, q)", [1, 2, 3], [1, 2, 3.03125], 0, 1, 0, 1.2290765088300125e-5 },
        { "log(1 + Σe^(z − z[k]))", [1000, 0, -5], [1, 0, 0], 1, 1, 0, 1000.0 },
        { "log(1 + Σe^(z − z[k]))", [-800, 0, 3], [1, 0, 0], 2, 1, 0, 0.7177359186667026 },
        { "log1p(Σ(i = k ? 0 : e^(z − z[k])))", [1000, 0, -5], [1, 0, 0], 1, 1, 0, 1000.0 },
        { "log1p(Σ(i = k ? 0 : e^(z − z[k])))", [0, -50, -60], [1, 0, 0], 0, 1, 0, 1.9288374130715447e-22 },
        { "log1p(Σ(i = k ? 0 : e^(z − z[k])))", [900, 900, -900], [1, 0, 0], 2, 1, 0, 1800.69314718056 },
        { "log(2 + Σ(1 − (i = k))·e^z)", [1000, 0, -5], [1, 0, 0], 0, 1, 0, 1.1008557525530398 },
        { "log(2 + Σ(1 − (i = k))·e^z)", [-5, 1000, 0], [1, 0, 0], 0, 1, 0, 1000.0 },
        { "log(2 + Σ(1 − (i = k))·e^z)", [-900, -800, -700], [1, 0, 0], 1, 1, 0, 0.6931471805599453 },
        { "log Σ(i = k ? 0.25 : 4)·e^z", [1000, 0, -5], [1, 0, 0], 0, 1, 0, 998.6137056388801 },
        { "log Σ(i = k ? 0.25 : 4)·e^z", [-1000, -2000, -1000.5], [1, 0, 0], 1, 1, 0, -998.1396286547 },
        { "w^c", [0, 1000, -5], [1, 0, 0], 0, 0.5, 0, 7.124576406741286e-218 },
    };

    public static TheoryData<string> Names => [.. Formulas.Keys];

    [Theory]
    [MemberData(nameof(Extremes))]
    public void Rewritten_KeepsItsDigits(string formula, double[] scores, double[] shares, int label, double c, int column, double expected)
    {
        double actual = Evaluate(Expansion.Expand(Rewriter.Finish(Formulas[formula])), scores, shares, label, c, column);

        Assert.True(Math.Abs(actual - expected) <= 2e-13 * Math.Abs(expected), string.Create(CultureInfo.InvariantCulture, $"{actual:R} instead of {expected:R}"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Rewritten_IsTheFormula_AtOrdinaryScores(string formula)
    {
        Expr rewritten = Rewriter.Finish(Formulas[formula]);
        foreach (double[] scores in (double[][])[[0.5, -1, 2], [1, 1, 1], [-3, 0.25, -0.5]])
        {
            foreach (double c in (double[])[0, 0.5, -2])
            {
                for (int column = 0; column < 3; column++)
                {
                    double expected = Evaluate(Formulas[formula], scores, [0.5, 0.25, 0.125], label: 1, c, column);
                    double actual = Evaluate(rewritten, scores, [0.5, 0.25, 0.125], label: 1, c, column);

                    Assert.True(
                        !double.IsFinite(expected) || Math.Abs(actual - expected) <= 1e-13 * (1 + Math.Abs(expected)),
                        string.Create(CultureInfo.InvariantCulture, $"{formula} at [{string.Join(", ", scores)}], c = {c}, column {column}: {actual:R} instead of {expected:R}"));
                }
            }
        }
    }

    private static double Evaluate(Expr formula, double[] scores, double[] shares, int label, double c, int column) => RowFormulaEvaluator.Evaluate(
        formula,
        new Dictionary<Input, double[]> { [Scores] = scores, [Shares] = shares },
        new Dictionary<Input, double> { [Label.Input] = label, [C.Input] = c },
        column);
}
