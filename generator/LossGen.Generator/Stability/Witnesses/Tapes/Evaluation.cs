using System;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using LossGen.Generator.Functions;
using LossGen.Generator.Model;
using LossGen.Generator.Stability.Witnesses.Arithmetics;

namespace LossGen.Generator.Stability.Witnesses.Tapes;

/// <summary>Evaluates a tape with its derivatives, forward: beside every value stand the derivatives by the directions that it depends on.</summary>
/// <remarks>The arrays are those of the last evaluation; one object serves for many.</remarks>
internal sealed class Evaluation<T, TArithmetic>(Tape tape, Decisions decisions)
    where TArithmetic : struct, IArithmetic<T>
{
    /// <summary>
    /// AggressiveOptimization, which this target framework does not name. A compiler that is started for one build would run these methods, which take most of
    /// an analysis, in their slow first tier to its end.
    /// </summary>
    private const MethodImplOptions Optimized = (MethodImplOptions)512;

    private readonly TArithmetic _arithmetic = new();
    private readonly T[] _values = new T[tape.Cells];
    private readonly T[] _tangents = new T[tape.Cells * tape.Directions.Length];
    private T[] _scratch = new T[16];

    public Tape Tape => tape;

    public T Value(int cell) => _values[cell];

    /// <summary>The derivative of a cell by a direction.</summary>
    public T Tangent(int cell, int direction) => _tangents[(cell * tape.Directions.Length) + direction];

    public T Value() => _values[tape.Root.FirstCell];

    public T Tangent(int direction) => Tangent(tape.Root.FirstCell, direction);

    /// <summary>Evaluates at a point.</summary>
    /// <param name="point">A float for every slot.</param>
    /// <param name="withTangents">Whether derivatives are wanted. Decisions are those of the same kind of evaluation.</param>
    public void Run(double[] point, bool withTangents = true)
    {
        foreach (TapeStep step in tape.Steps)
        {
            for (int column = 0; column < step.Width; column++)
            {
                int cell = step.FirstCell + column;
                _values[cell] = Evaluate(step, column, point);
                if (withTangents)
                {
                    EvaluateTangents(step, column, cell);
                }
            }
        }
    }

    [MethodImpl(Optimized)]
    private T Evaluate(TapeStep step, int column, double[] point)
    {
        switch (step.Operation)
        {
            case TapeOperation.Constant:
                return _arithmetic.Number(step.Constant);
            case TapeOperation.Scalar:
                return _arithmetic.Number(point[step.Slot]);
            case TapeOperation.Element:
                return _arithmetic.Number(point[step.Slot + Index(step, column)]);
            case TapeOperation.Column:
                return _arithmetic.Number(column);
            case TapeOperation.Add:
                return _arithmetic.Add(Child(step, 0, column), Child(step, 1, column));
            case TapeOperation.Subtract when LogSumExpBody(step.Children[0]) is { } body:
                return _arithmetic.LogSumExpAbove(_values, body.FirstCell, body.Width, Child(step, 1, column));
            case TapeOperation.Subtract when LogSumExpBody(step.Children[1]) is { } body:
                return _arithmetic.Negate(_arithmetic.LogSumExpAbove(_values, body.FirstCell, body.Width, Child(step, 0, column)));
            case TapeOperation.Subtract:
                return _arithmetic.Subtract(Child(step, 0, column), Child(step, 1, column));
            case TapeOperation.Multiply:
                return _arithmetic.Multiply(Child(step, 0, column), Child(step, 1, column));
            case TapeOperation.Divide:
                return _arithmetic.Divide(Child(step, 0, column), Child(step, 1, column));
            case TapeOperation.Negate:
                return _arithmetic.Negate(Child(step, 0, column));
            case TapeOperation.Call when step.Function is SoftMaxWeight && LogSumExpBody(step.Children[1]) is { } body:
                return _arithmetic.SoftMax(_values, body.FirstCell, body.Width, tape.Steps[step.Children[0]].CellAt(column));
            case TapeOperation.Call:
                return _arithmetic.Call(step.Function!, Arguments(step, column));
            case TapeOperation.Decision:
                return Decide(step.Function!, Arguments(step, column));
            case TapeOperation.Choice:
                return Child(step, IsTaken(step, column) ? 1 : 2, column);
            default:
                return Reduce(step);
        }
    }

    private T Reduce(TapeStep step)
    {
        TapeStep body = tape.Steps[step.Children[0]];
        if (step.Reduction == ReductionKind.LogSumExp)
        {
            return _arithmetic.LogSumExp(_values, body.FirstCell, body.Width);
        }

        T result = _values[body.FirstCell];
        for (int cell = body.FirstCell + 1; cell < body.FirstCell + body.Width; cell++)
        {
            result = step.Reduction switch
            {
                ReductionKind.Sum => _arithmetic.Add(result, _values[cell]),
                ReductionKind.Product => _arithmetic.Multiply(result, _values[cell]),
                ReductionKind.Max => _arithmetic.Call(Max.Instance, [result, _values[cell]]),
                _ => _arithmetic.Call(Min.Instance, [result, _values[cell]]),
            };
        }

        return result;
    }

    [MethodImpl(Optimized)]
    private void EvaluateTangents(TapeStep step, int column, int cell)
    {
        if (tape.Influences[cell] == 0)
        {
            return;
        }

        int directions = tape.Directions.Length;
        Array.Clear(_tangents, cell * directions, directions);
        switch (step.Operation)
        {
            case TapeOperation.Scalar:
                Seed(cell, step.Slot);
                break;
            case TapeOperation.Element:
                Seed(cell, step.Slot + Index(step, column));
                break;
            case TapeOperation.Add:
                Accumulate(cell, ChildCell(step, 0, column));
                Accumulate(cell, ChildCell(step, 1, column));
                break;
            case TapeOperation.Subtract:
                Accumulate(cell, ChildCell(step, 0, column));
                Accumulate(cell, ChildCell(step, 1, column), isNegative: true);
                break;
            case TapeOperation.Negate:
                Accumulate(cell, ChildCell(step, 0, column), isNegative: true);
                break;
            case TapeOperation.Multiply:
                Accumulate(cell, ChildCell(step, 0, column), Child(step, 1, column));
                Accumulate(cell, ChildCell(step, 1, column), Child(step, 0, column));
                break;
            case TapeOperation.Divide:
                T divisor = Child(step, 1, column);
                Accumulate(cell, ChildCell(step, 0, column), divisor, isQuotient: true);
                Accumulate(cell, ChildCell(step, 1, column), _arithmetic.Negate(_arithmetic.Divide(_values[cell], divisor)));
                break;
            case TapeOperation.Call:
                for (int argument = 0; argument < step.Children.Length; argument++)
                {
                    int child = ChildCell(step, argument, column);
                    if (tape.Influences[child] != 0 && step.Partials[argument] is { } partial)
                    {
                        T derivative = Evaluate(partial, Arguments(step, column), _values[cell]);
                        if (!(partial.IsMask && _arithmetic.IsZero(derivative)))
                        {
                            Accumulate(cell, child, derivative);
                        }
                    }
                }

                break;
            case TapeOperation.Choice:
                Accumulate(cell, ChildCell(step, IsTaken(step, column) ? 1 : 2, column));
                break;
            case TapeOperation.Reduction:
                ReduceTangents(step, cell);
                break;
        }
    }

    private void ReduceTangents(TapeStep step, int cell)
    {
        TapeStep body = tape.Steps[step.Children[0]];
        int ties = 0;
        for (int term = body.FirstCell; term < body.FirstCell + body.Width; term++)
        {
            switch (step.Reduction)
            {
                case ReductionKind.Sum:
                    Accumulate(cell, term);
                    break;
                case ReductionKind.LogSumExp:
                    Accumulate(cell, term, _arithmetic.SoftMax(_values, body.FirstCell, body.Width, term));
                    break;
                case ReductionKind.Product:
                    Accumulate(cell, term, ProductOfOthers(body, term));
                    break;
                default:
                    ties += IsExtreme(term, cell) ? 1 : 0;
                    break;
            }
        }

        if (step.Reduction is ReductionKind.Max or ReductionKind.Min)
        {
            T share = _arithmetic.Divide(_arithmetic.Number(1), _arithmetic.Number(Math.Max(ties, 1)));
            for (int term = body.FirstCell; term < body.FirstCell + body.Width; term++)
            {
                if (IsExtreme(term, cell))
                {
                    Accumulate(cell, term, share);
                }
            }
        }
    }

    /// <summary>The row of a log-sum-exp. Next to a subtraction, and in a softmax, generated code keeps its maximum apart, and its rounding never comes in.</summary>
    private TapeStep? LogSumExpBody(int step) =>
        tape.Steps[step] is { Operation: TapeOperation.Reduction, Reduction: ReductionKind.LogSumExp } reduction ? tape.Steps[reduction.Children[0]] : null;

    private bool IsExtreme(int term, int cell) => _arithmetic.ToDouble(Decide(Equal.Instance, [_values[term], _values[cell]])) != 0;

    private T ProductOfOthers(TapeStep body, int term)
    {
        T product = _arithmetic.Number(1);
        for (int other = body.FirstCell; other < body.FirstCell + body.Width; other++)
        {
            product = other == term ? product : _arithmetic.Multiply(product, _values[other]);
        }

        return product;
    }

    /// <summary>A derivative of a function, at the function's arguments.</summary>
    [MethodImpl(Optimized)]
    public T Evaluate(Partial partial, ImmutableArray<T> arguments, T own)
    {
        if (_scratch.Length < partial.Steps.Length)
        {
            _scratch = new T[partial.Steps.Length];
        }

        for (int place = 0; place < partial.Steps.Length; place++)
        {
            PartialStep step = partial.Steps[place];
            _scratch[place] = step.Operation switch
            {
                PartialOperation.Constant => _arithmetic.Number(step.Constant),
                PartialOperation.Argument => arguments[step.First],
                PartialOperation.Own => own,
                PartialOperation.Call => _arithmetic.Call(step.Function!, Operands(step)),
                PartialOperation.Decision => Decide(step.Function!, Operands(step)),
                _ => _scratch[_arithmetic.ToDouble(_scratch[step.First]) != 0 ? step.Second : step.Third],
            };
        }

        return _scratch[partial.Steps.Length - 1];
    }

    private ImmutableArray<T> Operands(PartialStep step) => step switch
    {
        { Second: < 0 } => ImmutableArray.Create(_scratch[step.First]),
        { Third: < 0 } => ImmutableArray.Create(_scratch[step.First], _scratch[step.Second]),
        _ => ImmutableArray.Create(_scratch[step.First], _scratch[step.Second], _scratch[step.Third]),
    };

    private ImmutableArray<T> Arguments(TapeStep step, int column) => step.Children.Length switch
    {
        1 => ImmutableArray.Create(Child(step, 0, column)),
        2 => ImmutableArray.Create(Child(step, 0, column), Child(step, 1, column)),
        _ => ImmutableArray.Create(Child(step, 0, column), Child(step, 1, column), Child(step, 2, column)),
    };

    private T Decide(Function function, ImmutableArray<T> arguments)
    {
        double made = decisions.Next();
        if (!double.IsNaN(made))
        {
            return _arithmetic.Number(made);
        }

        T result = _arithmetic.Call(function, arguments);
        bool isOfNaN = false;
        foreach (T argument in arguments)
        {
            isOfNaN |= _arithmetic.IsNaN(argument);
        }

        decisions.Add(isOfNaN ? double.NaN : _arithmetic.ToDouble(result));
        return result;
    }

    private bool IsTaken(TapeStep step, int column) => _arithmetic.ToDouble(Child(step, 0, column)) != 0;

    private int Index(TapeStep step, int column) =>
        Math.Min(Math.Max((int)_arithmetic.ToDouble(Child(step, 0, column)), 0), tape.Columns - 1);

    private int ChildCell(TapeStep step, int child, int column) => tape.Steps[step.Children[child]].CellAt(column);

    private T Child(TapeStep step, int child, int column) => _values[ChildCell(step, child, column)];

    private void Seed(int cell, int slot)
    {
        int direction = tape.Directions.IndexOf(slot);
        if (direction >= 0)
        {
            _tangents[(cell * tape.Directions.Length) + direction] = _arithmetic.Number(1);
        }
    }

    /// <summary>Adds a child's derivatives, as they are.</summary>
    [MethodImpl(Optimized)]
    private void Accumulate(int cell, int child, bool isNegative = false)
    {
        for (int direction = 0; direction < tape.Directions.Length; direction++)
        {
            if (IsInfluenced(child, direction))
            {
                T tangent = Tangent(child, direction);
                AddTangent(cell, direction, isNegative ? _arithmetic.Negate(tangent) : tangent);
            }
        }
    }

    /// <summary>Adds a child's derivatives, multiplied (or divided) by a factor.</summary>
    [MethodImpl(Optimized)]
    private void Accumulate(int cell, int child, T factor, bool isQuotient = false)
    {
        for (int direction = 0; direction < tape.Directions.Length; direction++)
        {
            if (IsInfluenced(child, direction))
            {
                T tangent = Tangent(child, direction);
                AddTangent(cell, direction, isQuotient ? _arithmetic.Divide(tangent, factor) : _arithmetic.Multiply(tangent, factor));
            }
        }
    }

    private bool IsInfluenced(int cell, int direction) => (tape.Influences[cell] >> direction & 1) != 0;

    private void AddTangent(int cell, int direction, T share)
    {
        int place = (cell * tape.Directions.Length) + direction;
        _tangents[place] = _arithmetic.Add(_tangents[place], share);
    }
}
