using LossGen.Generator.Functions.Scalar;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>log(1 + x) − x/(1 + x), accurate near 0, where it is ½x², +∞ at −1 and NaN below: the slope of <see cref="ScaledLogP1"/>. Not in <c>LossMath</c>.</summary>
internal sealed class LogP1Excess() : UnaryFunction("LogP1Excess")
{
    public static readonly LogP1Excess Instance = new();

    public static Expr Of(Expr argument) => Build.Call(Instance, argument);

    protected override bool IsInLossMath => false;

    protected override Expr Derivative(Expr argument, Call value) => argument / (1 + argument) / (1 + argument);

    /// <summary>It falls up to 0 and rises from there.</summary>
    protected override Interval Range(Interval argument, ElementType type)
    {
        Interval inside = argument.Restrict(-1, double.PositiveInfinity);
        return inside.IsEmpty ? inside : (MonotoneMap.Around(Evaluate(inside.Low), type, MonotoneMap.SpecialUnits)
            .Union(MonotoneMap.Around(Evaluate(inside.High), type, MonotoneMap.SpecialUnits))
            .Union(inside.Contains(0) ? Interval.Point(0) : Interval.Empty(false)) with
        { MayBeNaN = inside.MayBeNaN }).Within(0, double.PositiveInfinity);
    }

    protected override double Evaluate(double argument) => ScalarMath.LogP1Excess(argument);

    protected override Shadow Shadow(Shadow argument) => ShadowMath.LogP1Excess(argument);

    protected override Printed Print(Printed argument) =>
        new($"log(1 + {argument.Within(Precedence.Additive)}) − {argument.Within(Precedence.Multiplicative)} / (1 + {argument.Within(Precedence.Additive)})", Precedence.Additive);
}
