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

    public double LogSumExp(double[] values, int first, int count)
    {
        double largest = double.NegativeInfinity;
        for (int index = first; index < first + count; index++)
        {
            largest = double.IsNaN(values[index]) ? double.NaN : Math.Max(largest, values[index]);
        }

        if (double.IsInfinity(largest))
        {
            return largest;
        }

        double sum = 0;
        for (int index = first; index < first + count; index++)
        {
            sum += Math.Exp(values[index] - largest);
        }

        return largest + Math.Log(sum);
    }
}
