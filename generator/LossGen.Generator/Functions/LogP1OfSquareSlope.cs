using System;
using System.Collections.Immutable;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>k·x/(1 + k·x²), half the slope of <see cref="LogP1OfSquare"/>: 1/x where k·x² overflows. Not in <c>LossMath</c>.</summary>
internal sealed class LogP1OfSquareSlope() : Function("LogP1OfSquareSlope", 2)
{
    public static readonly LogP1OfSquareSlope Instance = new();

    public static Expr Of(Expr factor, Expr argument) => Build.Call(Instance, factor, argument);

    public override Expr Derivative(Call call, int argument) => argument == 0
        ? call[1] / Square.Of(1 + (call[0] * Square.Of(call[1])))
        : LogP1OfSquareCurvature.Of(call[0], call[1]);

    /// <summary>Its magnitude is greatest at k·x² = 1, where it is ½√k.</summary>
    public override Interval Range(ImmutableArray<Interval> arguments, ElementType type)
    {
        (Interval factor, Interval argument) = (arguments[0], arguments[1]);
        if (factor.IsEmpty || argument.IsEmpty || factor.MayBeInfinite || IntervalArithmetic.IsNegative(factor.Low))
        {
            return Interval.All;
        }

        double bound = Rounding.Up(Math.Sqrt(factor.High) / 2, type, MonotoneMap.SpecialUnits);
        bool mayBeNaN = factor.MayBeNaN || argument.MayBeNaN || (factor.Contains(0) && argument.MayBeInfinite);
        return new(IntervalArithmetic.IsNegative(argument.Low) ? -bound : 0, argument.High > 0 || !IntervalArithmetic.IsNegative(argument.High) ? bound : -0.0, mayBeNaN);
    }

    public override double Evaluate(ImmutableArray<double> arguments)
    {
        (double factor, double argument) = (arguments[0], arguments[1]);
        double denominator = 1 + (factor * argument * argument);
        return double.IsInfinity(denominator) ? 1 / argument : factor * argument / denominator;
    }

    public override Shadow Shadow(ImmutableArray<Shadow> arguments)
    {
        (Shadow factor, Shadow argument) = (arguments[0], arguments[1]);
        Shadow denominator = 1 + (factor * argument * argument);
        return denominator.IsInfinite ? 1 / argument : factor * argument / denominator;
    }

    public override Printed Print(ImmutableArray<Printed> arguments) => new(
        $"{(arguments[0].Text == "1" ? "" : $"{arguments[0].Within(Precedence.Multiplicative)}·")}{arguments[1].Within(Precedence.Unary)} / ({LogP1OfSquare.Sum(arguments)})",
        Precedence.Multiplicative);

    protected override bool IsInLossMath => false;
}
