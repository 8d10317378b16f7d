using System;
using System.Collections.Immutable;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>The remainder of C#: x − y·trunc(x/y), exact, with the sign of x.</summary>
internal sealed class Remainder() : Function("Remainder", 2)
{
    public static readonly Remainder Instance = new();

    public static Expr Of(Expr left, Expr right) => Build.Call(Instance, left, right);

    /// <summary>∂/∂x = 1; ∂/∂y = −trunc(x/y), found from the exact remainder, since x/y may round up to the next integer.</summary>
    public override Expr Derivative(Call call, int argument) =>
        argument == 0 ? Build.One : -Round.Of((call[0] - call) / call[1]);

    public override Interval Range(ImmutableArray<Interval> arguments, ElementType type)
    {
        Interval dividend = arguments[0];
        Interval divisor = arguments[1].Magnitude();
        bool mayBeNaN = dividend.MayBeNaN || divisor.MayBeNaN || dividend.MayBeInfinite || divisor.Contains(0);
        if (dividend.IsEmpty || divisor.IsEmpty || dividend.Magnitude().High < divisor.Low)
        {
            return dividend.IsEmpty || divisor.IsEmpty ? Interval.Empty(mayBeNaN) : dividend with { MayBeNaN = mayBeNaN };
        }

        double low = IntervalArithmetic.IsNegative(dividend.Low) ? -Math.Min(-dividend.Low, divisor.High) : 0;
        double high = IntervalArithmetic.IsNegative(dividend.High) ? -0.0 : Math.Min(dividend.High, divisor.High);
        return new(low, high, mayBeNaN);
    }

    public override double Evaluate(ImmutableArray<double> arguments) => arguments[0] % arguments[1];

    public override Shadow Shadow(ImmutableArray<Shadow> arguments) => ShadowMath.Remainder(arguments[0], arguments[1]);

    public override Printed Print(ImmutableArray<Printed> arguments) =>
        new($"{arguments[0].Within(Precedence.Multiplicative)} % {arguments[1].Within(Precedence.Unary)}", Precedence.Multiplicative);
}
