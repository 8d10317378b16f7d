using System.Collections.Immutable;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>A number limited to an interval: min(max(x, low), high).</summary>
/// <remarks>
/// The derivative is 1 for the argument that the value strictly follows and 0 for the others; at a bound it is 0 for all three,
/// the subgradient of minimum norm.
/// </remarks>
internal sealed class Clamp() : Function("Clamp", 3)
{
    public static readonly Clamp Instance = new();

    public static Expr Of(Expr argument, Expr low, Expr high) => Build.Call(Instance, argument, low, high);

    public override Expr Derivative(Call call, int argument)
    {
        Expr below = LessThan.Of(call[0], call[1]);
        Expr above = GreaterThan.Of(call[0], call[2]);
        Expr holds = argument switch
        {
            0 => And.Of(GreaterThan.Of(call[0], call[1]), LessThan.Of(call[0], call[2])),
            1 => And.Of(below, LessThan.Of(call[1], call[2])),
            _ => Or.Of(above, GreaterThan.Of(call[1], call[2])),
        };
        return Build.Select(holds, Build.One, Build.Zero);
    }

    public override Interval Range(ImmutableArray<Interval> arguments, ElementType type)
    {
        Interval range = Min.Instance.Range([Max.Instance.Range([arguments[0], arguments[1]], type), arguments[2]], type);

        // Between zeros of different signs the argument's own wins.
        return range with
        {
            Low = range.Low == 0 && IntervalArithmetic.IsNegative(arguments[0].Low) ? -0.0 : range.Low,
            High = range.High == 0 && !IntervalArithmetic.IsNegative(arguments[0].High) ? 0.0 : range.High,
        };
    }

    public override double Evaluate(ImmutableArray<double> arguments) =>
        Min.Instance.Evaluate([Max.Instance.Evaluate([arguments[0], arguments[1]]), arguments[2]]);

    public override Shadow Shadow(ImmutableArray<Shadow> arguments) => ShadowMath.Min(ShadowMath.Max(arguments[0], arguments[1]), arguments[2]);

    public override Printed Print(ImmutableArray<Printed> arguments) => Printed.Call(Name, arguments[0], arguments[1], arguments[2]);
}
