using System.ComponentModel;
using LossGen.Simd;

namespace LossGen.Evaluation;

/// <summary>
/// The mathematics of a loss over rows. A kernel is a straight line of passes over the columns and of steps on numbers of
/// the row in between; it does not know whether the lanes of a vector are samples or columns.
/// </summary>
/// <typeparam name="TSelf">The kernel itself: a struct whose fields are the hyperparameters.</typeparam>
/// <typeparam name="T">The element type, <see cref="float"/> or <see cref="double"/>.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IRowKernel<TSelf, T>
    where TSelf : struct, IRowKernel<TSelf, T>
    where T : unmanaged
{
    /// <summary>The loss of the row (or of the <c>V.Count</c> rows) at hand; hands the derivatives that are wanted to the row, or column by column to the elements of a pass.</summary>
    static abstract V Evaluate<V, TOrder, TRow>(in TSelf kernel, TOrder order, ref TRow row)
        where V : struct, ISimdVector<V, T>
        where TOrder : struct, IEvaluationOrder
        where TRow : struct, IRow<V, T>;
}

/// <summary>What a kernel sees of the row (or of the <c>V.Count</c> rows) at hand. Numbers of the row fill all lanes alike when the lanes are columns.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IRow<V, T> : IDerivativeSink<V>
    where V : struct, ISimdVector<V, T>
    where T : unmanaged
{
    /// <summary>The number of columns, in every lane.</summary>
    V Columns { get; }

    /// <summary>A scalar prediction, by its position among all predictions.</summary>
    V Prediction(int position);

    /// <summary>A scalar target, by its position among all targets (labels not counted).</summary>
    V Target(int position);

    /// <summary>A label, as a number, by its position among the labels.</summary>
    V Label(int position);

    /// <summary>One column of a row prediction: <c>prediction[column]</c>. The column is clamped to the row.</summary>
    V PredictionAt(int position, V column);

    /// <summary>One column of a row target: <c>target[column]</c>. The column is clamped to the row.</summary>
    V TargetAt(int position, V column);

    /// <summary>One column of a hyperparameter that is a row: <c>hyperparameter[column]</c>, by its position among those. The column is clamped to the row.</summary>
    V HyperparameterAt(int position, V column);

    /// <summary>Runs a pass over all columns, in order.</summary>
    void Run<TOrder, TPass>(TOrder order, ref TPass pass)
        where TOrder : struct, IEvaluationOrder
        where TPass : struct, IRowPass<TPass, V, T>;

    /// <summary>Completes a sum that a pass accumulated: adds the lanes when these are columns.</summary>
    V Sum(V accumulator);

    /// <summary>Completes a product.</summary>
    V Product(V accumulator);

    /// <summary>Completes a maximum.</summary>
    V Max(V accumulator);

    /// <summary>Completes a minimum.</summary>
    V Min(V accumulator);
}

/// <summary>The body of one loop over the columns: a struct whose fields are accumulators and the numbers of the row that the body needs.</summary>
/// <typeparam name="TSelf">The struct itself.</typeparam>
/// <typeparam name="V">The vector.</typeparam>
/// <typeparam name="T">The element type, <see cref="float"/> or <see cref="double"/>.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IRowPass<TSelf, V, T>
    where TSelf : struct, IRowPass<TSelf, V, T>
    where V : struct, ISimdVector<V, T>
    where T : unmanaged
{
    /// <summary>
    /// The row prediction, by its position, whose next row memory is asked for while this loop computes; −1 for none. A loop that only compares or adds waits
    /// for memory, and one that computes exponentials does not use it: the one can load what the other will wait for.
    /// </summary>
    static virtual int NextRowOf => -1;

    /// <summary>One column (of <c>V.Count</c> samples), or <c>V.Count</c> columns (of one sample).</summary>
    void Step<TOrder, TElement>(TOrder order, in TElement at)
        where TOrder : struct, IEvaluationOrder
        where TElement : struct, IRowElement<V, T>;

    /// <summary>
    /// Takes the accumulators of a copy that has run. The whole copy would have to be kept whole for that: fields that the evaluation does not use would be
    /// moved by a call, over which the others cannot stay in registers.
    /// </summary>
    void TakeResults<TOrder>(TOrder order, in TSelf run)
        where TOrder : struct, IEvaluationOrder;
}

/// <summary>The inputs of one column, or of <c>V.Count</c> neighbouring columns. The other column of a pair, of one sample, fills all lanes alike.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IRowColumn<V, T>
    where V : struct, ISimdVector<V, T>
    where T : unmanaged
{
    /// <summary>The number of the column, from 0.</summary>
    V Column { get; }

    /// <summary>The column's element of a row prediction, by its position among all predictions.</summary>
    V Prediction(int position);

    /// <summary>The column's element of a row target, by its position among all targets (labels not counted).</summary>
    V Target(int position);

    /// <summary>The column's element of a hyperparameter that is a row, by its position among those.</summary>
    V Hyperparameter(int position);
}

/// <summary>What the body of a pass sees of one column, or of <c>V.Count</c> neighbouring columns.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IRowElement<V, T> : IRowColumn<V, T>
    where V : struct, ISimdVector<V, T>
    where T : unmanaged
{
    /// <summary>Runs a loop over all columns of the same row (or rows) for the column, or columns, at hand, in order: the other column of a pair. Its sums begin at 0.</summary>
    void RunOthers<TOrder, TPairs>(TOrder order, ref TPairs pairs)
        where TOrder : struct, IEvaluationOrder
        where TPairs : struct, IRowPairs<TPairs, V, T>;

    /// <summary><c>accumulator + term</c>; lanes behind the end of the row keep the accumulator.</summary>
    V Sum(V accumulator, V term);

    /// <summary><c>accumulator · factor</c>; lanes behind the end of the row keep the accumulator.</summary>
    V Product(V accumulator, V factor);

    /// <summary>The larger; lanes behind the end of the row keep the accumulator.</summary>
    V Max(V accumulator, V candidate);

    /// <summary>The larger, the accumulator if the candidate is NaN; lanes behind the end of the row keep the accumulator.</summary>
    V MaxOfNumbers(V accumulator, V candidate);

    /// <summary>The smaller; lanes behind the end of the row keep the accumulator.</summary>
    V Min(V accumulator, V candidate);

    /// <summary>Stores this column of ∂loss/∂(row prediction), scaled by weight and reduction.</summary>
    void Gradient(int prediction, V derivative);

    /// <summary>Stores this column of the Hessian's diagonal for a row prediction, scaled by weight and reduction.</summary>
    void Hessian(int prediction, V secondDerivative);

    /// <summary>
    /// Keeps a number of this column for a later pass, so that it need not be computed again. It takes the place of the gradient of a row
    /// prediction until <see cref="Gradient"/> overwrites it; only evaluations of the gradient may use it.
    /// </summary>
    void Keep(int prediction, V value);

    /// <summary>What an earlier pass kept of this column.</summary>
    V Kept(int prediction);
}

/// <summary>
/// The body of a loop over the other column of a pair: a struct whose fields are sums, and the numbers of the row and of the column at hand that the
/// body needs.
/// </summary>
/// <typeparam name="TSelf">The struct itself.</typeparam>
/// <typeparam name="V">The vector.</typeparam>
/// <typeparam name="T">The element type, <see cref="float"/> or <see cref="double"/>.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IRowPairs<TSelf, V, T>
    where TSelf : struct, IRowPairs<TSelf, V, T>
    where V : struct, ISimdVector<V, T>
    where T : unmanaged
{
    /// <summary>One other column, for the column (of <c>V.Count</c> samples), or the <c>V.Count</c> columns (of one sample), at hand.</summary>
    void Step<TOrder, TOther>(TOrder order, in TOther at)
        where TOrder : struct, IEvaluationOrder
        where TOther : struct, IRowColumn<V, T>;

    /// <summary>Adds the sums over other columns to these.</summary>
    void Add<TOrder>(TOrder order, in TSelf sums)
        where TOrder : struct, IEvaluationOrder;
}
