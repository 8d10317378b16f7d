using System.Collections.Immutable;
using LossGen.Generator.Model;
using LossGen.Generator.Printing;
using LossGen.Generator.Stability;
using LossGen.Generator.Stability.Shadows;

namespace LossGen.Generator.Functions;

/// <summary>x/h, where h is the hypotenuse √(x² + y²): the derivative of <see cref="Hypot"/> in x, and 0 where h is 0. Not in <c>LossMath</c>.</summary>
/// <remarks>
/// The hypotenuse is an argument so that it is computed once, but a derivative in it would count twice: all of it flows to the legs. There
/// ∂/∂x (x/h) = y²/h³ does not cancel, as 1/h − x²/h³ does for |y| ≪ |x|.
/// </remarks>
internal sealed class DirectionCosine() : Function("DirectionCosine", 3)
{
    public static readonly DirectionCosine Instance = new();

    public static Expr Of(Expr leg, Expr otherLeg, Expr hypotenuse) => Build.Call(Instance, leg, otherLeg, hypotenuse);

    public override Expr Derivative(Call call, int argument)
    {
        Expr leg = call[0];
        Expr other = call[1];
        Expr hypotenuse = call[2];
        Expr otherCosine = Of(other, leg, hypotenuse);
        return argument switch
        {
            0 => Unless(hypotenuse, Square.Of(otherCosine) / hypotenuse),
            1 => Unless(hypotenuse, -(call * otherCosine / hypotenuse)),
            _ => Build.Zero,
        };

        static Expr Unless(Expr isZero, Expr derivative) => Build.Select(Equal.Of(isZero, Build.Zero), Build.Zero, derivative);
    }

    public override Interval Range(ImmutableArray<Interval> arguments, ElementType type) =>
        new(
            arguments[0].Low < 0 ? -1 : IntervalArithmetic.IsNegative(arguments[0].Low) ? -0.0 : 0,
            arguments[0].High > 0 ? 1 : 0,
            arguments[0].MayBeNaN || arguments[1].MayBeNaN || arguments[2].MayBeNaN || (arguments[0].MayBeInfinite && arguments[2].MayBeInfinite));

    public override double Evaluate(ImmutableArray<double> arguments) => arguments[2] == 0 ? 0 : arguments[0] / arguments[2];

    public override Shadow Shadow(ImmutableArray<Shadow> arguments) => arguments[2].IsZero ? arguments[2] : arguments[0] / arguments[2];

    public override Printed Print(ImmutableArray<Printed> arguments) =>
        new($"{arguments[0].Within(Precedence.Multiplicative)} / {arguments[2].Within(Precedence.Unary)}", Precedence.Multiplicative);

    public override string Emit(ImmutableArray<string> arguments) => $"V.DirectionCosine({arguments[0]}, {arguments[2]})";

    public override string EmitScalar(ImmutableArray<string> arguments) => $"({arguments[2]} == 0.0 ? 0.0 : {arguments[0]} / {arguments[2]})";
}
