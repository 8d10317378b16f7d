using LossGen.Generator.Functions.Scalar;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>log |Γ(x)|: +∞ at 0 and the negative integers.</summary>
internal sealed class LogGamma() : UnaryFunction("LogGamma")
{
    /// <summary>The positive zero of ψ, where Γ has its minimum.</summary>
    private const double Minimizer = 1.4616321449683623;

    public static readonly LogGamma Instance = new();

    public static Expr Of(Expr argument) => Build.Call(Instance, argument);

    protected override Expr Derivative(Expr argument, Call value) => Digamma.Of(argument);

    protected override Interval Range(Interval argument, ElementType type)
    {
        if (argument.IsEmpty || IntervalArithmetic.IsNegative(argument.Low))
        {
            return argument.IsEmpty ? argument : Interval.All with { MayBeNaN = argument.MayBeNaN };
        }

        Interval falling = argument.Within(0, Minimizer).MapDecreasing(Evaluate, type, MonotoneMap.SpecialUnits);
        Interval rising = argument.Within(Minimizer, double.PositiveInfinity).MapIncreasing(Evaluate, type, MonotoneMap.SpecialUnits);
        return falling.Union(rising).Widen(MonotoneMap.SpecialUnits, type);
    }

    protected override double Evaluate(double argument) => ScalarMath.LogGamma(argument);

    protected override Shadow Shadow(Shadow argument) => ShadowMath.LogGamma(argument);

    protected override Printed Print(Printed argument) => Printed.Primary($"logΓ({argument.Text})");
}
