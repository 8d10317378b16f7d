using System;
using System.Collections.Immutable;
using LossGen.Generator.Functions;

namespace LossGen.Generator.Stability.Witnesses.Arithmetics;

/// <summary>Double precision: where single precision is close to it, nobody needs to look closer.</summary>
internal readonly struct DoubleArithmetic : IArithmetic<double>
{
    public double Number(double value) => value;

    public double ToDouble(double value) => value;

    public double Add(double left, double right) => left + right;

    public double Subtract(double left, double right) => left - right;

    public double Multiply(double left, double right) => left * right;

    public double Divide(double left, double right) => left / right;

    public double Negate(double operand) => -operand;

    public double Call(Function function, ImmutableArray<double> arguments) => function.Evaluate(arguments);

    public bool IsZero(double value) => value == 0;

    public bool IsNaN(double value) => double.IsNaN(value);

    public double LogSumExp(double[] values, int first, int count) => LogSumExp(values.AsSpan(first, count));

    public double LogSumExpAbove(double[] values, int first, int count, double subtrahend) => LogSumExp(values.AsSpan(first, count)) - subtrahend;

    public double SoftMax(double[] values, int first, int count, int index) => Math.Exp(values[index] - LogSumExp(values.AsSpan(first, count)));

    public static double LogSumExp(ReadOnlySpan<double> values)
    {
        double largest = double.NegativeInfinity;
        foreach (double value in values)
        {
            largest = double.IsNaN(value) ? double.NaN : Math.Max(largest, value);
        }

        if (double.IsInfinity(largest))
        {
            return largest;
        }

        double sum = 0;
        foreach (double value in values)
        {
            sum += Math.Exp(value - largest);
        }

        return largest + Math.Log(sum);
    }
}
