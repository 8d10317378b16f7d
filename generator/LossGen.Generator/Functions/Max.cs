using System.Collections.Immutable;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>The larger of two numbers: NaN where either is NaN. At a tie each has half of the derivative.</summary>
internal sealed class Max() : Function("Max", 2)
{
    public static readonly Max Instance = new();

    public static Expr Of(Expr left, Expr right) => Build.Call(Instance, left, right);

    public override Expr Derivative(Call call, int argument)
    {
        Expr own = call[argument];
        Expr other = call[1 - argument];
        return Build.Select(GreaterThan.Of(own, other), Build.One, Build.Select(Equal.Of(own, other), Build.Half, Build.Zero));
    }

    public override Interval Range(ImmutableArray<Interval> arguments, ElementType type)
    {
        bool mayBeNaN = arguments[0].MayBeNaN || arguments[1].MayBeNaN;
        return arguments[0].IsEmpty || arguments[1].IsEmpty
            ? Interval.Empty(mayBeNaN)
            : new(
                IntervalArithmetic.Larger(arguments[0].Low, arguments[1].Low),
                IntervalArithmetic.Larger(arguments[0].High, arguments[1].High),
                mayBeNaN);
    }

    public override double Evaluate(ImmutableArray<double> arguments) => double.IsNaN(arguments[0]) || double.IsNaN(arguments[1])
        ? double.NaN
        : IntervalArithmetic.Larger(arguments[0], arguments[1]);

    public override Shadow Shadow(ImmutableArray<Shadow> arguments) => ShadowMath.Max(arguments[0], arguments[1]);

    public override Printed Print(ImmutableArray<Printed> arguments) => Printed.Call(Name, arguments[0], arguments[1]);

    public override Expr? Simplify(Call call) => call[0].Equals(call[1]) ? call[0] : null;
}
