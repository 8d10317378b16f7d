using System.Numerics;
using System.Runtime.CompilerServices;
using LossGen.Simd;

namespace LossGen.Evaluation;

/// <summary>
/// <c>V.Count</c> neighbouring rows, one in every lane: for rows too short to fill vectors. Row inputs and outputs are columns of
/// <c>V.Count</c> elements each, see <see cref="TransposedCall"/>.
/// </summary>
internal readonly unsafe struct SampleLaneRows<V, T, TWeighting> : IRow<V, T>
    where V : struct, ISimdVector<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TWeighting : struct, IWeighting<TWeighting, V, T>
{
    /// <summary>Up to this many columns it is cheaper to look at all of them than to pick one per lane.</summary>
    private const int MostComparedColumns = 48;

    private readonly EvaluationCall<T>* _call;
    private readonly nint _first;
    private readonly TWeighting _weighting;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal SampleLaneRows(EvaluationCall<T>* call, nint first, TWeighting weighting)
    {
        _call = call;
        _first = first;
        _weighting = weighting;
    }

    public V Columns
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => V.Create((double)_call->Columns);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Prediction(int position) => V.Load((T*)_call->Predictions[position] + _first);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Target(int position) => V.Load((T*)_call->Targets[position] + _first);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Label(int position) => V.LoadIntegers((int*)_call->Labels[position] + _first);

    public V PredictionAt(int position, V column) => Gather((T*)_call->Predictions[position], column, _call->Columns);

    public V TargetAt(int position, V column) => Gather((T*)_call->Targets[position], column, _call->Columns);

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    [SkipLocalsInit]
    public V HyperparameterAt(int position, V column)
    {
        T* lanes = stackalloc T[V.Count];
        V.Store(V.MinOrRight(column, V.Create((double)(_call->Columns - 1))), lanes);
        var row = (T*)_call->Hyperparameters[position];
        for (int lane = 0; lane < V.Count; lane++)
            lanes[lane] = row[Math.Max(int.CreateSaturating(lanes[lane]), 0)];
        return V.Load(lanes);
    }

    /// <remarks>
    /// A method of its own, so that every pass of a kernel has the inliner's budget and the registers for itself. Elements get the
    /// weighting by address: a copy in each of them is not always optimised away.
    /// </remarks>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public void Run<TOrder, TPass>(TOrder order, ref TPass pass)
        where TOrder : struct, IEvaluationOrder
        where TPass : struct, IRowPass<TPass, V, T>
    {
        TPass running = pass;
        TWeighting weighting = _weighting;
        void* address = Unsafe.AsPointer(ref weighting);
        EvaluationCall<T>* call = _call;
        int columns = call->Columns;
        if (typeof(T) == typeof(byte))
        {
            InliningBudget.Claim(
                columns, columns, columns, columns, columns, columns, columns, columns, columns, columns, columns, columns, columns, columns,
                columns, columns, columns, columns, columns, columns, columns, columns, columns, columns, columns, columns, columns, columns,
                columns, columns, columns, columns, columns, columns, columns, columns, columns, columns, columns, columns, columns, columns,
                columns, columns, columns, columns, columns, columns);
        }

        for (int column = 0; column < columns; column++)
            running.Step(order, new Element(call, column, address));
        pass.TakeResults(order, in running);
    }

    /// <remarks>A method of its own for the reason that <see cref="Run"/> is one.</remarks>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void RunOthers<TOrder, TPairs>(TOrder order, EvaluationCall<T>* call, ref TPairs pairs)
        where TOrder : struct, IEvaluationOrder
        where TPairs : struct, IRowPairs<TPairs, V, T>
    {
        TPairs none = pairs;
        int columns = call->Columns;
        if (typeof(T) == typeof(byte))
        {
            InliningBudget.Claim(
                columns, columns, columns, columns, columns, columns, columns, columns, columns, columns, columns, columns, columns, columns,
                columns, columns, columns, columns, columns, columns, columns, columns, columns, columns, columns, columns, columns, columns,
                columns, columns, columns, columns, columns, columns, columns, columns, columns, columns, columns, columns, columns, columns,
                columns, columns, columns, columns, columns, columns);
        }

        for (int first = 0; first < columns; first += PairBlock.Columns)
        {
            TPairs block = none;
            int end = int.Min(first + PairBlock.Columns, columns);
            for (int column = first; column < end; column++)
                block.Step(order, new Other(call, column));
            pairs.Add(order, in block);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Sum(V accumulator) => accumulator;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Product(V accumulator) => accumulator;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Max(V accumulator) => accumulator;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Min(V accumulator) => accumulator;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Gradient(int prediction, V derivative) => V.Store(_weighting.Derivative(derivative), (T*)_call->Gradients[prediction] + _first);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Hessian(int prediction, V secondDerivative) => V.Store(_weighting.Derivative(secondDerivative), (T*)_call->Hessians[prediction] + _first);

    /// <summary>Each lane's own column, clamped into the row (NaN counts as 0).</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static V Gather(T* transposed, V column, int columns)
    {
        V clamped = V.Truncate(V.MinOrRight(column, V.Create((double)(columns - 1))));
        V gathered = V.Load(transposed);
        if (columns > MostComparedColumns)
            return GatherSingly(transposed, V.Select(V.GreaterThan(clamped, V.Zero), clamped, V.Zero));
        for (int i = 1; i < columns; i++)
            gathered = V.Select(V.Equal(clamped, V.Create((double)i)), V.Load(transposed + (nint)i * V.Count), gathered);
        return gathered;
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    [SkipLocalsInit]
    private static V GatherSingly(T* transposed, V column)
    {
        T* lanes = stackalloc T[V.Count];
        V.Store(column, lanes);
        for (int lane = 0; lane < V.Count; lane++)
            lanes[lane] = transposed[int.CreateTruncating(lanes[lane]) * V.Count + lane];
        return V.Load(lanes);
    }

    /// <summary>One column.</summary>
    private readonly struct Element : IRowElement<V, T>
    {
        private readonly EvaluationCall<T>* _call;
        private readonly int _column;
        private readonly void* _weighting;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal Element(EvaluationCall<T>* call, int column, void* weighting)
        {
            _call = call;
            _column = column;
            _weighting = weighting;
        }

        public V Column
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get => V.Create((double)_column);
        }

        private nint Offset
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get => (nint)_column * V.Count;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Prediction(int position) => V.Load((T*)_call->Predictions[position] + Offset);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Target(int position) => V.Load((T*)_call->Targets[position] + Offset);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Hyperparameter(int position) => V.Create(((T*)_call->Hyperparameters[position])[_column]);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void RunOthers<TOrder, TPairs>(TOrder order, ref TPairs pairs)
            where TOrder : struct, IEvaluationOrder
            where TPairs : struct, IRowPairs<TPairs, V, T> => SampleLaneRows<V, T, TWeighting>.RunOthers(order, _call, ref pairs);

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
        public void Gradient(int prediction, V derivative) => V.Store(Unsafe.AsRef<TWeighting>(_weighting).Derivative(derivative), (T*)_call->Gradients[prediction] + Offset);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Hessian(int prediction, V secondDerivative) => V.Store(Unsafe.AsRef<TWeighting>(_weighting).Derivative(secondDerivative), (T*)_call->Hessians[prediction] + Offset);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Keep(int prediction, V value) => V.Store(value, (T*)_call->Gradients[prediction] + Offset);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Kept(int prediction) => V.Load((T*)_call->Gradients[prediction] + Offset);
    }

    /// <summary>The other column of a pair.</summary>
    private readonly struct Other : IRowColumn<V, T>
    {
        private readonly EvaluationCall<T>* _call;
        private readonly int _column;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal Other(EvaluationCall<T>* call, int column)
        {
            _call = call;
            _column = column;
        }

        public V Column
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get => V.Create((double)_column);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Prediction(int position) => V.Load((T*)_call->Predictions[position] + ((nint)_column * V.Count));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Target(int position) => V.Load((T*)_call->Targets[position] + ((nint)_column * V.Count));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Hyperparameter(int position) => V.Create(((T*)_call->Hyperparameters[position])[_column]);
    }
}
