using System;
using System.Collections.Immutable;
using LossGen.Generator.Functions.Scalar;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>The angle in [−π, π] of the point with ordinate y (the first argument) and abscissa x.</summary>
internal sealed class Atan2() : Function("Atan2", 2)
{
    public static readonly Atan2 Instance = new();

    public static Expr Of(Expr ordinate, Expr abscissa) => Build.Call(Instance, ordinate, abscissa);

    /// <summary>∂/∂y = x/(x² + y²), ∂/∂x = −y/(x² + y²), divided twice by the hypotenuse, whose square could overflow.</summary>
    public override Expr Derivative(Call call, int argument)
    {
        Expr hypotenuse = Hypot.Of(call[1], call[0]);
        return argument == 0 ? call[1] / hypotenuse / hypotenuse : -(call[0] / hypotenuse / hypotenuse);
    }

    public override Interval Range(ImmutableArray<Interval> arguments, ElementType type)
    {
        Interval ordinate = arguments[0];
        Interval abscissa = arguments[1];
        bool mayBeNaN = ordinate.MayBeNaN || abscissa.MayBeNaN;
        if (ordinate.IsEmpty || abscissa.IsEmpty)
        {
            return Interval.Empty(mayBeNaN);
        }

        // In a half-plane that does not cross the negative abscissa the angle is monotone in either coordinate.
        bool isRight = !IntervalArithmetic.IsNegative(abscissa.Low);
        bool isUpperOrLower = IntervalArithmetic.IsNegative(ordinate.Low) == IntervalArithmetic.IsNegative(ordinate.High);
        return isRight || isUpperOrLower
            ? IntervalArithmetic.Corners(ordinate, abscissa, (y, x) => MonotoneMap.Around(ScalarMath.Atan2(y, x), type), mayBeNaN)
            : MonotoneMap.Around(-Math.PI, type).Union(MonotoneMap.Around(Math.PI, type)) with { MayBeNaN = mayBeNaN };
    }

    public override double Evaluate(ImmutableArray<double> arguments) => ScalarMath.Atan2(arguments[0], arguments[1]);

    public override Shadow Shadow(ImmutableArray<Shadow> arguments) => ShadowMath.Atan2(arguments[0], arguments[1]);

    public override Printed Print(ImmutableArray<Printed> arguments) => Printed.Call(Name, arguments[0], arguments[1]);
}
