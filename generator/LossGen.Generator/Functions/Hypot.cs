using System.Collections.Immutable;
using LossGen.Generator.Functions.Scalar;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>√(x² + y²) without overflow or underflow in between. Its gradient at (0, 0) is 0, the subgradient of minimum norm.</summary>
internal sealed class Hypot() : Function("Hypot", 2)
{
    public static readonly Hypot Instance = new();

    public static Expr Of(Expr left, Expr right) => Build.Call(Instance, left, right);

    public override Expr Derivative(Call call, int argument) => DirectionCosine.Of(call[argument], call[1 - argument], call);

    public override Interval Range(ImmutableArray<Interval> arguments, ElementType type)
    {
        Interval first = arguments[0].Magnitude();
        Interval second = arguments[1].Magnitude();
        bool mayBeNaN = first.MayBeNaN || second.MayBeNaN;

        // An infinite leg makes an infinite hypotenuse, whatever the other leg is.
        bool mayBeInfinite = (first.MayBeNaN && second.MayBeInfinite) || (second.MayBeNaN && first.MayBeInfinite);
        Interval hypotenuse = first.IsEmpty || second.IsEmpty
            ? Interval.Empty(mayBeNaN)
            : MonotoneMap.Around(ScalarMath.Hypot(first.Low, second.Low), type).Union(MonotoneMap.Around(ScalarMath.Hypot(first.High, second.High), type));
        return (mayBeInfinite ? hypotenuse.Union(Interval.Point(double.PositiveInfinity)) : hypotenuse) with { MayBeNaN = mayBeNaN };
    }

    public override double Evaluate(ImmutableArray<double> arguments) => ScalarMath.Hypot(arguments[0], arguments[1]);

    public override Shadow Shadow(ImmutableArray<Shadow> arguments) => ShadowMath.Hypot(arguments[0], arguments[1]);

    public override Printed Print(ImmutableArray<Printed> arguments) =>
        Printed.Primary($"√({arguments[0].Within(Precedence.Primary)}² + {arguments[1].Within(Precedence.Primary)}²)");

    public override Expr? Simplify(Call call) => (call[0], call[1]) switch
    {
        (Call { Function: Abs or Negate } first, _) => Of(first[0], call[1]),
        (_, Call { Function: Abs or Negate } second) => Of(call[0], second[0]),
        (Literal { Value: 0 }, _) => Abs.Of(call[1]),
        (_, Literal { Value: 0 }) => Abs.Of(call[0]),
        _ => null,
    };
}
