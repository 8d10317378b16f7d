using System.Collections.Immutable;
using System.Linq;
using LossGen.Generator.Model;

namespace LossGen.Generator.Lowering;

/// <summary>A local of straight-line code, what it holds, and the lowest order of evaluation that needs it.</summary>
internal sealed record Step(string Name, Expr Value, EvaluationOrder Order = EvaluationOrder.Value);

/// <summary>A number that depends on hyperparameters only: computed once per call, in double, and kept in a field of the kernel.</summary>
internal sealed record KernelField(string Name, Expr Value);

/// <summary>How much of a loss an evaluation computes; each order contains those before it.</summary>
internal enum EvaluationOrder
{
    Value,
    Gradient,
    Hessian,
}

/// <summary>A derivative by the prediction at a position.</summary>
internal sealed record DerivativeOutput(EvaluationOrder Order, int Prediction, Expr Value);

/// <summary>What a kernel computes of a few vectors of elements before the rest: steps, and the results that it keeps.</summary>
internal sealed record ElementStage(ImmutableArray<Step> Steps, ImmutableArray<Expr> Results)
{
    public static readonly ElementStage None = new([], []);
}

/// <summary>Straight-line code for one element: steps, the derivatives, and the value.</summary>
/// <param name="Steps">The locals.</param>
/// <param name="Derivatives">The derivatives, of all orders.</param>
/// <param name="Value">The loss.</param>
/// <param name="Functions">How many functions are computed that take a polynomial or more.</param>
internal sealed record ElementProgram(ImmutableArray<Step> Steps, ImmutableArray<DerivativeOutput> Derivatives, Expr Value, int Functions);

/// <summary>An accumulator of a pass, and the lowest order of evaluation that needs it.</summary>
internal sealed record Accumulator(string Name, Reduce Reduce, EvaluationOrder Order);

/// <summary>One of the sums over the other column of a pair, and the lowest order of evaluation that needs it.</summary>
internal sealed record PairSum(string Name, SumOverOthers Sum, EvaluationOrder Order);

/// <summary>The loop over the other columns that a pass runs for a column, or for several side by side.</summary>
/// <param name="Captures">The numbers of the row and of the column that it reads.</param>
/// <param name="Steps">Its steps for one other column.</param>
/// <param name="Sums">What it sums up.</param>
internal sealed record PairLoop(ImmutableArray<Step> Captures, ImmutableArray<Step> Steps, ImmutableArray<PairSum> Sums);

/// <summary>One loop over the columns.</summary>
/// <param name="Order">The lowest order of evaluation that runs it.</param>
/// <param name="Captures">The numbers of the row that it reads.</param>
/// <param name="StepsBeforePairs">Its steps for a column, or for several side by side, that the loop over pairs needs.</param>
/// <param name="Pairs">The loop over the other columns; null without sums over pairs.</param>
/// <param name="Steps">Its other steps.</param>
/// <param name="Reads">What it reads of what an earlier pass kept, if derivatives are wanted.</param>
/// <param name="Keeps">What it keeps for a later pass.</param>
/// <param name="Accumulators">What it sums up.</param>
/// <param name="Derivatives">What it hands over.</param>
/// <param name="NextRowOf">The row prediction whose next row it asks memory for; null for none.</param>
internal sealed record Pass(
    EvaluationOrder Order,
    ImmutableArray<Step> Captures,
    ImmutableArray<Step> StepsBeforePairs,
    PairLoop? Pairs,
    ImmutableArray<Step> Steps,
    ImmutableArray<Kept> Reads,
    ImmutableArray<Kept> Keeps,
    ImmutableArray<Accumulator> Accumulators,
    ImmutableArray<DerivativeOutput> Derivatives,
    Input? NextRowOf);

/// <summary>Steps on numbers of the row, and the pass that needs them.</summary>
internal sealed record RowStage(ImmutableArray<Step> Steps, Pass Pass);

/// <summary>What an order of evaluation computes of a row beyond the orders before it: stages, and then steps for derivatives by scalar predictions, or for the value.</summary>
internal sealed record RowBlock(EvaluationOrder Order, ImmutableArray<RowStage> Stages, ImmutableArray<Step> Steps, ImmutableArray<DerivativeOutput> Derivatives);

/// <summary>Code for one row: a block for each order of evaluation, and the value, which is known after the first.</summary>
internal sealed record RowProgram(ImmutableArray<RowBlock> Blocks, Expr Value)
{
    /// <summary>All passes, in their order.</summary>
    public ImmutableArray<Pass> Passes { get; } = [.. Blocks.SelectMany(static block => block.Stages).Select(static stage => stage.Pass)];
}
