using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using LossGen.Simd;

namespace LossGen.Evaluation;

/// <summary>
/// One row, whose columns fill the lanes; numbers of the row fill all lanes alike. The row has at least <c>V.Count</c> columns, so that
/// the last vector of a row that is not a whole number of vectors can begin earlier instead of ending behind the row.
/// </summary>
internal readonly unsafe struct ColumnLaneRow<V, T, TWeighting> : IRow<V, T>
    where V : struct, ISimdVector<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TWeighting : struct, IWeighting<TWeighting, V, T>
{
    private readonly EvaluationCall<T>* _call;
    private readonly nint _row;
    private readonly TWeighting _weighting;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ColumnLaneRow(EvaluationCall<T>* call, nint row, TWeighting weighting)
    {
        _call = call;
        _row = row;
        _weighting = weighting;
    }

    public V Columns
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => V.Create((double)_call->Columns);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Prediction(int position) => V.Create(((T*)_call->Predictions[position])[_row]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Target(int position) => V.Create(((T*)_call->Targets[position])[_row]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Label(int position) => V.Create((double)((int*)_call->Labels[position])[_row]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V PredictionAt(int position, V column) => V.Create(Row(_call->Predictions[position])[Clamped(column)]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V TargetAt(int position, V column) => V.Create(Row(_call->Targets[position])[Clamped(column)]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V HyperparameterAt(int position, V column) => V.Create(((T*)_call->Hyperparameters[position])[Clamped(column)]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Run<TOrder, TPass>(TOrder order, ref TPass pass)
        where TOrder : struct, IEvaluationOrder
        where TPass : struct, IRowPass<TPass, V, T>
    {
        nint wholeColumns = _call->Columns - (_call->Columns % V.Count);
        if (wholeColumns > 0)
            RunWholeElements(order, ref pass, wholeColumns);
        if (wholeColumns < _call->Columns)
            RunLastElement(order, ref pass, wholeColumns);
    }

    /// <remarks>
    /// A method of its own, so that every pass of a kernel has the inliner's budget and the registers for itself: beside the last element's step, which
    /// may call functions, the accumulators went through memory, and the exponentials of a softmax took 12 cycles a vector instead of 8. Elements get
    /// the weighting by address: a copy in each of them is not always optimised away.
    /// </remarks>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private void RunWholeElements<TOrder, TPass>(TOrder order, ref TPass pass, nint columns)
        where TOrder : struct, IEvaluationOrder
        where TPass : struct, IRowPass<TPass, V, T>
    {
        TPass running = pass;
        TWeighting weighting = _weighting;
        void* address = Unsafe.AsPointer(ref weighting);
        EvaluationCall<T>* call = _call;
        nint start = _row * call->Columns;
        if (typeof(T) == typeof(byte))
        {
            InliningBudget.Claim(
                start, start, start, start, start, start, start, start, start, start, start, start, start, start, start, start, start, start,
                start, start, start, start, start, start, start, start, start, start, start, start, start, start, start, start, start, start,
                start, start, start, start, start, start, start, start, start, start, start, start);
        }

        T* next = TPass.NextRowOf >= 0 ? (T*)call->Predictions[TPass.NextRowOf] + start + call->Columns : null;
        for (nint column = 0; column < columns; column += V.Count)
        {
            if (TPass.NextRowOf >= 0 && Sse.IsSupported)
                Sse.Prefetch1(next + column);
            running.Step(order, new WholeElement(call, start, column, address));
        }

        pass.TakeResults(order, in running);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private void RunLastElement<TOrder, TPass>(TOrder order, ref TPass pass, nint column)
        where TOrder : struct, IEvaluationOrder
        where TPass : struct, IRowPass<TPass, V, T>
    {
        TPass running = pass;
        TWeighting weighting = _weighting;
        EvaluationCall<T>* call = _call;
        if (typeof(T) == typeof(byte))
        {
            InliningBudget.Claim(
                column, column, column, column, column, column, column, column, column, column, column, column, column, column, column, column,
                column, column, column, column, column, column, column, column, column, column, column, column, column, column, column, column,
                column, column, column, column, column, column, column, column, column, column, column, column, column, column, column, column);
        }

        running.Step(order, new LastElement(call, _row * call->Columns, call->Columns - V.Count, column, Unsafe.AsPointer(ref weighting)));
        pass.TakeResults(order, in running);
    }

    /// <remarks>
    /// The inliner's budget grows with the length of the method that it begins with, this one. Before it summed in blocks, it was too short for a loop of five sums,
    /// whose operations became calls: RankNet with its Hessian took 8 ns a pair instead of 0.5.
    /// </remarks>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void RunOthers<TOrder, TPairs>(TOrder order, EvaluationCall<T>* call, nint start, ref TPairs pairs)
        where TOrder : struct, IEvaluationOrder
        where TPairs : struct, IRowPairs<TPairs, V, T>
    {
        TPairs none = pairs;
        nint columns = call->Columns;
        if (typeof(T) == typeof(byte))
        {
            InliningBudget.Claim(
                columns, columns, columns, columns, columns, columns, columns, columns, columns, columns, columns, columns, columns, columns,
                columns, columns, columns, columns, columns, columns, columns, columns, columns, columns, columns, columns, columns, columns,
                columns, columns, columns, columns, columns, columns, columns, columns, columns, columns, columns, columns, columns, columns,
                columns, columns, columns, columns, columns, columns);
        }

        for (nint first = 0; first < columns; first += PairBlock.Columns)
        {
            TPairs block = none;
            nint end = nint.Min(first + PairBlock.Columns, columns);
            for (nint column = first; column < end; column++)
                block.Step(order, new Other(call, start, column));
            pairs.Add(order, in block);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Sum(V accumulator) => V.Create(V.SumLanes(accumulator));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Product(V accumulator) => V.Create(V.MultiplyLanes(accumulator));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Max(V accumulator) => V.Create(V.MaxLanes(accumulator));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Min(V accumulator) => V.Create(V.MinLanes(accumulator));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Gradient(int prediction, V derivative) => ((T*)_call->Gradients[prediction])[_row] = AnyLane(_weighting.Derivative(derivative));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Hessian(int prediction, V secondDerivative) => ((T*)_call->Hessians[prediction])[_row] = AnyLane(_weighting.Derivative(secondDerivative));

    /// <summary>The number in all lanes of a vector whose lanes are alike: its first bytes, which a store hands to the load behind it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T AnyLane(V vector) => Unsafe.As<V, T>(ref vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private T* Row(nint pointer) => (T*)pointer + _row * _call->Columns;

    /// <summary>The column, clamped into the row (NaN counts as 0).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Clamped(V column) => Math.Clamp(int.CreateSaturating(AnyLane(column)), 0, _call->Columns - 1);

    /// <summary><c>V.Count</c> columns inside the row.</summary>
    private readonly struct WholeElement : IRowElement<V, T>
    {
        private readonly EvaluationCall<T>* _call;
        private readonly nint _start;
        private readonly nint _column;
        private readonly void* _weighting;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal WholeElement(EvaluationCall<T>* call, nint start, nint column, void* weighting)
        {
            _call = call;
            _start = start;
            _column = column;
            _weighting = weighting;
        }

        public V Column
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get => V.Create(T.CreateTruncating((int)_column)) + V.Iota;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Prediction(int position) => V.Load((T*)_call->Predictions[position] + _start + _column);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Target(int position) => V.Load((T*)_call->Targets[position] + _start + _column);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Hyperparameter(int position) => V.Load((T*)_call->Hyperparameters[position] + _column);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void RunOthers<TOrder, TPairs>(TOrder order, ref TPairs pairs)
            where TOrder : struct, IEvaluationOrder
            where TPairs : struct, IRowPairs<TPairs, V, T> => ColumnLaneRow<V, T, TWeighting>.RunOthers(order, _call, _start, ref pairs);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Sum(V accumulator, V term) => accumulator + term;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Product(V accumulator, V factor) => accumulator * factor;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Max(V accumulator, V candidate) => RowExtremes.Max<V, T>(accumulator, candidate);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V MaxOfNumbers(V accumulator, V candidate) => V.MaxOrRight(candidate, accumulator);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Min(V accumulator, V candidate) => RowExtremes.Min<V, T>(accumulator, candidate);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Gradient(int prediction, V derivative) => V.Store(Unsafe.AsRef<TWeighting>(_weighting).Derivative(derivative), (T*)_call->Gradients[prediction] + _start + _column);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Hessian(int prediction, V secondDerivative) => V.Store(Unsafe.AsRef<TWeighting>(_weighting).Derivative(secondDerivative), (T*)_call->Hessians[prediction] + _start + _column);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Keep(int prediction, V value) => V.Store(value, (T*)_call->Gradients[prediction] + _start + _column);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Kept(int prediction) => V.Load((T*)_call->Gradients[prediction] + _start + _column);
    }

    /// <summary>The last <c>V.Count</c> columns of a row, of which the first few have been seen already and do not count again.</summary>
    private readonly struct LastElement : IRowElement<V, T>
    {
        private readonly EvaluationCall<T>* _call;
        private readonly nint _start;
        private readonly nint _column;
        private readonly V _fresh;
        private readonly void* _weighting;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal LastElement(EvaluationCall<T>* call, nint start, nint column, nint firstFresh, void* weighting)
        {
            _call = call;
            _start = start;
            _column = column;
            _fresh = V.GreaterThanOrEqual(V.Iota, V.Create((double)(firstFresh - column)));
            _weighting = weighting;
        }

        public V Column
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get => V.Create(T.CreateTruncating((int)_column)) + V.Iota;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Prediction(int position) => V.Load((T*)_call->Predictions[position] + _start + _column);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Target(int position) => V.Load((T*)_call->Targets[position] + _start + _column);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Hyperparameter(int position) => V.Load((T*)_call->Hyperparameters[position] + _column);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void RunOthers<TOrder, TPairs>(TOrder order, ref TPairs pairs)
            where TOrder : struct, IEvaluationOrder
            where TPairs : struct, IRowPairs<TPairs, V, T> => ColumnLaneRow<V, T, TWeighting>.RunOthers(order, _call, _start, ref pairs);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Sum(V accumulator, V term) => V.Select(_fresh, accumulator + term, accumulator);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Product(V accumulator, V factor) => V.Select(_fresh, accumulator * factor, accumulator);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Max(V accumulator, V candidate) => V.Select(_fresh, RowExtremes.Max<V, T>(accumulator, candidate), accumulator);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V MaxOfNumbers(V accumulator, V candidate) => V.Select(_fresh, V.MaxOrRight(candidate, accumulator), accumulator);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Min(V accumulator, V candidate) => V.Select(_fresh, RowExtremes.Min<V, T>(accumulator, candidate), accumulator);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Gradient(int prediction, V derivative) => StoreFresh(Unsafe.AsRef<TWeighting>(_weighting).Derivative(derivative), (T*)_call->Gradients[prediction] + _start + _column);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Hessian(int prediction, V secondDerivative) => StoreFresh(Unsafe.AsRef<TWeighting>(_weighting).Derivative(secondDerivative), (T*)_call->Hessians[prediction] + _start + _column);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Keep(int prediction, V value) => StoreFresh(value, (T*)_call->Gradients[prediction] + _start + _column);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Kept(int prediction) => V.Load((T*)_call->Gradients[prediction] + _start + _column);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private void StoreFresh(V vector, T* destination) => V.Store(V.Select(_fresh, vector, V.Load(destination)), destination);
    }

    /// <summary>The other column of a pair, in all lanes alike.</summary>
    private readonly struct Other : IRowColumn<V, T>
    {
        private readonly EvaluationCall<T>* _call;
        private readonly nint _start;
        private readonly nint _column;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal Other(EvaluationCall<T>* call, nint start, nint column)
        {
            _call = call;
            _start = start;
            _column = column;
        }

        public V Column
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get => V.Create(T.CreateTruncating((int)_column));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Prediction(int position) => V.Create(((T*)_call->Predictions[position])[_start + _column]);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Target(int position) => V.Create(((T*)_call->Targets[position])[_start + _column]);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Hyperparameter(int position) => V.Create(((T*)_call->Hyperparameters[position])[_column]);
    }
}
