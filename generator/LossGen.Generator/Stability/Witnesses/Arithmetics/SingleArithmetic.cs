using System;
using System.Collections.Immutable;
using System.Linq;
using LossGen.Generator.Functions;

namespace LossGen.Generator.Stability.Witnesses.Arithmetics;

/// <summary>Single precision: every operation is rounded. Functions are computed in double and rounded, as well as they could possibly be.</summary>
internal readonly struct SingleArithmetic : IArithmetic<float>
{
    public float Number(double value) => (float)value;

    public double ToDouble(float value) => value;

    public float Add(float left, float right) => (float)(left + right);

    public float Subtract(float left, float right) => (float)(left - right);

    public float Multiply(float left, float right) => (float)(left * right);

    public float Divide(float left, float right) => (float)(left / right);

    public float Negate(float operand) => -operand;

    public float Call(Function function, ImmutableArray<float> arguments) => (float)function.Evaluate(arguments.Length switch
    {
        1 => ImmutableArray.Create<double>(arguments[0]),
        2 => ImmutableArray.Create<double>(arguments[0], arguments[1]),
        _ => [.. arguments.Select(static argument => (double)argument)],
    });

    public bool IsZero(float value) => value == 0;

    public bool IsNaN(float value) => float.IsNaN(value);

    public float LogSumExp(float[] values, int first, int count) => (float)Exact(values, first, count);

    public float LogSumExpAbove(float[] values, int first, int count, float subtrahend) => (float)(Exact(values, first, count) - subtrahend);

    public float SoftMax(float[] values, int first, int count, int index) => (float)Math.Exp(values[index] - Exact(values, first, count));

    private static double Exact(float[] values, int first, int count) =>
        DoubleArithmetic.LogSumExp(Array.ConvertAll(values.AsSpan(first, count).ToArray(), static value => (double)value));
}
