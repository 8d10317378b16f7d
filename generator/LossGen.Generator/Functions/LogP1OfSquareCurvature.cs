using System.Collections.Immutable;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>k·(1 − k·x²)/(1 + k·x²)², the slope of <see cref="LogP1OfSquareSlope"/>: −1/x² where k·x² overflows. Not in <c>LossMath</c>.</summary>
internal sealed class LogP1OfSquareCurvature() : Function("LogP1OfSquareCurvature", 2)
{
    public static readonly LogP1OfSquareCurvature Instance = new();

    public static Expr Of(Expr factor, Expr argument) => Build.Call(Instance, factor, argument);

    public override Expr Derivative(Call call, int argument)
    {
        Expr scaled = call[0] * Square.Of(call[1]);
        Expr sum = 1 + scaled;
        return argument == 0
            ? (1 - (3 * scaled)) / Cube.Of(sum)
            : 2 * call[0] * LogP1OfSquareSlope.Of(call[0], call[1]) * (((scaled - 3) / sum) / sum);
    }

    /// <summary>It is greatest at x = 0, where it is k, and least at k·x² = 3, where it is −k/8.</summary>
    public override Interval Range(ImmutableArray<Interval> arguments, ElementType type)
    {
        (Interval factor, Interval argument) = (arguments[0], arguments[1]);
        return factor.IsEmpty || argument.IsEmpty || factor.MayBeInfinite || IntervalArithmetic.IsNegative(factor.Low)
            ? Interval.All
            : new(
                Rounding.Down(-factor.High / 8, type, MonotoneMap.SpecialUnits),
                Rounding.Up(factor.High, type, MonotoneMap.SpecialUnits),
                factor.MayBeNaN || argument.MayBeNaN || (factor.Contains(0) && argument.MayBeInfinite));
    }

    public override double Evaluate(ImmutableArray<double> arguments)
    {
        (double factor, double argument) = (arguments[0], arguments[1]);
        double square = factor * argument * argument;
        double denominator = 1 + square;
        return double.IsInfinity(denominator) ? -1 / argument / argument : factor / denominator * ((1 - square) / denominator);
    }

    public override Shadow Shadow(ImmutableArray<Shadow> arguments)
    {
        (Shadow factor, Shadow argument) = (arguments[0], arguments[1]);
        Shadow square = factor * argument * argument;
        Shadow denominator = 1 + square;
        return denominator.IsInfinite ? -1 / argument / argument : factor / denominator * ((1 - square) / denominator);
    }

    public override Printed Print(ImmutableArray<Printed> arguments)
    {
        string square = LogP1OfSquare.Sum(arguments).Substring("1 + ".Length);
        string factor = arguments[0].Text == "1" ? "" : $"{arguments[0].Within(Precedence.Multiplicative)}·";
        return new($"{factor}(1 − {square}) / (1 + {square})²", Precedence.Multiplicative);
    }

    protected override bool IsInLossMath => false;
}
