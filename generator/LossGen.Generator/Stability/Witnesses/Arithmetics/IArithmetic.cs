using System.Collections.Immutable;
using LossGen.Generator.Functions;

namespace LossGen.Generator.Stability.Witnesses.Arithmetics;

/// <summary>The numbers that a tape is evaluated with.</summary>
/// <remarks>A structure implements it, so that the evaluation is compiled for it.</remarks>
internal interface IArithmetic<T>
{
    /// <summary>An input or a constant, which is a float already.</summary>
    T Number(double value);

    double ToDouble(T value);

    T Add(T left, T right);

    T Subtract(T left, T right);

    T Multiply(T left, T right);

    T Divide(T left, T right);

    T Negate(T operand);

    T Call(Function function, ImmutableArray<T> arguments);

    bool IsZero(T value);

    bool IsNaN(T value);

    /// <summary>The logarithm of the sum of the exponentials, as one operation.</summary>
    T LogSumExp(T[] values, int first, int count);

    /// <summary>log Σ e^x − y of neighbouring numbers, rounded once.</summary>
    T LogSumExpAbove(T[] values, int first, int count, T subtrahend);

    /// <summary>The derivative of that by one of the values: its softmax, as one operation.</summary>
    T SoftMax(T[] values, int first, int count, int index);
}
