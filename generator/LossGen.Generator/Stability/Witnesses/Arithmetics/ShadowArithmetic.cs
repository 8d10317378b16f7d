using System.Collections.Immutable;
using LossGen.Generator.Functions;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Stability.Witnesses.Arithmetics;

/// <summary>The numbers that single precision is measured against.</summary>
internal readonly struct ShadowArithmetic : IArithmetic<Shadow>
{
    public Shadow Number(double value) => Shadow.FromDouble(value);

    public double ToDouble(Shadow value) => value.ToDouble();

    public Shadow Add(Shadow left, Shadow right) => left + right;

    public Shadow Subtract(Shadow left, Shadow right) => left - right;

    public Shadow Multiply(Shadow left, Shadow right) => left * right;

    public Shadow Divide(Shadow left, Shadow right) => left / right;

    public Shadow Negate(Shadow operand) => -operand;

    public Shadow Call(Function function, ImmutableArray<Shadow> arguments) => function.Shadow(arguments);

    public bool IsZero(Shadow value) => value.IsZero && value.Error == 0;

    public bool IsNaN(Shadow value) => value.IsNaN;

    public Shadow LogSumExp(Shadow[] values, int first, int count)
    {
        Shadow largest = values[first];
        for (int index = first + 1; index < first + count; index++)
        {
            largest = ShadowMath.Max(largest, values[index]);
        }

        if (!largest.IsFinite)
        {
            return largest;
        }

        Shadow sum = Shadow.Zero;
        for (int index = first; index < first + count; index++)
        {
            sum += ShadowMath.Exp(values[index] - largest);
        }

        return largest + ShadowMath.Log(sum);
    }

    public Shadow LogSumExpAbove(Shadow[] values, int first, int count, Shadow subtrahend) => LogSumExp(values, first, count) - subtrahend;

    public Shadow SoftMax(Shadow[] values, int first, int count, int index) => ShadowMath.Exp(values[index] - LogSumExp(values, first, count));
}
